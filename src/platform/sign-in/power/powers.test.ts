import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { addDays, dayOf } from '../../../basis/shared/dates.ts'
import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { change } from '../../database/index.ts'
import { type DelegationAsked, delegateRole, endDelegation } from '../../role/delegate-role.ts'
import { endGrant, type GrantAsked, grantRole } from '../../role/grant-role.ts'
import { rolesOf } from '../../role/roles-of.ts'
import { type InventedCommune, inventCommune } from '../invented-commune.ts'
import { look } from '../session/look.ts'
import { endSession, endSessionsOf, openSession } from '../session/sessions.ts'

const world = withDatabase('empty')
const now = new Date()
const today = dayOf(now)
let scene: InventedCommune

beforeAll(async () => {
  scene = await inventCommune(world.owner)
})

type Who = keyof InventedCommune['people']
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const codes = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))
const rolesNow = async (who: Who) =>
  (await look(world.database, actor(who), db => rolesOf(db, scene.people[who], today))).map(({ role }) => role)
const acts = async () =>
  (await world.owner.query('select act, actor_id from ledger_entry order by entry_id')).rows.map(({ act, actor_id }) => [act, actor_id])

const grant = (who: Who, changes: Partial<GrantAsked> = {}) =>
  change(world.database, actor(who), tx =>
    grantRole(
      tx,
      actor(who),
      {
        person_id: scene.people.lan,
        role: 'unit-office',
        unit_id: scene.units.commune,
        instrument_id: null,
        from: today,
        to: null,
        ...changes,
      },
      now,
    ),
  )

test('an administrator grants a role within their units, to one of their people and never to themselves; it holds from its day until it is ended', async () => {
  expect(codes(await grant('administrator', { person_id: 0, unit_id: 0, role: '' as never, from: '' }))).toEqual([
    'no-person person_id',
    'no-unit unit_id',
    'no-role role',
    'no-such-day from',
  ])
  expect(codes(await grant('administrator', { role: 'secretary' as never, from: '2021-02-29' }))).toEqual([
    'no-role role',
    'no-such-day from',
  ])
  expect(codes(await grant('administrator', { to: addDays(today, -1) }))).toEqual(['ends-before to'])
  expect(codes(await grant('administrator', { person_id: scene.people.administrator }))).toEqual(['to-oneself person_id'])
  expect(codes(await grant('administrator', { unit_id: scene.units.far_commune }))).toEqual(['not-yours unit_id'])
  expect(codes(await grant('administrator', { person_id: scene.people.far }))).toEqual(['not-administered person_id'])
  expect(codes(await grant('office'))).toEqual(['not-yours unit_id'])
  expect(await rolesNow('lan')).toEqual([])
  const granted = await grant('administrator')
  expect(codes(granted)).toEqual([])
  expect(await rolesNow('lan')).toEqual(['unit-office'])
  expect(codes(await grant('administrator'))).toEqual(['granted-already role'])
  const id = granted.ok ? granted.value : 0
  const end = (who: Who) => change(world.database, actor(who), tx => endGrant(tx, actor(who), id))
  expect(await end('lan')).toEqual({ ok: true, value: false })
  expect(await end('office')).toEqual({ ok: true, value: false })
  expect(await end('administrator')).toEqual({ ok: true, value: true })
  expect(await end('administrator')).toEqual({ ok: true, value: false })
  expect(await rolesNow('lan')).toEqual([])
  expect(await acts()).toEqual([
    ['grant-role', scene.people.administrator],
    ['end-grant', scene.people.administrator],
  ])
})

test('Hòa lends what is his, for a time, for acts of his role; it is not lent twice, nor to whom he does not know, and he takes it back', async () => {
  const lend = (who: Who, changes: Partial<DelegationAsked> = {}) =>
    change(world.database, actor(who), tx =>
      delegateRole(
        tx,
        actor(who),
        {
          receiver_id: scene.people.quy,
          role: 'secretary',
          unit_id: scene.units.cell,
          acts: ['commitment.endorse'],
          from: today,
          to: addDays(today, 7),
          ...changes,
        },
        now,
      ),
    )
  expect(codes(await lend('hoa', { receiver_id: scene.people.hoa, from: 'mai' }))).toEqual([
    'to-oneself receiver_id',
    'no-such-day from',
    'no-end to',
  ])
  expect(codes(await lend('hoa', { receiver_id: 0, role: '' as never, acts: null, from: '', to: '' }))).toEqual([
    'unknown-receiver receiver_id',
    'no-such-day from',
    'no-end to',
    'not-held role',
  ])
  expect(codes(await lend('hoa', { to: addDays(today, 185) }))).toEqual(['lent-too-long to'])
  expect(codes(await lend('hoa', { acts: ['commitment.approve'] }))).toEqual(['no-act acts'])
  expect(codes(await lend('hoa', { receiver_id: scene.people.far }))).toEqual(['unknown-receiver receiver_id'])
  expect(codes(await lend('lan'))).toEqual(['not-held role'])
  const lent = await lend('hoa')
  expect(codes(lent)).toEqual([])
  expect(codes(await lend('hoa'))).toEqual(['lent-already from'])
  expect(await rolesNow('quy')).toEqual(['secretary'])
  const id = lent.ok ? lent.value : 0
  expect(await change(world.database, actor('quy'), tx => endDelegation(tx, actor('quy'), id))).toEqual({ ok: true, value: false })
  expect(await change(world.database, actor('hoa'), tx => endDelegation(tx, actor('hoa'), id))).toEqual({ ok: true, value: true })
  expect(await rolesNow('quy')).toEqual([])
})

test('the end of a session stands in the ledger, by whom it was ended', async () => {
  const open = () =>
    change(world.database, actor('lan'), async tx =>
      done(await openSession(tx, { person_id: scene.people.lan, stage: 'whole', means: 'password', agent: 'x', now })),
    )
  const [first] = [await open(), await open()]
  await endSession(world.database, first.ok ? first.value : '', now)
  await change(world.database, actor('administrator'), async tx =>
    done(await endSessionsOf(tx, { person_id: scene.people.lan, by: scene.people.administrator, now })),
  )
  expect((await acts()).slice(-2)).toEqual([
    ['end-session', scene.people.lan],
    ['end-session', scene.people.administrator],
  ])
})
