import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { done } from '../../basis/shared/outcome.ts'
import { change, query } from '../database/index.ts'
import { addHead, addUnit, type InventedCommune, inventCommune } from '../sign-in/invented-commune.ts'
import { readFile } from '../sign-in/read-file.ts'
import { look } from '../sign-in/session/look.ts'
import { delegateRole } from './delegate-role.ts'
import { noteAct } from './note-act.ts'
import { in_person, may, policies, presupposed, type Role, type Standing, wholeActs } from './policies.ts'
import { standingOf } from './roles-of.ts'

const world = withDatabase('empty')
const now = new Date()
const today = new Date(now.getTime() + 7 * 3600_000).toISOString().slice(0, 10)
let commune: InventedCommune

beforeAll(async () => {
  commune = await inventCommune(world.owner)
  await promise()
})

/** A campaign of the district in which Lan, Quý, Liễu and Son owe a commitment, and have written one. */
async function promise(): Promise<void> {
  const { units, people } = commune
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(
    `insert into instrument (number, kind, issuer, title, signed_on) values ('05-CT/TW', 'directive', 'Bộ Chính trị', 'x', '2016-05-15')`,
  )
  await world.owner.query(
    `insert into programme (key, name_vi, name_en, instrument_id, started_on) values ('ct05', 'x', 'x', 1, '2016-05-15')`,
  )
  await world.owner.query(`insert into campaign (programme_id, unit_id, year) values (1, $1, 2026)`, [units.province])
  await world.owner.query(
    `insert into campaign_terms (campaign_id, opens_on, due_on, closes_on) values (1, '2026-01-01', '2026-03-31', '2026-12-31')`,
  )
  for (const [who, cell] of [
    ['lan', 'cell'],
    ['quy', 'cell'],
    ['lieu', 'other_cell'],
    ['far', 'far_cell'],
    ['hoa', 'cell'],
  ] as const) {
    const { rows } = await world.owner.query(
      `insert into obligation (campaign_id, person_id, unit_id, due_from) values (1, $1, $2, '2026-01-01') returning obligation_id`,
      [people[who], units[cell]],
    )
    await submit(rows[0].obligation_id, who)
  }
  await world.owner.query('commit')
}

/** Two deeds and the step, as the law of commitments asks. */
async function submit(obligation_id: number, who: 'lan' | 'quy' | 'lieu' | 'far' | 'hoa'): Promise<void> {
  const { rows } = await world.owner.query('insert into commitment (obligation_id, thought) values ($1, $2) returning commitment_id', [
    obligation_id,
    who,
  ])
  const [{ commitment_id }] = rows as [{ commitment_id: number }]
  await world.owner.query(
    `insert into deed (commitment_id, ordinal, what, registered_on) select $1, ordinal, 'việc', '2026-01-02' from generate_series(1, 2) ordinal`,
    [commitment_id],
  )
  await world.owner.query(
    `insert into commitment_step (commitment_id, state, happened_on, actor_id) values ($1, 'submitted', '2026-01-02', $2)`,
    [commitment_id, commune.people[who]],
  )
}

const names = query<Record<string, never>, { full_name: string }>(
  `select v.full_name from person_version v where upper(v.recorded) = 'infinity' order by v.full_name collate "vi-x-icu"`,
)
const texts = query<Record<string, never>, { thought: string }>('select c.thought from commitment c order by c.thought')

/** What somebody sees of persons and of commitments when nothing but the database holds them back. */
const seenBy = (person_id: number | null) =>
  look(world.database, { person_id }, async db => ({
    persons: (await names(db, {})).map(row => row.full_name),
    commitments: (await texts(db, {})).map(row => row.thought),
  }))

