import { sql } from 'kysely'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { dayOf } from '../../../basis/shared/dates.ts'
import { done } from '../../../basis/shared/outcome.ts'
import { openCheck } from '../../../numbers/check/index.ts'
import { asOwner, change, resolvedTimestamp } from '../../../platform/database/index.ts'
import { standingOf } from '../../../platform/role/index.ts'
import { look } from '../../../platform/sign-in/index.ts'
import { addGrant, addPerson, addUnit } from '../../../platform/sign-in/invented-commune.ts'
import { readStructured } from '../body/read-structured.ts'
import { findArticle } from '../find-article.ts'
import { approveDraft } from './approve-draft.ts'
import type { DraftText } from './draft.ts'
import { act_in_state, draft_flow } from './draft-flow.ts'
import { findDraft } from './find-draft.ts'
import { moveDraft, type PlainMove } from './move-draft.ts'
import { publishDue } from './publish-due.ts'
import { beginDraft, saveDraft, type Writer } from './save-draft.ts'

const world = withDatabase('territory')
const check = openCheck()
const roles = { lieu: 'reporter', hoa: 'editor', lan: 'fact-checker', sinh: 'publisher', far: 'publisher' } as const
type Who = keyof typeof roles
const people = {} as Record<Who, Writer>
let newsroom: number
let presses = 0

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const elsewhere = await addUnit(owner, 'tinh-uy-khac', 'province-committee', null)
  for (const who of Object.keys(roles) as Who[]) {
    const person_id = await addPerson(owner, who)
    people[who] = { person_id, name: who }
    await addGrant(owner, person_id, roles[who], who === 'far' ? elsewhere : newsroom)
  }
  await owner.query('commit')
})

const key = () => `press-of-a-form-${String(++presses).padStart(6, '0')}`
const standing = (who: Who) => look(world.database, people[who], db => standingOf(db, people[who].person_id, dayOf(new Date())))

const written = (body: string, rest: Partial<DraftText> = {}): DraftText => {
  const read = readStructured(body)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const text = {
    topic: 'countryside' as const,
    title: 'Con đường của một vùng',
    lead: 'Chuyện kể từ thôn bản.',
    byline: 'Bàn Thị Liễu',
    picture: null,
  }
  return { ...text, ...read.value, reasons: [], note: '', ...rest }
}
const fifteen = '{F16 valid_as_of=2021-02-19 | 15} xã đang đạt chuẩn.'

async function begin(content: DraftText, who: Who = 'lieu'): Promise<number> {
  const held = await standing(who)
  const outcome = await change(world.database, people[who], tx =>
    beginDraft(tx, people[who], { unit_id: newsroom, content, standing: held, key: key() }),
  )
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  return outcome.value.draft_id
}
async function save(who: Who, draft_id: number, read: number, content: DraftText) {
  const held = await standing(who)
  return change(world.database, people[who], tx => saveDraft(tx, people[who], { draft_id, read, content, standing: held, key: key() }))
}
async function numbers(published_at = new Date().toISOString()) {
  const now = new Date()
  return { clock: { published_at, recorded_as_of: await resolvedTimestamp(world.database) }, checking: { check, now } }
}
async function move(who: Who, draft_id: number, name: PlainMove, read = 1, comment = 'Xem lại câu đầu.') {
  const [held, asked] = [await standing(who), await numbers()]
  return change(world.database, people[who], tx =>
    moveDraft(tx, people[who], { draft_id, move: name, read, comment, standing: held, key: key() }, asked),
  )
}
async function approve(who: Who, draft_id: number, { read = 1, publish_at = new Date().toISOString() } = {}) {
  const [held, asked] = [await standing(who), await numbers(publish_at)]
  const now = new Date()
  return change(world.database, people[who], tx =>
    approveDraft(tx, people[who], { draft_id, read, publish_at, standing: held, key: key(), now }, asked),
  )
}
const publish = (now = new Date(Date.now() + 1000), said: string[] = []) =>
  asOwner(world.database, owned => publishDue(world.database, owned, { now, say: line => said.push(line) }))
