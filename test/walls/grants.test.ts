import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { withDatabase } from '../harness/database.ts'
import { type Granted, readGrants, readLeaks, readSequences } from './read-catalogue.ts'

const world = withDatabase('empty')
const declared = readDeclared()

test('the application and the auditor may do to each table what grants.txt says, and nothing else', async () => {
  expect(field_errors(await readGrants(world.owner), declared)).toEqual([])
})

test('a table of which grants.txt says nothing is told what to write, and so is one that may do more than it says', async () => {
  await world.owner.query('begin')
  await world.owner.query('create table careless (n integer)')
  await world.owner.query('grant insert, update (state) on commitment_step to neu_guong_app')
  await world.owner.query('alter table session no force row level security')
  const told = field_errors(await readGrants(world.owner), declared)
  await world.owner.query('rollback')
  expect(told.map(line => line.split(':')[0])).toEqual(['careless', 'commitment_step', 'session'])
  expect(told[0]).toContain('revoke all on careless')
})

test('a table whose rows are open to all says why, and a table that is written says by whom', () => {
  const silent = declared.filter(({ wall, app, why }) => why === '' && (wall === 'open' || /insert|update|delete/.test(app)))
  expect(silent).toEqual([])
  expect(declared.map(({ table }) => table)).toEqual(declared.map(({ table }) => table).sort())
})

test('nobody else may do anything, and a new table is nobody’s but its owner’s', async () => {
  expect(await readLeaks(world.owner)).toEqual(leaks)
  await world.owner.query('begin')
  await world.owner.query('grant select on person to public')
  await world.owner.query('alter default privileges in schema public grant delete on tables to neu_guong_app')
  const told = await readLeaks(world.owner)
  await world.owner.query('rollback')
  expect(told).toEqual(expect.arrayContaining(['new tables: neu_guong_app delete', 'person: PUBLIC select']))
})

test('the application steps by hand the few sequences whose numbers it must know beforehand', async () => {
  expect(await readSequences(world.owner)).toEqual(stepped_by_hand.map(name => `${name}: neu_guong_app usage`))
})

/**
 * Whoever writes rows that point at one another in one statement asks for their numbers first: a roster, and reports
 * that are carried to an amended text.
 */
const stepped_by_hand = [
  'deed_step_deed_step_id_seq',
  'membership_membership_id_seq',
  'party_card_party_card_id_seq',
  'person_person_id_seq',
  'person_version_person_version_id_seq',
  'tenure_tenure_id_seq',
]

const leaks: string[] = []

type Declared = Granted & { why: string }

/** One line a table: name | forced, open or view | the application | the auditor | who writes it, or why it is open. */
function readDeclared(): Declared[] {
  const lines = readFileSync(join(import.meta.dirname, 'grants.txt'), 'utf8').split('\n')
  return lines
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [table, wall, app, auditor, why = ''] = line.split('|').map(part => part.trim())
      return { table, wall, app, auditor, why } as Declared
    })
}

function field_errors(found: Granted[], said: Declared[]): string[] {
  const line = ({ table, wall, app, auditor }: Granted) => `${table} | ${wall} | ${app} | ${auditor}`
  const unsaid = found.filter(({ table }) => !said.some(one => one.table === table)).map(adviceFor)
  const unlike = found.flatMap(one => {
    const told = said.find(({ table }) => table === one.table)
    return told && line(told) !== line(one) ? [`${one.table}: grants.txt says «${line(told)}», the database «${line(one)}»`] : []
  })
  const gone = said
    .filter(({ table }) => !found.some(one => one.table === table))
    .map(({ table }) => `${table}: is no table; take its line out of grants.txt`)
  return [...unsaid, ...unlike, ...gone].sort()
}

/** What is missing where somebody makes a table. */
function adviceFor({ table }: Granted): string {
  return (
    `${table}: write in its migration «revoke all on ${table} from neu_guong_app, neu_guong_auditor», then grant select, insert or update (columns) as its verbs need, ` +
    `and either guard_persons or guard_writes with a policy for each command, or the reason why its rows are open; and give it a line in test/walls/grants.txt`
  )
}
