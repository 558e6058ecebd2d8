import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { asks, confirm, inventOffices, type Offices, registerNow, rosterOf, sendRoster, undo } from '../../../test/harness/rosters.ts'
import { tries } from '../../../test/harness/tries.ts'
import { change } from '../../platform/database/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { listPostsEnded } from './posts-left.ts'
import { countRoster } from './reads/count-roster.ts'
import { listDoubts } from './reads/list-differences.ts'
import { choosePersons } from './verbs/choose-persons.ts'

const world = withDatabase('empty')
const quiet = withDatabase('empty')
let offices: Offices
let offices_in_quiet: Offices
beforeAll(async () => {
  offices = await inventOffices(world, await inventCampaign(world))
  offices_in_quiet = await inventOffices(quiet)
})
const places = [
  ['where a campaign was called', () => offices],
  ['where none ever was', () => offices_in_quiet],
] as const

const names = ['Nông Thị Lan', 'Triệu Văn Hòa', 'Nông Văn Quý', 'Bàn Thị Liễu', 'Hà Đức Toàn', 'Lò Thị Mới', 'Vi Văn Thêm', 'Nông Thị Làn']
const births = ['12/03/1988', '30/07/1961', '1961', '02/01/1999', '20/10/1975', '05/05/1980', null]
const line = fc.record({
  name: fc.constantFrom(...names),
  birth: fc.constantFrom(...births),
  gender: fc.constantFrom('Nam', 'Nữ', null),
  unit: fc.constantFrom('chi-bo', 'chi-bo-ben'),
  kind: fc.constantFrom('Chính thức', 'Dự bị', null),
  card: fc.option(fc.integer({ min: 100_000, max: 100_005 }).map(String)),
})
/** Nobody stands twice in a roster: that would be a fault of it. */
const rosters = fc
  .uniqueArray(line, { minLength: 1, maxLength: 9, selector: ({ name, unit }) => `${name} ${unit}` })
  .filter(lines => new Set(lines.flatMap(({ card }) => card ?? [])).size === lines.filter(({ card }) => card !== null).length)

/** Says of each doubtful line that it is the first it may be, as long as nobody else is; else somebody new. */
async function decide({ world, clerk }: Offices, roster_import_id: number): Promise<void> {
  const doubts = await look(world.database, { person_id: clerk }, db => listDoubts(db, { roster_import_id, most: 99 }))
  const taken = new Set<number>()
  const choices = doubts.map(({ row_number, candidates }) => {
    const free = candidates.find(({ person_id }) => !taken.has(person_id))
    if (free) taken.add(free.person_id)
    return { row_number, person_id: free?.person_id ?? null }
  })
  if (choices.length === 0) return
  const chosen = await change(world.database, asks(clerk), tx =>
    choosePersons(tx, asks(clerk), { roster_import_id, choices, now: new Date() }),
  )
  expect(chosen).toMatchObject({ ok: true })
}

test.each(places)(
  'whatever rosters are written, one upon the other, %s, taking them back from the last to the first leaves the register as it was, each time',
  async (_, placed) => {
    const offices = placed()
    const { world } = offices
    let written = 0
    let came_back = 0
    let posts_ended = 0
    await fc.assert(
      fc.asyncProperty(fc.array(rosters, { minLength: 1, maxLength: 2 }), async list => {
        const states: [number, string][] = []
        for (const lines of list) {
          const rows = lines.map(({ name, birth, gender, unit, kind, card }, i) => [i + 1, name, birth, gender, null, unit, kind, card])
          const sent = await sendRoster(offices, rows)
          expect([sent.state, sent.detail.problems]).toEqual(['compared', undefined])
          await decide(offices, sent.roster_import_id)
          const roster = (await rosterOf(offices, offices.second, sent.roster_import_id))!
          const { left, ...counts } = await look(world.database, { person_id: offices.second }, db => countRoster(db, roster))
          const before = await registerNow(world)
          const outcome = await confirm(offices, roster, String(left))
          if (!outcome.ok) expect(outcome.problems).toEqual([{ code: 'nothing-to-do' }])
          else {
            states.push([roster.roster_import_id, before])
            written++
            came_back += counts.back
            posts_ended += (await look(world.database, { person_id: offices.second }, db => listPostsEnded(db, roster))).ended
            expect(await registerNow(world), JSON.stringify(counts)).not.toBe(before)
          }
        }
        for (const [roster_import_id, before] of states.reverse()) {
          const roster = (await rosterOf(offices, offices.second, roster_import_id))!
          expect(await undo(offices, roster)).toMatchObject({ ok: true })
          expect((await rosterOf(offices, offices.second, roster_import_id))!.state).toBe('undone')
          expect(await registerNow(world)).toBe(before)
        }
      }),
      { ...tries(7), seed: 19_02_2021, endOnFailure: true },
    )
    expect(written).toBeGreaterThan(1)
    expect(came_back).toBeGreaterThan(0)
    expect(posts_ended).toBeGreaterThan(0)
  },
  240_000,
)

test('the register is not the same when one row of the inverse is forgotten: the comparison would show it', async () => {
  const before = await registerNow(world)
  const roster = await sendRoster(offices, [[1, 'Nông Thị Lan', '12/03/1988', 'Nữ', 'Tày', 'chi-bo', null, null]])
  await confirm(offices, roster, String((await look(world.database, { person_id: offices.second }, db => countRoster(db, roster))).left))
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rowCount } = await world.owner.query(
    `delete from roster_effect where ctid = (select ctid from roster_effect where roster_import_id = $1 and act = 'closed' limit 1)`,
    [roster.roster_import_id],
  )
  expect(rowCount).toBe(1)
  await undo(offices, roster)
  expect(await registerNow(world)).not.toBe(before)
})