const state = async (draft_id: number) => (await look(world.database, people.hoa, db => findDraft(db, draft_id)))?.state

/** To the approver’s desk: handed in, passed on, its numbers signed off. */
async function bringToApprover(draft_id: number): Promise<void> {
  for (const [who, name] of [
    ['lieu', 'submit'],
    ['hoa', 'pass'],
    ['lan', 'sign-off'],
  ] as const)
    expect(await move(who, draft_id, name)).toMatchObject({ ok: true })
}

test('a reporter writes, an editor passes, a fact-checker signs off, a publisher approves, and the article is public, word for word as it was approved', async () => {
  const content = written(fifteen)
  const draft_id = await begin(content)
  await bringToApprover(draft_id)
  const approved = await approve('sinh', draft_id)
  if (!approved.ok) throw new Error(JSON.stringify(approved.problems))
  expect(await state(draft_id)).toBe('approved')
  const [first] = await publish()
  expect(first?.published.became).toBe('published')
  const { article_id } = first!.published as { article_id: number }
  const article = await findArticle(world.db, { article_id, lang: 'vi' })
  expect(article).toMatchObject({ slug: 'con-duong-cua-mot-vung', number: 1, title: content.title, body: content.body })
  expect(article!.citations.map(({ printed, run }) => [printed, run.figure, run.value])).toEqual([
    ['15', 'F16', { kind: 'count', count: 15 }],
  ])
  const { rows } = await world.owner.query('select digest from edition where article_id = $1', [article_id])
  expect(rows).toEqual([{ digest: approved.value.digest }])
})

test('who wrote in it approves it nowhere: not through the program, and not by hand in the database', async () => {
  const draft_id = await begin(written(fifteen))
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await addGrant(world.owner, people.lieu.person_id, 'publisher', newsroom)
  await bringToApprover(draft_id)
  expect(await approve('lieu', draft_id)).toMatchObject({ ok: false, problems: [{ code: 'own-work' }] })
  const by_hand = (hand: string) =>
    world.owner.query(
      `insert into draft_step (draft_id, number, from_state, move, state, actor_id, actor_name) select ${draft_id}, 5, 'checked', 'approve', 'approved', ${people.lieu.person_id}, 'x'
         where not exists (select from draft_step where draft_id = ${draft_id} and number = 5);
       insert into draft_hand (draft_id, person_id, hand) values (${draft_id}, ${people.lieu.person_id}, '${hand}') on conflict do nothing;
       insert into draft_approval (draft_id, step, version, approved_by, digest, publish_at) values (${draft_id}, 5, 1, ${people.lieu.person_id}, repeat('0', 64), now())`,
    )
  await expect(by_hand('approved')).rejects.toMatchObject({ constraint: 'four_eyes' })
  await expect(
    world.owner.query(`insert into draft_hand values (${draft_id}, ${people.lieu.person_id}, 'approved', now())`),
  ).rejects.toMatchObject({
    constraint: 'one_hand_each',
  })
  await world.owner.query('reset neu_guong.loading')
})

test('nothing is public that no approval has: an edition by hand needs one with its digest', async () => {
  const draft_id = await begin(written(fifteen))
  await expect(
    world.owner.query(
      `insert into edition (article_id, lang, number, title, lead, body, byline, published_at, digest, draft_id, approved_step)
       select article_id, 'vi', 99, 'x', 'x', '[]', 'x', now(), repeat('0', 64), ${draft_id}, 5 from article limit 1`,
    ),
  ).rejects.toMatchObject({ code: '23514' })
  await expect(
    world.owner.query(
      `insert into edition (article_id, lang, number, title, lead, body, byline, published_at, digest, draft_id, approved_step, follows, note)
       select article_id, 'vi', 99, 'x', 'x', '[]', 'x', now(), repeat('0', 64), ${draft_id}, 5, 'update', 'x' from article limit 1`,
    ),
  ).rejects.toMatchObject({ constraint: 'published_as_approved' })
})