test('with no filter of the application at all, everybody sees what is theirs and nothing else', async () => {
  const { people } = commune
  expect(await seenBy(null)).toEqual({ persons: [], commitments: [] })
  expect(await seenBy(people.lan)).toEqual({ persons: ['Nông Thị Lan'], commitments: ['lan'] })
  expect(await seenBy(people.hoa)).toEqual({
    persons: ['Nông Thị Lan', 'Nông Văn Quý', 'Triệu Văn Hòa'],
    commitments: ['hoa', 'lan', 'quy'],
  })
  const of_commune = ['Bàn Thị Liễu', 'Hà Đức Toàn', 'Nông Thị Lan', 'Nông Văn Quý', 'Triệu Văn Hòa']
  expect(await seenBy(people.office)).toEqual({ persons: of_commune, commitments: ['hoa', 'lan', 'lieu', 'quy'] })
  expect(await seenBy(people.leader)).toEqual({
    persons: ['Bàn Thị Liễu', 'Hà Đức Toàn', 'Hoàng Minh Đạo', 'Nông Thị Lan', 'Nông Văn Quý', 'Triệu Văn Hòa'],
    commitments: ['hoa', 'lan', 'lieu', 'quy'],
  })
  expect(await seenBy(people.administrator)).toEqual({
    persons: ['Bàn Thị Liễu', 'Hà Đức Toàn', 'Ma Thị Hương', 'Nông Thị Lan', 'Nông Văn Quý', 'Triệu Văn Hòa'],
    commitments: [],
  })
  expect(await seenBy(people.auditor)).toEqual({ persons: ['Lý Thu Trang'], commitments: [] })
})

test('whoever reads what is theirs asks for no scope; whoever reads what is another’s does', async () => {
  const asked = query<{ of: number }, { scopes: string }>(
    `select concat(current_setting('neu_guong.scope_person_read', true), current_setting('neu_guong.scope_obligation_read', true)) as scopes
       from person_version where person_id = :of`,
  )
  const { hoa, lan } = commune.people
  const read = (of: number) => look(world.database, { person_id: hoa }, db => asked(db, { of }))
  expect(await read(hoa)).toEqual([{ scopes: '' }])
  expect(await read(lan)).toEqual([{ scopes: expect.stringContaining(`${hoa} `) }])
})

test('what the database lets each role do is what the table of policies says', async () => {
  const { rows } = await world.owner.query(
    `select noun || '.' || act as act, array_agg(role order by role) as roles from role_act group by 1 order by 1`,
  )
  const in_person_only = await world.owner.query(`select distinct noun || '.' || act as act from role_act where in_person order by 1`)
  expect(in_person_only.rows.map(({ act }) => act)).toEqual([...in_person])
  const written = Object.entries(policies)
    .flatMap(([noun, acts]) =>
      Object.entries(acts).map(([act, who]) => ({
        act: `${noun}.${act}`,
        roles: (who as string[]).filter(role => role !== 'self').sort(),
      })),
    )
    .filter(({ roles }) => roles.length > 0)
    .sort((a, b) => (a.act < b.act ? -1 : 1))
  expect(rows).toEqual(written)
})

test('what an act presupposes is lent with it, and the database refuses the one without the other', async () => {
  const acts = Object.entries(policies).flatMap(([noun, of]) => Object.keys(of).map(act => `${noun}.${act}`))
  const { rows } = await world.owner.query('select act from unnest($1::text[]) as act where not is_whole(array[act]) order by act', [acts])
  expect(rows.map(({ act }) => act)).toEqual(Object.keys(presupposed).sort())
  expect(wholeActs(['commitment.endorse'])).toEqual(['commitment.endorse', 'commitment.read', 'obligation.read'])
  const wholes = await world.owner.query('select is_whole($1::text[]) as whole, is_whole($2::text[]) as nothing', [wholeActs(acts), null])
  expect(wholes.rows).toEqual([{ whole: true, nothing: true }])
})

const standing = (person_id: number): Promise<Standing> => look(world.database, { person_id }, db => standingOf(db, person_id, today))

test('Hòa may endorse Lan, not himself and not the cell beside; the office may not endorse at all', async () => {
  const { units, people } = commune
  const [hoa, office] = [await standing(people.hoa), await standing(people.office)]
  expect(may(hoa, 'commitment', 'endorse', { unit_id: units.cell, person_id: people.lan })).toEqual({ allowed: true, on_behalf_of: null })
  expect(may(hoa, 'commitment', 'endorse', { unit_id: units.cell, person_id: people.hoa }).allowed).toBe(false)
  expect(may(hoa, 'commitment', 'endorse', { unit_id: units.other_cell, person_id: people.lieu }).allowed).toBe(false)
  expect(may(office, 'commitment', 'endorse', { unit_id: units.cell, person_id: people.lan }).allowed).toBe(false)
  expect(may(hoa, 'commitment', 'write', { unit_id: units.cell, person_id: people.hoa }).allowed).toBe(true)
  expect(may(hoa, 'commitment', 'write', { unit_id: units.cell, person_id: people.lan }).allowed).toBe(false)
})

