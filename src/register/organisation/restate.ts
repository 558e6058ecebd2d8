import type { SuccessionRow } from './reads/list-successions.ts'

export type Quantified = { place: string; name: string; quantity: string }
/**
 * A quantity in later units. Where a share is unknown it stays whole, with all the units it may belong to: never
 * invented as exact.
 */
export type Restated = { units: string[]; names: string[]; quantity: number; divided: boolean }

/**
 * Old facts in the units of a later day: each quantity follows the successions up to it, by area shares (then
 * population shares) where known. The facts of a unit that goes on after giving a part away stay its own.
 */
export function restate(facts: readonly Quantified[], successions: readonly SuccessionRow[]): Restated[] {
  const names = new Map([...facts.map(f => [f.place, f.name] as const), ...successions.map(s => [s.successor, s.successor_name] as const)])
  const events = [...Map.groupBy(successions, edge => edge.event).values()]
  const pieces = facts.flatMap(fact =>
    events.reduce(passThrough, [{ units: [fact.place], quantity: Number(fact.quantity), divided: false }]),
  )
  const groups = Map.groupBy(pieces, piece => piece.units.join('|'))
  return [...groups.values()].map(group => ({
    units: group[0]!.units,
    names: group[0]!.units.map(unit => names.get(unit) ?? unit),
    quantity: group.reduce((sum, piece) => sum + piece.quantity, 0),
    divided: group.some(piece => piece.divided),
  }))
}

type Piece = { units: string[]; quantity: number; divided: boolean }

function passThrough(pieces: Piece[], edges: SuccessionRow[]): Piece[] {
  return pieces.flatMap(piece =>
    follow(
      piece,
      edges.filter(edge => piece.units.includes(edge.predecessor) && !edge.predecessor_goes_on),
    ),
  )
}

function follow(piece: Piece, edges: SuccessionRow[]): Piece[] {
  if (edges.length === 0) return [piece]
  const shares = edges.map(edge => edge.area_share ?? edge.population_share)
  if (piece.units.length === 1 && shares.every(share => share !== null)) {
    return edges.map((edge, i) => ({
      units: [edge.successor],
      quantity: piece.quantity * Number(shares[i]),
      divided: piece.divided || edges.length > 1,
    }))
  }
  const gone = new Set(edges.map(edge => edge.predecessor))
  const units = new Set([...piece.units.filter(unit => !gone.has(unit)), ...edges.map(edge => edge.successor)])
  return [{ ...piece, units: [...units].sort() }]
}