test('a number that the register denies is signed off by nobody; one that it does not know needs a reason', async () => {
  const wrong = await begin(written('{F16 valid_as_of=2021-02-19 | 16} xã đang đạt chuẩn.'))
  await move('lieu', wrong, 'submit')
  await move('hoa', wrong, 'pass')
  expect(await move('lan', wrong, 'sign-off')).toMatchObject({
    ok: false,
    problems: [{ code: 'printed-differs', values: { register: '15' } }],
  })
  const unknown = await begin(written('Bà con đã trồng 4.217 cây bên đường; tất cả đều vui.'))
  await move('lieu', unknown, 'submit')
  await move('hoa', unknown, 'pass')
  const refusal = await move('lan', unknown, 'sign-off')
  expect(refusal.ok ? [] : refusal.problems.map(({ values }) => values?.quantity)).toEqual(['4.217 cây', 'tất cả'])
})

test('«tất cả» of what the register counts is a number: where it is false, no reason lets it out', async () => {
  for (const every of ['tất cả các', 'toàn bộ các']) {
    const draft_id = await begin(written(`Ngày 19/02/2021, ${every} xã của tỉnh đạt chuẩn nông thôn mới.`))
    await move('lieu', draft_id, 'submit')
    await move('hoa', draft_id, 'pass')
    const refusal = await move('lan', draft_id, 'sign-off')
    expect(refusal.ok ? [] : refusal.problems.map(({ code }) => code), every).toEqual(['number-differs'])
  }
})

