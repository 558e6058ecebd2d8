import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { dayOf } from '../../../basis/shared/dates.ts'
import { asOwner, change } from '../../../platform/database/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { look } from '../../../platform/sign-in/index.ts'
import { addGrant, addPerson, addUnit } from '../../../platform/sign-in/invented-commune.ts'
import { findLivingEdition, listBlocksOfEdition, listPageBlocks, listPageEditions } from '../../portal/index.ts'
import type { Change } from './arranged-blocks.ts'
import { arrangement_flow } from './arrangement-flow.ts'
import type { Arranger } from './arrangement-rows.ts'
import { beginArrangement } from './begin-arrangement.ts'
import { changeArrangement } from './change-arrangement.ts'
import { findArrangement } from './find-arrangement.ts'
import { approveArrangement, moveArrangement, type PlainMove } from './move-arrangement.ts'
import { publishArrangements } from './publish-arrangements.ts'

const world = withDatabase('territory')
const roles = { hoa: 'editor', lan: 'editor', sinh: 'publisher', lieu: 'reporter', far: 'editor' } as const
type Who = keyof typeof roles
const people = {} as Record<Who, Arranger>
let newsroom: number
let presses = 0

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const below = await addUnit(owner, 'huyen-uy', 'district-committee', newsroom)
  for (const who of Object.keys(roles) as Who[]) {
    const person_id = await addPerson(owner, who)
    people[who] = { person_id, name: who }
    await addGrant(owner, person_id, roles[who], who === 'far' ? below : newsroom)
  }
  await owner.query('commit')
})

const asked = async (who: Who) => ({
  standing: await look(world.database, people[who], db => standingOf(db, people[who].person_id, dayOf(new Date()))),
  key: `press-of-a-form-${String(++presses).padStart(6, '0')}`,
})
async function begin(who: Who, edition?: number) {
  const by = await asked(who)
  return change(world.database, people[who], tx => beginArrangement(tx, people[who], { page: 'home', edition, ...by }))
}
/** With the blocks of an edition of the home page: the first one has a list of articles and nothing else. */
async function begun(who: Who, edition = 1): Promise<number> {
  const outcome = await begin(who, edition)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.arrangement_id
}
async function arrange(who: Who, arrangement_id: number, one: Change, read = 1) {
  const by = await asked(who)
  return change(world.database, people[who], tx => changeArrangement(tx, people[who], { arrangement_id, read, change: one, ...by }))
}
async function move(who: Who, arrangement_id: number, name: PlainMove, comment = 'Đưa bản đồ lên trên.') {
  const by = await asked(who)
  const read = (await find(arrangement_id))?.version ?? 0
  return change(world.database, people[who], tx => moveArrangement(tx, people[who], { arrangement_id, move: name, read, comment, ...by }))
}
async function approve(who: Who, arrangement_id: number, publish_at = new Date().toISOString()) {
  const by = await asked(who)
  const read = (await find(arrangement_id))?.version ?? 0
  const now = new Date()
  return change(world.database, people[who], tx => approveArrangement(tx, people[who], { arrangement_id, read, publish_at, now, ...by }))
}
const publish = (now = new Date(Date.now() + 1000), said: string[] = []) =>
  asOwner(world.database, owned => publishArrangements(owned, { now, say: line => said.push(line) }))
const find = (arrangement_id: number) => look(world.database, people.hoa, db => findArrangement(db, arrangement_id))
/** What readers see: «region block», in their order. */
const live = async () =>
  (await listPageBlocks(world.db, { page: 'home', recorded_as_of: new Date().toISOString() })).map(
    ({ region, block }) => `${region} ${block}`,
  )
const laid = async (arrangement_id: number) => (await find(arrangement_id))!.blocks.map(({ n, region, block }) => `${n} ${region} ${block}`)
const news = (most: number) => ({ op: 'add', region: 'main', block: 'news-list', settings: { most, topic: 'exemplar' } }) as const

