import { describe, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { endOf } from '../../../basis/shared/dates.ts'
import { type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Merger, MergerEdge } from '../merger.ts'
import { findUnit } from '../reads/find-unit.ts'
import { listSuccessions } from '../reads/list-successions.ts'
import { listUnits } from '../reads/list-units.ts'
import { type Merged, mergeUnits } from './merge-units.ts'

const world = withDatabase('territory')

const instrument = {
  number: '1/NQ-TEST',
  kind: 'resolution',
  issuer: 'Ủy ban Thường vụ Quốc hội',
  title: 'Về việc sắp xếp thử',
  signed_on: '2026-12-01',
} as const
const signed = (signed_on: string) => ({ ...instrument, signed_on })
const under = (unit: string) => ({ unit, parent: 'tinh-thai-nguyen-2025' })
const cho_ra = { key: 'xa-cho-ra-2027', code: '01912', name: 'Chợ Rã', unit_kind: 'commune', parent: 'tinh-thai-nguyen-2025' }
const whole = (predecessor: string, successor: string): MergerEdge => ({ predecessor, successor, population_share: 1, area_share: 1 })
const joined: Merger = {
  hierarchy: 'territory',
  instrument,
  effective_on: '2027-01-01',
  successors: [cho_ra],
  edges: [whole('xa-cho-ra', cho_ra.key), whole('xa-ba-be', cho_ra.key)],
}

/** Merges and takes it back, so that each test meets the register of today. */
async function tried(merger: Merger): Promise<Outcome<Merged>> {
  let outcome: Outcome<Merged> | undefined
  await world.changeAsOwner(async tx => {
    outcome = await mergeUnits(tx, { person_id: null, name: 'test' }, merger)
    return outcome.ok ? refused({ code: 'taken-back' }) : outcome
  })
  return outcome!
}

async function codesOf(merger: Merger): Promise<string[]> {
  const outcome = await tried(merger)
  return outcome.ok ? [] : outcome.problems.map(problem => `${problem.code} ${problem.field}`)
}

const but = (more: Partial<Merger>): Merger => ({ ...joined, ...more })

describe('a merger that cannot be is refused, with every problem and its field', () => {
  test('the merger that the others spoil is fine', async () => {
    expect(await tried(joined)).toEqual({
      ok: true,
      value: { instrument_id: expect.any(Number), begun: ['xa-cho-ra-2027'], ended: ['xa-cho-ra', 'xa-ba-be'], moved: [] },
    })
  })

  test.each<[string, Merger, string[]]>([
    ['a day that does not exist', but({ effective_on: '2027-02-29' }), ['no-such-day effective_on']],
    ['an instrument without a number', but({ instrument: { ...instrument, number: ' ' } }), ['missing instrument.number']],
    ['nothing at all', but({ successors: [], edges: [] }), ['nothing-to-merge edges']],
    ['an unknown source', but({ edges: [...joined.edges, whole('xa-khong-co', cho_ra.key)] }), ['unknown-unit edges.2.predecessor']],
    [
      'an unknown successor',
      but({ edges: [...joined.edges, whole('xa-phuc-loc-2025', 'xa-khong-co')] }),
      ['unknown-unit edges.2.successor'],
    ],
    ['an unknown parent', but({ successors: [{ ...cho_ra, parent: 'tinh-khong-co' }] }), ['unknown-unit successors.0.parent']],
    ['a parent that has ended', but({ successors: [{ ...cho_ra, parent: 'huyen-ba-be' }] }), ['parent-not-there successors.0.parent']],
    ['a parent below its child', but({ successors: [{ ...cho_ra, parent: 'xa-phuc-loc-2025' }] }), ['parent-below successors.0.parent']],
    ['a kind of another hierarchy', but({ successors: [{ ...cho_ra, unit_kind: 'cell' }] }), ['unknown-kind successors.0.unit_kind']],
    ['a key that is taken', renamed('xa-cao-tri'), ['key-taken successors.0.key']],
    ['a key that cannot be a link', renamed('Xã Chợ Rã'), ['unreadable-key successors.0.key']],
    ['a code that a living neighbour holds', but({ successors: [{ ...cho_ra, code: '01894' }] }), ['code-taken successors.0.code']],
    [
      'a successor that nothing goes into',
      but({ successors: [cho_ra, { ...cho_ra, key: 'xa-moi', code: null }] }),
      ['successor-without-source successors.1'],
    ],
    ['a day before the source existed', but({ effective_on: '2025-07-01', instrument: signed('2025-06-16') }), twice('before-source')],
    ['a day years before the signature', but({ effective_on: '2020-01-01' }), ['long-before-signature effective_on']],
    ['a day a century after it', but({ effective_on: '2126-12-05' }), ['long-after-signature effective_on']],
    ['a hierarchy that is none', but({ hierarchy: 'territori' }), ['unknown-hierarchy hierarchy']],
    ['a unit that is moved twice', but({ moved: ['xa-phuc-loc-2025', 'xa-phuc-loc-2025'].map(under) }), ['unit-twice moved.1.unit']],
    ['a unit that ends and is moved', but({ moved: ['xa-ba-be'].map(under) }), ['two-fates moved.0.unit']],
    ['a unit that gives everything away and ends without a successor', but({ abolished: ['xa-ba-be'] }), ['two-fates abolished.0']],
    ['a unit that goes on, said twice', but({ going_on: ['xa-ba-be', 'xa-ba-be'] }), ['unit-twice going_on.1']],
    [
      'a source that ended long ago',
      but({ edges: [...joined.edges, whole('xa-cao-tri', cho_ra.key)] }),
      ['source-ended edges.2.predecessor'],
    ],
    [
      'a back-dated merger of a unit that was merged since',
      but({
        effective_on: '2021-06-01',
        instrument: signed('2021-05-20'),
        edges: [whole('xa-cao-thuong', cho_ra.key)],
        successors: [{ ...cho_ra, code: null, parent: 'tinh-bac-kan' }],
      }),
      ['source-ends-later edges.0.predecessor', 'parent-not-there successors.0.parent'],
    ],
    ['shares over one', shared(0.7, 0.7), ['shares-over-one population_share', 'shares-over-one area_share']],
    ['shares under one', shared(0.3, 0.3), ['shares-under-one population_share', 'shares-under-one area_share']],
    [
      'a share that is none',
      but({ edges: [{ ...joined.edges[0]!, area_share: 0 }, joined.edges[1]!] }),
      ['share-out-of-range edges.0.area_share', 'shares-under-one area_share'],
    ],
    [
      'an edge written twice',
      but({ edges: [joined.edges[0]!, ...joined.edges] }),
      ['edge-twice edges.1', 'shares-over-one population_share', 'shares-over-one area_share'],
    ],
    [
      'a unit that would succeed itself',
      but({ edges: [...joined.edges, whole('xa-phuc-loc-2025', 'xa-phuc-loc-2025')] }),
      ['cycle edges.2'],
    ],
    [
      'a province that ends while communes stand under it',
      but({ abolished: ['tinh-thai-nguyen-2025'], successors: [{ ...cho_ra, parent: null }] }),
      expect.arrayContaining(['left-without-parent edges']),
    ],
    ['«population» without a share', but({ carry: { rule: 'population' } }), ['share-out-of-range carry.least_share']],
    [
      'an acknowledged unit that is no successor',
      but({ carry: { rule: 'as-stated', stated: ['xa-phuc-loc-2025'] } }),
      ['unknown-unit carry.stated.0'],
    ],
  ])('%s', async (_, merger, codes) => {
    expect(await codesOf(merger)).toEqual(codes)
  })

  test('two units that would come out of one another', async () => {
    const give = (from: string, to: string) => ({ predecessor: from, successor: to, population_share: null, area_share: null })
    const edges = [give('xa-cho-ra', 'xa-ba-be'), give('xa-ba-be', 'xa-cho-ra')]
    expect(await codesOf(but({ successors: [], edges, going_on: ['xa-cho-ra', 'xa-ba-be'] }))).toEqual(['cycle edges.0', 'cycle edges.1'])
  })

  test('the limit says since when, and nothing was written', async () => {
    const before = await world.owner.query('select count(*) from succession')
    expect(await tried(but({ effective_on: '2025-07-01', instrument: signed('2025-06-16') }))).toMatchObject({
      ok: false,
      problems: [{ limit: '2025-07-01' }, {}],
    })
    expect((await world.owner.query('select count(*) from succession')).rows).toEqual(before.rows)
  })
})

function renamed(key: string): Merger {
  return but({ successors: [{ ...cho_ra, key }], edges: joined.edges.map(edge => ({ ...edge, successor: key })) })
}

function shared(first: number, second: number): Merger {
  const phuc_loc = { ...cho_ra, key: 'xa-phuc-loc-2027', code: null, name: 'Phúc Lộc' }
  const part = (successor: string, share: number) => ({ predecessor: 'xa-cho-ra', successor, population_share: share, area_share: share })
  return but({ successors: [cho_ra, phuc_loc], edges: [part(cho_ra.key, first), part(phuc_loc.key, second)] })
}

function twice(code: string): string[] {
  return [`${code} edges.0.predecessor`, `${code} edges.1.predecessor`]
}

describe('a merger that is carried out', () => {
  const lived = withDatabase('territory')
  const clocks = (valid_as_of: string) => ({ valid_as_of, recorded_as_of: endOf('2199-12-31') })

  test('ends its sources, begins its successor, and the register of yesterday does not know of it', async () => {
    const before = new Date().toISOString()
    expect(await lived.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, joined))).toMatchObject({ ok: true })
    const alive = async (unit: string, valid_as_of: string, recorded_as_of = clocks('').recorded_as_of) =>
      (await findUnit(lived.db, { unit, valid_as_of, recorded_as_of }))[0]?.alive
    expect([
      await alive('xa-ba-be', '2026-12-31'),
      await alive('xa-ba-be', '2027-01-01'),
      await alive('xa-cho-ra-2027', '2027-01-01'),
    ]).toEqual([true, false, true])
    expect([await alive('xa-ba-be', '2027-01-01', before), await alive('xa-cho-ra-2027', '2027-01-01', before)]).toEqual([true, undefined])
  })

  test('is one event of its kind, under its instrument', async () => {
    const edges = await listSuccessions(lived.db, clocks('2027-01-01'))
    expect(
      edges.filter(edge => edge.effective_on === '2027-01-01').map(edge => [edge.kind, edge.instrument, edge.predecessor, edge.successor]),
    ).toEqual([
      ['merged', '1/NQ-TEST', 'xa-ba-be', 'xa-cho-ra-2027'],
      ['merged', '1/NQ-TEST', 'xa-cho-ra', 'xa-cho-ra-2027'],
    ])
  })

  test('still belongs to what was Bắc Kạn', async () => {
    const units = await listUnits(lived.db, { hierarchy: 'territory', unit: 'tinh-bac-kan', ...clocks('2027-01-01') })
    const keys = units.map(unit => unit.key)
    expect([keys.length, keys.includes('xa-cho-ra-2027'), keys.includes('xa-ba-be')]).toEqual([36, true, false])
  })

  test('can be merged again, under the same instrument and another rule only if it says so', async () => {
    const again: Merger = {
      ...joined,
      effective_on: '2028-01-01',
      successors: [{ ...cho_ra, key: 'xa-cho-ra-2028' }],
      edges: [whole('xa-cho-ra-2027', 'xa-cho-ra-2028'), whole('xa-phuc-loc-2025', 'xa-cho-ra-2028')],
      carry: { rule: 'any' },
    }
    expect(await lived.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, again))).toMatchObject({ ok: true })
    const third: Merger = {
      ...again,
      effective_on: '2028-11-01',
      successors: [{ ...cho_ra, key: 'xa-cho-ra-2029' }],
      edges: [whole('xa-cho-ra-2028', 'xa-cho-ra-2029')],
      carry: { rule: 'none' },
    }
    const outcome = await lived.changeAsOwner(tx => mergeUnits(tx, { person_id: null, name: 'test' }, third))
    expect(outcome).toEqual({ ok: false, problems: [{ code: 'carry-named-otherwise', field: 'carry.rule', values: { rule: 'any' } }] })
  })
})
