import type pg from 'pg'
import type { Span, World } from './invent-world.ts'

const kinds: Record<number, string> = { 1: 'province-committee', 2: 'district-committee', 3: 'base-organisation', 4: 'cell' }
const known = '[2010-01-01,infinity)'
const unlearned = '[2000-01-01,2010-01-01)'

/**
 * Writes a world into the register, as its owner; `today` is the day 0 of the world, `first` the number before its own.
 */
export async function loadWorld(owner: pg.Client, world: World, today: string, first: number): Promise<void> {
  const day = (number: number) =>
    number > 20_000 ? 'infinity' : new Date(Date.parse(`${today}T00:00:00Z`) + number * 86_400_000).toISOString().slice(0, 10)
  const valid = ({ from, to }: Span) => `[${day(from)},${day(to)})`
  const recorded = ({ is_known }: { is_known: boolean }) => (is_known ? known : unlearned)
  const insert = (table: string, columns: string, rows: unknown[][]) => insertRows(owner, table, columns, rows)
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await insert(
    'unit',
    'unit_id, key',
    world.units.map(({ unit_id }) => [unit_id, `don-vi-${unit_id}`]),
  )
  await insert(
    'unit_version',
    'unit_id, name, unit_kind, valid, recorded',
    world.units.map(unit => [unit.unit_id, `đơn vị ${unit.unit_id}`, kinds[unit.rank], valid(unit), known]),
  )
  await insert(
    'placement',
    'unit_id, hierarchy, parent_id, valid, recorded',
    world.placements.map(placed => [placed.unit_id, 'party', placed.parent_id, valid(placed), known]),
  )
  await insert('instrument', 'instrument_id, number, kind, issuer, title, signed_on', [
    [first, `${first}-NQ`, 'resolution', 'x', 'x', '2000-01-01'],
  ])
  await loadSuccessions(insert, world, day, first)
  await insert(
    'person',
    'person_id, since',
    world.people.map(person_id => [person_id, '2000-01-01']),
  )
  await insert(
    'person_version',
    'person_id, full_name, recorded',
    world.people.map(person_id => [person_id, `người ${person_id}`, known]),
  )
  await insert(
    'membership',
    'person_id, unit_id, kind, valid, recorded',
    world.memberships.map(stay => [stay.person_id, stay.unit_id, 'party-member', valid(stay), recorded(stay)]),
  )
  await insert(
    'post',
    'post_id, unit_id, title, is_head',
    world.units.map(({ unit_id }) => [unit_id, unit_id, 'Bí thư', true]),
  )
  await insert(
    'tenure',
    'post_id, person_id, valid, recorded',
    world.heads.map(head => [head.unit_id, head.person_id, valid(head), recorded(head)]),
  )
  await insert(
    'role_grant',
    'person_id, role, unit_id, valid, recorded',
    world.grants.map(grant => [grant.person_id, grant.role, grant.unit_id, valid(grant), recorded(grant)]),
  )
  await insert(
    'delegation',
    'giver_id, receiver_id, role, unit_id, acts, valid, recorded',
    world.delegations.map(lent => [lent.giver_id, lent.receiver_id, lent.role, lent.unit_id, lent.acts, valid(lent), recorded(lent)]),
  )
  await loadAccounts(insert, world, first)
  await insert('programme', 'programme_id, key, name_vi, name_en, instrument_id, started_on', [
    [first, `ct-${first}`, 'x', 'x', first, '2000-01-01'],
  ])
  await insert('campaign', 'campaign_id, programme_id, unit_id, year', [[first, first, first + 1, 2026]])
  await insert(
    'obligation',
    'obligation_id, campaign_id, person_id, unit_id, due_from',
    world.obligations.map(owed => [owed.person_id, first, owed.person_id, owed.unit_id, '2026-01-01']),
  )
  await loadTexts(insert, world)
  await owner.query('commit')
}

/**
 * Of each who owes one: what was approved, an amendment that was endorsed, and one that was taken back, so that the
 * register is in the midst of restoring the first.
 */
async function loadTexts(insert: Insert, world: World): Promise<void> {
  const texts = world.obligations.flatMap(({ person_id }) => [0, 1, 2].map(n => ({ id: person_id * 10 + n, person_id, version: n + 1 })))
  await insert(
    'commitment',
    'commitment_id, obligation_id, version',
    texts.map(({ id, person_id, version }) => [id, person_id, version]),
  )
  const states = [['approved', 'superseded'], ['endorsed'], ['withdrawn']]
  await insert(
    'commitment_step',
    'commitment_id, state, happened_on',
    texts.flatMap(({ id, version }) => states[version - 1]!.map(state => [id, state, '2026-01-02'])),
  )
}

type Insert = (table: string, columns: string, rows: unknown[][]) => Promise<void>

/** As an invitation that one person alone answers for leaves it, or two. */
async function loadAccounts(insert: Insert, world: World, first: number): Promise<void> {
  await insert(
    'account',
    'person_id, sign_in_name, recorded',
    world.accounts.map(({ person_id }) => [person_id, `nguoi-${person_id}`, known]),
  )
  const opened = world.accounts.filter(({ is_opened }) => is_opened)
  const alone = opened.filter(({ on_word_of }) => on_word_of !== null)
  await insert(
    'invitation',
    'invitation_id, person_id, code_digest, made_by, grounds, made_at, expires_at, used_at',
    alone.map(({ person_id, on_word_of }) => [
      ...[person_id, person_id, `${first} ${person_id}`, on_word_of, 'first'],
      ...['2020-01-01', '2020-01-15', '2020-01-02'],
    ]),
  )
  await insert(
    'password',
    'person_id, phc, recorded',
    opened.map(({ person_id }) => [person_id, '$argon2id$of-nobody', known]),
  )
}

async function loadSuccessions(insert: Insert, world: World, day: (number: number) => string, first: number): Promise<void> {
  const days = [...new Set(world.successions.map(succession => succession.day))]
  await insert(
    'succession_event',
    'succession_event_id, kind, effective_on, instrument_id, recorded',
    days.map((on, i) => [first + i, 'rearranged', day(on), first, known]),
  )
  await insert(
    'succession',
    'succession_id, succession_event_id, predecessor_id, successor_id, population_share, recorded',
    world.successions.map((edge, i) => [
      first + i,
      first + days.indexOf(edge.day),
      edge.predecessor_id,
      edge.successor_id,
      edge.share,
      known,
    ]),
  )
}

async function insertRows(owner: pg.Client, table: string, columns: string, rows: unknown[][]): Promise<void> {
  if (rows.length === 0) return
  const width = rows[0]!.length
  const places = rows.map((_, row) => `(${Array.from({ length: width }, (_, column) => `$${row * width + column + 1}`).join(', ')})`)
  await owner.query(`insert into ${table} (${columns}) values ${places.join(', ')}`, rows.flat())
}