/** Through the whole way, by two people. */
async function bringOut(arrangement_id: number): Promise<void> {
  expect(await move('hoa', arrangement_id, 'submit')).toMatchObject({ ok: true })
  expect(await approve('sinh', arrangement_id)).toMatchObject({ ok: true })
  expect(await publish()).toEqual([{ arrangement_id, became: 'published' }])
}

test('Hòa arranges the home page, Sinh approves, and readers have it; before that nothing has changed, and the old one can be brought back', async () => {
  const before = await live()
  const one = await begun('hoa')
  expect(await laid(one)).toEqual(['1 lead news-list'])
  expect(await arrange('hoa', one, news(3))).toEqual({ ok: true, value: { version: 2, n: 2 } })
  expect(await arrange('hoa', one, { op: 'add', region: 'lead', block: 'lead-story', settings: {} })).toMatchObject({ ok: true })
  expect(await arrange('hoa', one, { op: 'up', n: 3 })).toMatchObject({ ok: true })
  expect(await laid(one)).toEqual(['3 lead lead-story', '1 lead news-list', '2 main news-list'])
  expect(await live()).toEqual(before)
  await bringOut(one)
  expect(await live()).toEqual(['lead lead-story', 'lead news-list', 'main news-list'])
  const [living, old] = (await listPageEditions(world.db)).filter(({ page }) => page === 'home')
  expect([living, old]).toMatchObject([
    { number: 3, arrangement_id: one },
    { number: 2, arrangement_id: null },
  ])

  const back = await begun('hoa', 2)
  await bringOut(back)
  expect(await live()).toEqual(before)
  expect((await listBlocksOfEdition(world.db, 'home', 3)).map(({ block }) => block)).toEqual(['lead-story', 'news-list', 'news-list'])
})

test('who arranged approves it nowhere: not through the program, and not by hand in the database', async () => {
  const one = await begun('hoa')
  await arrange('hoa', one, news(2))
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await addGrant(world.owner, people.hoa.person_id, 'publisher', newsroom)
  await move('hoa', one, 'submit')
  expect(await approve('hoa', one)).toMatchObject({ ok: false, problems: [{ code: 'own-work', values: { by: 'publisher' } }] })
  const by_hand = world.owner.query(
    `insert into arrangement_step (arrangement_id, number, from_state, move, state, actor_id, actor_name)
     values (${one}, 3, 'submitted', 'approve', 'approved', ${people.hoa.person_id}, 'x');
     insert into arrangement_approval (arrangement_id, step, version, approved_by, digest, publish_at)
     values (${one}, 3, 2, ${people.hoa.person_id}, repeat('0', 64), now())`,
  )
  await expect(by_hand).rejects.toMatchObject({ constraint: 'four_eyes_on_pages' })
  await expect(
    world.owner.query(`insert into arrangement_hand values (${one}, ${people.hoa.person_id}, 'approved', now())`),
  ).rejects.toMatchObject({ constraint: 'one_hand_each_in_pages' })
  await expect(
    world.owner.query(
      `insert into page_edition (page, number, arrangement_id, approved_step, digest) values ('home', 99, ${one}, 3, repeat('0', 64))`,
    ),
  ).rejects.toMatchObject({ constraint: 'laid_as_approved' })
  await world.owner.query('reset neu_guong.loading')
  expect(await move('lan', one, 'take-back')).toMatchObject({ ok: true })
  expect(await move('lan', one, 'drop')).toMatchObject({ ok: true })
})

test('what stood before the public is changed by nobody, and neither is what was arranged', async () => {
  for (const table of ['page_edition', 'arrangement', 'arrangement_version', 'arrangement_step', 'arrangement_approval'])
    await expect(world.owner.query(`delete from ${table}`), table).rejects.toMatchObject({ code: '23514' })
  await expect(world.owner.query(`update page_block set settings = '{}'`)).rejects.toMatchObject({ constraint: 'history_is_kept' })
})

