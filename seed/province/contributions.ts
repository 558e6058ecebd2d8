import { type Book, nextNumber, write } from './book.ts'
import { known } from './history.ts'
import type { VersionRow } from './organisation/read-territory.ts'
import { between, chance, pick, type Random, weighted } from './random.ts'
import { day, dayText, instantAt } from './time.ts'
import { nameOf, peopleOf } from './words/names.ts'
import { works } from './words/stories.ts'

type Kind = keyof typeof works
/** As many at every scale: printed sums hold in a small province, too. */
const count = 3_400

const kinds: [Kind, number][] = [
  ['land', 45],
  ['workdays', 35],
  ['money', 20],
]

type Gift = { kind: Kind; quantity: number; is_estimate: boolean; work: string; place: number; on: number; household: string }

/**
 * What households gave from 2016 to 2020: most of it verified, some estimated, a few entered twice by different people.
 */
export function writeContributions(book: Book, random: Random, places: VersionRow[]): void {
  const households: Households = new Map()
  const communes = places.filter(({ unit_kind, is_open }) => is_open && ['commune', 'ward', 'township'].includes(unit_kind))
  for (let i = 0; i < count; i++) {
    const gift = draw(random, communes)
    writeGift(book, households, gift, chance(random, 0.86) ? gift.on + between(random, 10, 90) : null)
    if (chance(random, 0.01))
      writeGift(book, households, { ...gift, on: gift.on + between(random, 1, 6), household: gift.household.replace('Hộ ông', 'Hộ') }, null)
  }
}

function draw(random: Random, communes: VersionRow[]): Gift {
  const kind = weighted(random, kinds)
  const on = day('2016-01-10') + between(random, 0, 1810)
  const place = pick(
    random,
    communes.filter(({ from, to }) => from <= on && on < to),
  ).unit_id
  const [head, gender] = chance(random, 0.6) ? (['Hộ ông', 'male'] as const) : (['Hộ bà', 'female'] as const)
  const household = `${head} ${nameOf(random, peopleOf(random), gender)}`
  return { kind, quantity: amount(random, kind), is_estimate: chance(random, 0.08), work: pick(random, works[kind]), place, on, household }
}

function amount(random: Random, kind: Kind): number {
  if (kind === 'land') return between(random, 2, 40) * (chance(random, 0.12) ? 40 : 10)
  if (kind === 'workdays') return between(random, 2, 60)
  return between(random, 2, 80) * 100_000
}

/** The first gift of each household, by its place and the name of its head. */
type Households = Map<string, number>

function writeGift(book: Book, households: Households, gift: Gift, verified: number | null): void {
  const { kind, quantity, is_estimate, work, place, on, household } = gift
  const id = nextNumber(book, 'contribution')
  const learned = instantAt(on + 3, 10)
  if (learned > book.limit) return
  write(book, 'contribution', [id, kind, quantity, is_estimate, work, place, dayText(on), known(learned)])
  write(book, 'contribution_giver', [id, household, known(learned)])
  const head = `${place} ${household.replace(/^Hộ (ông |bà )?/, '')}`
  if (!households.has(head)) households.set(head, id)
  write(book, 'contribution_household', [id, households.get(head)!, known(learned)])
  if (verified === null || instantAt(verified, 15) > book.limit) return
  write(book, 'contribution_verification', [id, dayText(verified), known(instantAt(verified, 15))])
}