test('Hòa lends his role to Quý for a week, for endorsing only: Quý endorses Lan, not Hòa whose power it is, not himself; and lends it to nobody', async () => {
  const { units, people } = commune
  const hoa = { person_id: people.hoa, name: 'Hòa' }
  const quy = { person_id: people.quy, name: 'Quý' }
  const asked = {
    receiver_id: people.quy,
    role: 'secretary' as Role,
    unit_id: units.cell,
    acts: ['commitment.endorse'],
    from: today,
    to: addDays(today, 7),
  }
  expect((await change(world.database, hoa, tx => delegateRole(tx, hoa, asked, now))).ok).toBe(true)
  const lent = await standing(people.quy)
  const judging = (person_id: number) => may(lent, 'commitment', 'endorse', { unit_id: units.cell, person_id })
  expect(judging(people.lan)).toEqual({ allowed: true, on_behalf_of: people.hoa })
  expect([judging(people.hoa).allowed, judging(people.quy).allowed]).toEqual([false, false])
  expect(may(lent, 'commitment', 'return', { unit_id: units.cell, person_id: people.lan }).allowed).toBe(false)
  expect((await seenBy(people.quy)).commitments).toEqual(['hoa', 'lan', 'quy'])
  const onward = await change(world.database, quy, tx => delegateRole(tx, quy, { ...asked, receiver_id: people.lieu }, now))
  expect(onward).toEqual({ ok: false, problems: [{ code: 'not-held', field: 'role' }] })

  // The same, as rows written past the verbs.
  const step = (who: number, whose: string) =>
    change(world.database, { person_id: who, name: 'x' }, async tx => {
      const { commitment_id } = await tx
        .selectFrom('commitment')
        .select('commitment_id')
        .where('thought', '=', whose)
        .executeTakeFirstOrThrow()
      await tx.insertInto('commitment_step').values({ commitment_id, state: 'endorsed', happened_on: today, actor_id: who }).execute()
      await noteAct(tx, { person_id: who, name: 'x' }, 'endorse-commitment', 'commitment', commitment_id)
      return done(whose)
    })
  type Lent = { giver_id: number; receiver_id: number; role: string; unit_id: number; valid: string; acts?: string[] }
  const by_hand = (who: number, row: Lent) =>
    change(world.database, { person_id: who, name: 'x' }, async tx => {
      await tx.insertInto('delegation').values(row).execute()
      await noteAct(tx, { person_id: who, name: 'x' }, 'lend-role', 'delegation', 0)
      return done(null)
    })
  expect((await step(people.quy, 'lan')).ok).toBe(true)
  for (const whose of ['hoa', 'quy'])
    await expect(step(people.quy, whose)).rejects.toMatchObject({ code: expect.stringMatching(/42501|23514/) })
  await expect(step(people.quy, 'lieu')).rejects.toThrow(/no result/)
  const row = { giver_id: people.quy, receiver_id: people.lieu, role: 'secretary', unit_id: units.cell, valid: `[${today},2999-01-01)` }
  await expect(by_hand(people.quy, row)).rejects.toMatchObject({ code: '42501' })
  await expect(by_hand(people.quy, { ...row, giver_id: people.hoa })).rejects.toMatchObject({ code: '42501' })
  await expect(by_hand(people.hoa, { ...row, giver_id: people.hoa, receiver_id: people.hoa })).rejects.toMatchObject({ code: '23514' })
  const half = { ...row, giver_id: people.hoa, acts: ['commitment.endorse'] }
  await expect(by_hand(people.hoa, half)).rejects.toMatchObject({ code: '23514', constraint: 'lent_acts_are_whole' })
})

test('when Hòa’s tenure ends, what he lent ends with it', async () => {
  const { people } = commune
  await world.owner.query('begin')
  await world.owner.query(`set local neu_guong.loading = 'yes'`)
  await world.owner.query(`update tenure set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity'`, [
    people.hoa,
  ])
  await world.owner.query(
    `insert into tenure (post_id, person_id, valid) select post_id, person_id, daterange('2020-01-01', (now() at time zone 'Asia/Ho_Chi_Minh')::date) from tenure where person_id = $1`,
    [people.hoa],
  )
  await world.owner.query('commit')
  expect(await seenBy(people.quy)).toEqual({ persons: ['Nông Văn Quý', 'Triệu Văn Hòa'], commitments: ['quy'] })
  expect((await seenBy(people.hoa)).commitments).toEqual(['hoa'])
})

