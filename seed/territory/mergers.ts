import type { Merger, MergerEdge } from '../../src/register/organisation/index.ts'
import { type CsvRow, readCsv } from '../read-csv.ts'
import instruments from './instruments.csv?raw'
import successions from './successions.csv?raw'
import versions from './versions.csv?raw'

/**
 * The merger of 01/07/2025 as the verb `mergeUnits` takes it. Resolutions 202 (provinces) and 1683 (communes) change
 * one map on one day and neither could stand without the other, so they are one merger here, under the later one.
 */
export function mergerOf2025(): Merger {
  const instrument_keys = ['nq-202-2025', 'nq-1683-2025']
  const text = readCsv(instruments).find(row => row.key === 'nq-1683-2025')!
  const edges = readCsv(successions).filter(row => instrument_keys.includes(row.instrument_key!))
  const made = readCsv(versions).filter(row => instrument_keys.includes(row.instrument_key!))
  const ended = readCsv(versions).filter(row => instrument_keys.includes(row.ended_by!))
  const effective_on = made[0]!.valid_from!
  return {
    hierarchy: 'territory',
    instrument: instrumentOf(text),
    effective_on,
    successors: made.filter(row => edges.some(edge => edge.successor_key === row.unit_key)).map(successorOf),
    edges: edges.map(edgeOf),
    abolished: ended
      .map(row => row.unit_key!)
      .filter(key => !edges.some(edge => edge.predecessor_key === key) && !made.some(row => row.unit_key === key)),
    moved: made
      .filter(row => !edges.some(edge => edge.successor_key === row.unit_key))
      .map(row => ({ unit: row.unit_key!, parent: row.parent_key! })),
  }
}

function instrumentOf({ number, kind, issuer, title, signed_on, effective_on, published_on, note }: CsvRow): Merger['instrument'] {
  return {
    ...{ number: number!, kind: kind as Merger['instrument']['kind'], issuer: issuer!, title: title!, signed_on: signed_on! },
    ...{ effective_on: effective_on || null, published_on: published_on || null, note: note || null },
  }
}

function successorOf({ unit_key, code, name, unit_kind, parent_key }: CsvRow): Merger['successors'][number] {
  return { key: unit_key!, code: code || null, name: name!, unit_kind: unit_kind!, parent: parent_key || null }
}

function edgeOf({ predecessor_key, successor_key, population_share, area_share, certainty }: CsvRow): MergerEdge {
  return {
    ...{ predecessor: predecessor_key!, successor: successor_key! },
    population_share: population_share ? Number(population_share) : null,
    area_share: area_share ? Number(area_share) : null,
    certainty: certainty as NonNullable<MergerEdge['certainty']>,
  }
}