test('pages are arranged in the newsroom above all by an editor, one arrangement of a page at a time; to others there is none', async () => {
  expect(await begin('far')).toMatchObject({ ok: false, problems: [{ code: 'not-yours' }] })
  expect(await begin('lieu')).toMatchObject({ ok: false, problems: [{ code: 'not-yours' }] })
  const one = await begun('hoa')
  expect(await begin('lan')).toEqual({ ok: false, problems: [{ code: 'in-work', limit: one }] })
  expect(await arrange('far', one, news(1))).toMatchObject({ ok: false, problems: [{ code: 'unknown-arrangement' }] })
  expect(await look(world.database, people.far, db => findArrangement(db, one))).toBeNull()
  expect(await findArrangement(world.db, one)).toBeNull()
  expect(await arrange('sinh', one, news(1))).toMatchObject({ ok: false, problems: [{ code: 'not-yours' }] })
  await move('hoa', one, 'drop')
})

test('two editors at once: both changes stand, unless both set the same block anew', async () => {
  const one = await begun('hoa')
  expect(await arrange('hoa', one, news(3), 1)).toMatchObject({ ok: true })
  expect(await arrange('lan', one, { op: 'add', region: 'main', block: 'exemplar-wall', settings: {} }, 1)).toMatchObject({ ok: true })
  expect(await laid(one)).toEqual(['1 lead news-list', '2 main news-list', '3 main exemplar-wall'])
  const set = (most: number) => ({ op: 'set', n: 1, settings: { most } }) as const
  expect(await arrange('hoa', one, set(9), 3)).toMatchObject({ ok: true })
  expect(await arrange('lan', one, set(8), 3)).toEqual({ ok: false, problems: [{ code: 'set-meanwhile' }] })
  expect(await arrange('lan', one, { op: 'remove', n: 2 }, 3)).toMatchObject({ ok: true })
  expect(await arrange('hoa', one, { op: 'up', n: 2 }, 3)).toEqual({ ok: false, problems: [{ code: 'block-gone' }] })
  await move('hoa', one, 'drop')
})

test('a block stands where it can, set as it can be, and a page without its article is not handed in', async () => {
  const one = await begun('hoa')
  const refusals = [
    await arrange('hoa', one, { op: 'add', region: 'lead', block: 'commune-map', settings: {} }),
    await arrange('hoa', one, { op: 'add', region: 'main', block: 'news-view', settings: {} }),
    await arrange('hoa', one, { op: 'add', region: 'main', block: 'constructor', settings: {} }),
    await arrange('hoa', one, { op: 'add', region: 'main', block: 'exemplar-wall', settings: { most: 99 } }),
    await arrange('hoa', one, { op: 'put', n: 1, region: 'side' }),
  ]
  expect(refusals.map(outcome => (outcome.ok ? '' : outcome.problems[0]!.code))).toEqual([
    'not-there',
    'not-there',
    'not-there',
    'unfit-settings',
    'not-there',
  ])
  await arrange('hoa', one, { op: 'remove', n: 1 })
  expect(await move('hoa', one, 'submit')).toMatchObject({ ok: false, problems: [{ code: 'empty-page' }] })
  for (const region of ['main', 'main']) await arrange('hoa', one, { op: 'add', region, block: 'exemplar-wall', settings: {} } as Change)
  expect(await move('hoa', one, 'submit')).toMatchObject({ ok: false, problems: [{ code: 'block-twice' }, { code: 'block-twice' }] })
  await move('hoa', one, 'drop')
})