test('reading another’s file is written down, and the person sees by whom; what is not one’s to read is refused and leaves no line', async () => {
  const { units, people } = commune
  const file = { noun: 'commitment' as const, unit_id: units.cell, person_id: people.lan }
  const office = { person_id: people.office, name: 'Hà Đức Toàn' }
  const read = () => Promise.resolve(done('đã đọc'))
  expect(await readFile(world.database, office, file, read, now)).toEqual({ ok: true, value: 'đã đọc' })
  expect(await readFile(world.database, { person_id: people.lan, name: 'Lan' }, file, read, now)).toEqual({ ok: true, value: 'đã đọc' })
  const stranger = { person_id: people.far, name: 'Son' }
  expect(await readFile(world.database, stranger, file, read, now)).toEqual({
    ok: false,
    problems: [{ code: 'not-yours', field: 'person_id' }],
  })
  const lines = query<Record<string, never>, { reader: string; noun: string }>(
    `select v.full_name as reader, r.noun from person_reading r join person_version v on v.person_id = r.reader_id and upper(v.recorded) = 'infinity'`,
  )
  const seen = (person_id: number) => look(world.database, { person_id }, db => lines(db, {}))
  expect(await seen(people.lan)).toEqual([{ reader: 'Hà Đức Toàn', noun: 'commitment' }])
  expect(await seen(people.far)).toEqual([])
})

test('on the day of a merger the office of the old commune reaches what became of it, and the new secretary the papers of both cells', async () => {
  const { units, people } = commune
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const joined = await addUnit(owner, 'dang-bo-xa-moi', 'base-organisation', units.district, today)
  const cell = await addUnit(owner, 'chi-bo-moi', 'cell', joined, today)
  for (const unit of [units.commune, units.cell, units.other_cell]) {
    for (const table of ['placement', 'unit_version']) {
      await owner.query(`update ${table} set recorded = closed(recorded) where unit_id = $1`, [unit])
    }
  }
  const before = `[2020-01-01,${today})`
  for (const [unit, kind, parent] of [
    [units.commune, 'base-organisation', units.district],
    [units.cell, 'cell', units.commune],
    [units.other_cell, 'cell', units.commune],
  ] as const) {
    await owner.query('insert into unit_version (unit_id, name, unit_kind, valid) values ($1, $2, $3, $4)', [unit, 'cũ', kind, before])
    await owner.query(`insert into placement (unit_id, hierarchy, parent_id, valid) values ($1, 'party', $2, $3)`, [unit, parent, before])
  }
  const { rows } = await owner.query(
    `insert into succession_event (kind, effective_on, instrument_id) values ('merged', $1, 1) returning succession_event_id`,
    [today],
  )
  for (const [from, to] of [
    [units.commune, joined],
    [units.cell, cell],
    [units.other_cell, cell],
  ] as const)
    await owner.query(
      'insert into succession (succession_event_id, predecessor_id, successor_id, population_share) values ($1, $2, $3, 1)',
      [rows[0].succession_event_id, from, to],
    )
  await addHead(owner, people.lieu, cell, 'Bí thư', `[${today},infinity)`)
  for (const person of [people.lan, people.lieu]) {
    await owner.query(`update membership set recorded = closed(recorded) where person_id = $1`, [person])
    await owner.query(`insert into membership (person_id, unit_id, kind, valid) values ($1, $2, 'party-member', $3)`, [
      person,
      cell,
      `[${today},infinity)`,
    ])
  }
  await owner.query('commit')
  expect((await seenBy(people.lieu)).commitments).toEqual(['hoa', 'lan', 'lieu', 'quy'])
  expect((await seenBy(people.office)).commitments).toEqual(['hoa', 'lan', 'lieu', 'quy'])
  const office = await standing(people.office)
  expect([...office.held[0]!.reach].sort()).toEqual([units.cell, units.other_cell, cell].sort())
  expect(may(office, 'person', 'read', { unit_id: joined }).allowed).toBe(false)
})