test('two who write at once: the second is told of the newer version, and nothing is overwritten', async () => {
  const draft_id = await begin(written('Một.'))
  expect(await save('hoa', draft_id, 1, written('Hai.'))).toEqual({ ok: true, value: { version: 2 } })
  expect(await save('lieu', draft_id, 1, written('Ba.'))).toEqual({ ok: false, problems: [{ code: 'stale-version', limit: 2 }] })
  const both = await Promise.all([save('hoa', draft_id, 2, written('Bốn.')), save('lieu', draft_id, 2, written('Năm.'))])
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('on another’s desk a text is not written in, and of another newsroom nothing is seen', async () => {
  const draft_id = await begin(written(fifteen))
  expect(await save('lan', draft_id, 1, written('Khác.'))).toMatchObject({ ok: false, problems: [{ code: 'not-yours' }] })
  await move('lieu', draft_id, 'submit')
  expect(await save('lieu', draft_id, 1, written('Khác.'))).toMatchObject({ ok: false, problems: [{ code: 'not-yours' }] })
  expect(await move('lan', draft_id, 'pass')).toMatchObject({ ok: false, problems: [{ code: 'not-yours', values: { by: 'editor' } }] })
  expect(await look(world.database, people.far, db => findDraft(db, draft_id))).toBeNull()
  expect(await findDraft(world.db, draft_id)).toBeNull()
  expect(await move('far', draft_id, 'pass')).toMatchObject({ ok: false, problems: [{ code: 'unknown-draft' }] })
})

test('before its hour a text is nowhere public; at its hour it goes out, and what was missed goes out late, in order, and is told', async () => {
  const titles = ['Bài sau', 'Bài trước']
  const hours = [2, 1].map(hours => new Date(Date.now() + hours * 3_600_000).toISOString())
  for (const [i, title] of titles.entries()) {
    const draft_id = await begin(written(fifteen, { title }))
    await bringToApprover(draft_id)
    expect(await approve('sinh', draft_id, { publish_at: hours[i]! })).toMatchObject({ ok: true })
  }
  expect(await publish()).toEqual([])
  const shown = async () =>
    (await world.db.selectFrom('edition').select('title').where('title', 'in', titles).orderBy('edition_id').execute()).map(
      ({ title }) => title,
    )
  expect(await shown()).toEqual([])
  const said: string[] = []
  await publish(new Date(Date.now() + 3 * 3_600_000), said)
  expect(await shown()).toEqual(['Bài trước', 'Bài sau'])
  expect(said.map(line => line.replace(/\d+/g, 'n'))).toHaveLength(2)
})

test('what cannot be published stands in nobody’s way, and is told', async () => {
  const [stuck, free] = [
    await begin(written(fifteen, { title: 'Bài bị kẹt' })),
    await begin(written(fifteen, { title: 'Bài sau bài kẹt' })),
  ]
  for (const draft_id of [stuck, free]) {
    await bringToApprover(draft_id)
    expect(await approve('sinh', draft_id)).toMatchObject({ ok: true })
  }
  await world.owner.query(
    `create function stuck() returns trigger language plpgsql as $$ begin raise exception 'the disk is full'; end $$;
     create trigger stuck before insert on article for each row when (new.slug = 'bai-bi-ket') execute function stuck()`,
  )
  const said: string[] = []
  expect((await publish(undefined, said)).map(({ title }) => title)).toEqual(['Bài sau bài kẹt'])
  expect(said.some(line => line.includes('the disk is full'))).toBe(true)
  await world.owner.query('drop trigger stuck on article')
  expect((await publish()).map(({ title }) => title)).toEqual(['Bài bị kẹt'])
})

test('two articles of one title have two addresses', async () => {
  for (const title of ['Cùng tên', 'Cùng tên', 'Cùng tên']) {
    const draft_id = await begin(written(fifteen, { title }))
    await bringToApprover(draft_id)
    await approve('sinh', draft_id)
    await publish()
  }
  const { rows } = await world.owner.query(`select slug from article where slug like 'cung-ten%' order by article_id`)
  expect(rows.map(({ slug }) => slug)).toEqual(['cung-ten', 'cung-ten-2', 'cung-ten-3'])
})

test('a number that changes between approval and its hour does not go out: the text lies with the approver again', async () => {
  const draft_id = await begin(written(fifteen, { title: 'Một số sắp khác' }))
  await bringToApprover(draft_id)
  const publish_at = new Date(Date.now() + 3_600_000).toISOString()
  expect(await approve('sinh', draft_id, { publish_at })).toMatchObject({ ok: true })
  await world.changeAsOwner(async tx => {
    await sql`
      update standing_decision set recorded = closed(recorded)
       where is_open(recorded) and verdict = 'recognised' and standing_level = 'standard' and decided_on <= '2021-02-19'`.execute(tx)
    return done(null)
  })
  const said: string[] = []
  const [gone] = await publish(new Date(Date.now() + 7_200_000), said)
  expect([gone!.published, await state(draft_id)]).toEqual([{ became: 'recalled', changed: ['«15»'] }, 'checked'])
  expect(said.at(-1)).toContain('a number has changed')
  expect(await world.db.selectFrom('edition').select('title').where('title', '=', 'Một số sắp khác').execute()).toEqual([])
  expect(await approve('sinh', draft_id)).toMatchObject({ ok: false, problems: [{ code: 'printed-differs' }] })
})

test('the database has the same moves as the table, and lays a text on the same desks', async () => {
  const { rows } = await world.owner.query<{ law: string }>(
    `select pg_get_constraintdef(oid) as law from pg_constraint where conname = 'a_lawful_move'`,
  )
  const lawful = [
    ...rows[0]!.law.matchAll(
      /move = '([a-z-]*)'::text\) AND \(COALESCE\(from_state, ''::text\) = '([a-z-]*)'::text\) AND \(state = '([a-z-]*)'/g,
    ),
  ].map(([, ...move]) => move.join(' '))
  const written = Object.entries(draft_flow.moves).flatMap(([name, { from, to }]) => from.map(state => `${name} ${state} ${to}`))
  expect(lawful.sort()).toEqual([...written, 'begin  draft', 'publish approved published'].sort())
  const desks = await world.owner.query(`select s as state, act_in_state(s) as act from unnest($1::text[]) s`, [Object.keys(act_in_state)])
  expect(Object.fromEntries(desks.rows.map(({ state, act }) => [state, act]))).toEqual(act_in_state)
})
