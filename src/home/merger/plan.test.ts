import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { problemsWithToday, readPlan } from './plan.ts'
import { readPlanFile } from './read-plan-file.ts'
import { plan_problem_words, sayProblem } from './words.ts'

const cases = join(import.meta.dirname, '../../../test/cases/field')
const folder = mkdtempSync(join(tmpdir(), 'plan-'))
afterAll(() => rmSync(folder, { recursive: true }))

const right = readFileSync(join(cases, 'plan-one-cell-renamed.json'), 'utf8')
type Plan = {
  instrument: Record<string, unknown>
  successors: Record<string, unknown>[]
  edges: Record<string, unknown>[]
  [other: string]: unknown
}
/** The right plan, spoiled. */
const spoiled = (spoil: (plan: Plan) => void) => {
  const plan = JSON.parse(right) as Plan
  spoil(plan)
  return readPlan(JSON.stringify(plan))
}
const told = (outcome: Outcome<unknown>) => (outcome.ok ? ['read'] : outcome.problems.map(({ code, field }) => `${code} ${field}`))

describe('a plan that says what no plan says is refused at its field', () => {
  test.each<[string, string[], (plan: Plan) => void]>([
    ['nothing wrong', ['read'], () => {}],
    ['a misspelt name at the top', ['unknown-name going-on'], plan => Object.assign(plan, { 'going-on': [] })],
    ['a misspelt name in a list', ['unknown-name edges.0.populationshare'], plan => Object.assign(plan.edges[0]!, { populationshare: 1 })],
    ['a misspelt name two deep', ['unknown-name instrument.signed'], plan => Object.assign(plan.instrument, { signed: '2026-12-01' })],
    [
      'a misspelt name in what may be left out',
      ['unknown-name carry.last_share'],
      plan => Object.assign(plan, { carry: { rule: 'all', last_share: 1 } }),
    ],
    ['a name that every object has', ['unknown-name constructor'], plan => Object.assign(plan, { constructor: 'x' })],
    [
      'something left out',
      ['missing instrument.number', 'missing edges.0.area_share'],
      plan => [delete plan.instrument.number, delete plan.edges[0]!.area_share],
    ],
    [
      'a share in quotation marks',
      ['not-number edges.0.population_share'],
      plan => Object.assign(plan.edges[0]!, { population_share: '1' }),
    ],
    ['a text that is a number', ['not-text instrument.number'], plan => Object.assign(plan.instrument, { number: 97 })],
    ['a day that is a list', ['not-text effective_on'], plan => Object.assign(plan, { effective_on: [] })],
    [
      'null where something must stand',
      ['not-object instrument', 'not-list edges'],
      plan => Object.assign(plan, { edges: null, instrument: null }),
    ],
    ['one edge instead of a list', ['not-list edges'], plan => Object.assign(plan, { edges: {} })],
    ['an unknown kind of instrument', ['unknown-choice instrument.kind'], plan => Object.assign(plan.instrument, { kind: 'decree' })],
    ['half a person', ['no-such-population successors.0.population'], plan => Object.assign(plan.successors[0]!, { population: 0.5 })],
    [
      'a name that cannot be printed',
      ['unreadable-text successors.0.name'],
      plan => Object.assign(plan.successors[0]!, { name: 'Chi bộ\u0000' }),
    ],
    [
      'a name as long as a page',
      ['too-long successors.0.name'],
      plan => Object.assign(plan.successors[0]!, { name: 'Chi bộ '.repeat(100) }),
    ],
    ['a list without end', ['too-many going_on'], plan => Object.assign(plan, { going_on: Array.from({ length: 20_001 }, () => 'x') })],
  ])('%s', (_, problems, spoil) => {
    expect(told(spoiled(spoil))).toEqual(problems)
  })

  test.each([
    ['null', ['not-object plan']],
    ['[]', ['not-object plan']],
    ['"x"', ['not-object plan']],
    ['', ['empty-file undefined']],
    [' \n', ['empty-file undefined']],
    ['{"a": 1,}', ['not-json undefined']],
    [right.replace('"area_share": null', '"area_share": 1e999'), ['not-number edges.0.area_share']],
  ])('%s is no plan', (text, problems) => {
    expect(told(readPlan(text))).toEqual(problems)
  })

  test('where JSON goes wrong is told by line and column', () => {
    expect(readPlan('{\n  "hierarchy": "party"\n  "edges": []\n}')).toEqual({
      ok: false,
      problems: [{ code: 'not-json', values: { line: 3, column: 3 } }],
    })
    expect(readPlan('{\n  "hierarchy": "party"')).toEqual({ ok: false, problems: [{ code: 'not-json', values: { line: 2, column: 23 } }] })
  })

  test('a name given twice is refused, at any depth and however it is written; as a text it may be repeated', () => {
    const twice = right.replace('"code": null,', '"code": null, "n\\u0061me": "Chi bộ khác",')
    expect(readPlan(twice)).toMatchObject({ ok: false, problems: [{ code: 'name-twice', field: 'successors.0.name' }] })
    expect(told(readPlan(right.replace('"hierarchy": "party",', '"hierarchy": "party", "hierarchy": "territory",')))).toEqual([
      'name-twice hierarchy',
    ])
    expect(told(spoiled(plan => Object.assign(plan.instrument, { note: '"name": "name", {"name": [' })))).toEqual(['read'])
  })

  test('every refusal has its sentence in both languages, and none of them is the reader’s own English', () => {
    const refusals = [
      spoiled(plan =>
        Object.assign(plan, { a: 1, edges: 'x', effective_on: 2, successors: [null], instrument: { ...plan.instrument, kind: 1 } }),
      ),
    ]
    for (const outcome of refusals) {
      if (outcome.ok) throw new Error('read')
      for (const problem of outcome.problems) {
        expect(Object.keys(plan_problem_words)).toContain(problem.code)
        expect(`${sayProblem('vi', problem)} ${sayProblem('en', problem)}`).not.toMatch(/invalid|expected|received|\{\w/i)
      }
    }
  })
})

test('texts come out composed and without blanks around them, whatever the editor wrote', () => {
  const outcome = spoiled(plan => Object.assign(plan.successors[0]!, { name: ` ${'Chi bộ Đội Ba Mới'.normalize('NFD')} ` }))
  expect(outcome.ok && outcome.value.successors[0]!.name).toBe('Chi bộ Đội Ba Mới')
})

test('a file with a byte-order mark is read like the same file without it', async () => {
  const marked = await readPlanFile(join(cases, 'plan-with-bom.json'))
  const bare = join(folder, 'bare.json')
  writeFileSync(bare, readFileSync(join(cases, 'plan-with-bom.json')).subarray(3))
  expect(marked).toMatchObject({ ok: true, value: { effective_on: '2026-12-05' } })
  expect(marked).toEqual(await readPlanFile(bare))
})

test('a file that is none, a folder, one of 10 MB and one that is no UTF-8 are refused in a sentence', async () => {
  const [large, latin, wide] = [join(folder, 'large.json'), join(folder, 'latin.json'), join(folder, 'wide.json')]
  writeFileSync(large, `${right}${' '.repeat(10 * 1024 * 1024)}`)
  writeFileSync(latin, Buffer.from('{"hierarchy": "\xe9"}', 'latin1'))
  writeFileSync(wide, Buffer.from(`\uFEFF${right}`, 'utf16le'))
  const all = await Promise.all([join(folder, 'none.json'), folder, large, latin, wide].map(readPlanFile))
  expect(all.map(told)).toEqual(['missing-file', 'is-directory', 'too-large', 'not-utf-8', 'not-utf-8'].map(code => [`${code} undefined`]))
})

test('a year of a slip of the pen is refused today', () => {
  const read = readPlan(readFileSync(join(cases, 'plan-year-2126.json'), 'utf8'))
  if (!read.ok) throw new Error('it can be read')
  const now = new Date('2026-12-01T05:00:00Z')
  expect([...problemsWithToday(read.value, now)]).toMatchObject([{ code: 'day-too-far', field: 'effective_on', limit: '2027-12-01' }])
})