test('a page that was given back says why; one that is handed in is arranged no more; at its hour and not before it stands, and is told when missed', async () => {
  const one = await begun('hoa')
  await arrange('hoa', one, news(7))
  await move('hoa', one, 'submit')
  expect(await arrange('hoa', one, news(1))).toMatchObject({ ok: false, problems: [{ code: 'not-arranged-now' }] })
  expect(await move('sinh', one, 'return', ' ')).toMatchObject({ ok: false, problems: [{ code: 'no-comment' }] })
  expect(await move('sinh', one, 'return')).toMatchObject({ ok: true })
  await move('hoa', one, 'submit')
  const hour = (hours: number) => new Date(Date.now() + hours * 3_600_000)
  expect(await approve('sinh', one, hour(-1).toISOString())).toMatchObject({ ok: false, problems: [{ code: 'hour-past' }] })
  expect(await approve('sinh', one, hour(1).toISOString())).toMatchObject({ ok: true })
  expect(await publish()).toEqual([])
  expect(await move('sinh', one, 'recall')).toMatchObject({ ok: true })
  expect(await publish(hour(2))).toEqual([])
  expect(await approve('sinh', one, hour(1).toISOString())).toMatchObject({ ok: true })
  const said: string[] = []
  expect(await publish(hour(2), said)).toEqual([{ arrangement_id: one, became: 'published' }])
  expect(said.map(line => line.replace(/\d+/g, 'n').split(',')[0])).toEqual(['page arrangement n missed its hour'])
  expect((await live()).at(-1)).toBe('main news-list')
})

test('the database has the same moves as the table, and asks for each the same act', async () => {
  const { rows } = await world.owner.query<{ law: string }>(
    `select pg_get_constraintdef(oid) as law from pg_constraint where conname = 'a_lawful_move_of_pages'`,
  )
  const lawful = [
    ...rows[0]!.law.matchAll(
      /move = '([a-z-]*)'::text\) AND \(COALESCE\(from_state, ''::text\) = '([a-z-]*)'::text\) AND \(state = '([a-z-]*)'/g,
    ),
  ].map(([, ...parts]) => parts.join(' '))
  const written = Object.entries(arrangement_flow.moves).flatMap(([name, { from, to }]) => from.map(state => `${name} ${state} ${to}`))
  expect(lawful.sort()).toEqual([...written, 'begin  draft', 'publish approved published'].sort())
  const moves = Object.entries<{ act?: string }>(arrangement_flow.moves).map(([name, { act }]) => ({ name, act: act ?? name }))
  const acts = await world.owner.query(`select m as name, act_of_page_move(m) as act from unnest($1::text[]) m`, [
    moves.map(({ name }) => name),
  ])
  expect(acts.rows).toEqual(moves)
})

test('who begins while another arrangement comes out begins with what stands then', async () => {
  const { owner } = world
  const one = await begun('hoa')
  await move('hoa', one, 'submit')
  await approve('sinh', one)
  await owner.query(`select pg_advisory_lock(hashtext('page'), hashtext('home'))`)
  const beginning = begin('lan')
  const waiting = 'select from pg_locks where not granted and database = (select oid from pg_database where datname = current_database())'
  while ((await owner.query(waiting)).rowCount === 0) await new Promise(soon => setTimeout(soon, 10))
  expect(await publish()).toEqual([{ arrangement_id: one, became: 'published' }])
  await owner.query(`select pg_advisory_unlock(hashtext('page'), hashtext('home'))`)
  const outcome = await beginning
  const two = outcome.ok ? outcome.value.arrangement_id : 0
  expect((await owner.query('select from_edition from arrangement where arrangement_id = $1', [two])).rows).toEqual([
    { from_edition: (await findLivingEdition(world.db, 'home'))!.number },
  ])
  await move('lan', two, 'drop')
})

test('however often one page was arranged, what stood on the other is listed', async () => {
  await world.owner.query(
    `insert into page_edition (page, number)
     select 'article', n from generate_series((select max(number) + 1 from page_edition where page = 'article'), 260) as n`,
  )
  const listed = await listPageEditions(world.db)
  const living = ['article', 'home'].map(page => listed.find(one => one.page === page)?.number)
  expect(living).toEqual([260, (await findLivingEdition(world.db, 'home'))!.number])
  expect(listed.filter(({ page }) => page === 'article').map(({ number }) => number)).toEqual(
    Array.from({ length: 200 }, (_, i) => 260 - i),
  )
})
