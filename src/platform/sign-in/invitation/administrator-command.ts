import { parseArgs } from 'node:util'
import type pg from 'pg'
import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import type { Printed } from '../../../basis/shared/printed.ts'
import { problemInBoth, type Sentence } from '../../../basis/shared/sentences.ts'
import { type Actor, type Database, transactionOn } from '../../database/index.ts'
import { grantByMachine, inviteByMachine, type MachineInvitation, sheetOf } from './invite-by-machine.ts'

export const administrator_usage = `neu-guong administrator PERSON [--unit KEY]
                     in giấy mời cho người quản trị khi không ai vào được · an invitation for an administrator when none can get in;
                     --unit giao vai trò quản trị tại đơn vị ấy trước · grants them the role at that unit first`

const options = { unit: { type: 'string' } } as const
const machine: Actor = { person_id: null, name: 'neu-guong administrator' }

const words = {
  usage: { vi: 'Nêu một người: số, tên đăng nhập hoặc họ tên.', en: 'Name one person: their number, sign-in name or full name.' },
  nobody: { vi: 'Sổ không có ai là «{who}».', en: 'The register knows nobody as "{who}".' },
  'several-persons': { vi: 'Có nhiều người tên «{who}»; nêu số của một người.', en: 'Several people are called so; name one by number.' },
  'unknown-unit': { vi: 'Không có đơn vị đảng nào đang hoạt động với mã «{unit}».', en: 'No party unit of today has the key "{unit}".' },
  'no-administrator': {
    vi: '{name} không phải quản trị. Thêm --unit MÃ để giao vai trò quản trị tại đơn vị ấy.',
    en: '{name} is no administrator. Add --unit KEY to grant the role at that unit.',
  },
} satisfies Record<string, Sentence>
type AdministratorCode = keyof typeof words

type Asked = { who: string; unit: string | undefined; now: Date }

/**
 * `neu-guong administrator PERSON`, on the machine itself: an invitation that needs no administrator and no second
 * person, for where none can get in, or there is none yet. It stands in the ledger, and every administrator is told on
 * their home page. 0 printed, 2 refused.
 */
export async function administratorCommand(
  database: Pick<Database, 'connect'>,
  args: string[],
  { now, site_address }: { now: Date; site_address: string | null },
): Promise<Printed> {
  const read = readArgs(args)
  if (read === null) return { code: 2, out: '', err: `${sentenceOf({ code: 'usage' })}\n${administrator_usage}\n` }
  const owner = await database.connect('neu_guong_owner')
  try {
    const outcome = await inLoading(owner, () => print(owner, { ...read, now }))
    if (!outcome.ok) return { code: 2, out: '', err: outcome.problems.map(sentenceOf).join('\n') }
    return { code: 0, out: sheetOf(outcome.value, site_address), err: '' }
  } finally {
    await owner.end()
  }
}

function readArgs(args: string[]): Omit<Asked, 'now'> | null {
  try {
    const { values, positionals } = parseArgs({ args, options, allowPositionals: true, strict: true })
    return positionals.length === 1 ? { who: positionals[0]!.trim(), unit: values.unit } : null
  } catch {
    return null
  }
}

/** The owner sees persons only while it says that it loads. What is refused leaves nothing behind. */
async function inLoading<T>(owner: pg.Client, work: () => Promise<Outcome<T, AdministratorCode>>): Promise<Outcome<T, AdministratorCode>> {
  await owner.query(`begin; set local neu_guong.loading = 'yes'; select set_recorded_floor()`)
  try {
    const outcome = await work()
    await owner.query(outcome.ok ? 'commit' : 'rollback')
    return outcome
  } catch (error) {
    await owner.query('rollback')
    throw error
  }
}

async function print(owner: pg.Client, { who, unit, now }: Asked): Promise<Outcome<MachineInvitation, AdministratorCode>> {
  const found = await findPerson(owner, who)
  if (!found.ok) return found
  const { person_id } = found.value
  const granted = unit === undefined ? await isAdministrator(owner, found.value) : await grant(owner, { person_id, unit, now })
  if (!granted.ok) return granted
  return done(await inviteByMachine(transactionOn(owner), machine, found.value, now))
}

type Person = { person_id: number; full_name: string }

/** By number, by sign-in name, or by full name, with or without marks. */
async function findPerson(owner: pg.Client, who: string): Promise<Outcome<Person, AdministratorCode>> {
  const { rows } = await owner.query<Person & { unit_name: string | null }>(
    `select v.person_id, v.full_name, u.name as unit_name
       from person_version v
       left join account a      on a.person_id = v.person_id and upper(a.recorded) = 'infinity'
       left join membership m   on m.person_id = v.person_id and m.valid @> today_in_vietnam() and upper(m.recorded) = 'infinity'
       left join unit_version u on u.unit_id = m.unit_id and u.valid @> today_in_vietnam() and upper(u.recorded) = 'infinity'
      where upper(v.recorded) = 'infinity' and ($1 in (v.person_id::text, a.sign_in_name) or folded(v.full_name) = folded($1))
      order by v.person_id
      limit 20`,
    [who],
  )
  if (rows.length === 0) return refused({ code: 'nobody', values: { who } })
  const list = rows.map(({ person_id, full_name, unit_name }) => `  ${person_id}  ${full_name}, ${unit_name ?? '–'}`).join('\n')
  return rows.length > 1 ? refused({ code: 'several-persons', values: { who, list } }) : done(rows[0]!)
}

async function isAdministrator(owner: pg.Client, { person_id, full_name }: Person): Promise<Outcome<null, AdministratorCode>> {
  const { rowCount } = await owner.query(
    `select from role_grant where person_id = $1 and role = 'administrator' and valid @> today_in_vietnam() and upper(recorded) = 'infinity'`,
    [person_id],
  )
  return rowCount ? done(null) : refused({ code: 'no-administrator', values: { name: full_name } })
}

/** The role of an administrator from today on; where they hold it at the unit already, nothing is written. */
async function grant(
  owner: pg.Client,
  { person_id, unit, now }: { person_id: number; unit: string; now: Date },
): Promise<Outcome<null, AdministratorCode>> {
  const { rows } = await owner.query<{ unit_id: number; is_held: boolean }>(
    `select u.unit_id,
            exists (select from role_grant g
                     where g.person_id = $2 and g.role = 'administrator' and g.unit_id = u.unit_id and g.valid @> today_in_vietnam()
                       and upper(g.recorded) = 'infinity') as is_held
       from unit u
       join unit_version v on v.unit_id = u.unit_id and v.valid @> today_in_vietnam() and upper(v.recorded) = 'infinity'
       join unit_kind k    on k.unit_kind = v.unit_kind and k.hierarchy = 'party'
      where u.key = $1`,
    [unit, person_id],
  )
  if (!rows[0]) return refused({ code: 'unknown-unit', values: { unit } })
  if (rows[0].is_held) return done(null)
  await grantByMachine(transactionOn(owner), machine, { person_id, role: 'administrator', unit_id: rows[0].unit_id }, now)
  return done(null)
}

/** The sentence, and under it those among whom to choose. */
function sentenceOf(problem: Problem<AdministratorCode>): string {
  return [problemInBoth(words, problem), problem.values?.list ?? ''].join('\n').trim()
}
