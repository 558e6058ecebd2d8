import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import type { Printed } from '../../basis/shared/printed.ts'
import { readCommand } from '../../basis/shared/read-command.ts'
import { readSmallFile } from '../../basis/shared/read-text-file.ts'
import { type Actor, asOwner, change, type Database, query, type Tx } from '../../platform/database/index.ts'
import { addUnits, communesOf, findNationalProvince, type InstrumentText } from '../../register/organisation/index.ts'
import { listKinds } from '../../register/tree/index.ts'
import { lineOf, readUnitsFile, type UnitsOfFile } from './units-file.ts'
import { type FoundingCode, sayProblems } from './words.ts'

export const units_usage = `neu-guong units FILE.csv --number 12-QĐ/TU --issuer "…" --title "…" --signed 2026-11-20 [--apply]
                     thêm đơn vị theo một văn bản; cột key, name, kind, parent, from, có thể thêm code, place · adds units under an
                     instrument; without --apply nothing is written
neu-guong units --province 19 --number … --issuer … --title … --signed … [--apply]
                     thêm xã, phường, đặc khu từ 01/07/2025 của tỉnh có mã ấy vào tỉnh của sổ · adds the communes of today of the
                     province with that code, under the register's own`

const text = { type: 'string' } as const
const options = { province: text, number: text, issuer: text, title: text, signed: text, apply: { type: 'boolean' } } as const
const machine: Actor = { person_id: null, name: 'neu-guong units' }

/**
 * `neu-guong units FILE.csv`: what units a list would add, or with `--apply` adds them, as the owner. 0 done, 2 refused
 * and nothing written.
 */
export async function unitsCommand(database: Database, args: string[]): Promise<Printed> {
  const asked = readArgs(args)
  if ('why' in asked) return { code: 2, out: '', err: `${asked.why}\n${units_usage}\n` }
  const file = 'province' in asked ? await unitsOfProvince(database, asked.province) : await unitsInFile(database, asked.path)
  if (!file.ok) return { code: 2, out: '', err: sayProblems(file.problems) }
  const now = database.clock()
  const tried = await asOwner(database, owned =>
    change(owned, machine, async (tx): Promise<Outcome<null, FoundingCode | typeof only_looked>> => {
      const added = await addUnder(tx, { ...file.value, ...asked, now })
      // What is only looked at is taken back as a refusal is.
      return added.ok && !asked.apply ? refused({ code: only_looked }) : added
    }),
  )
  const problems = tried.ok ? [] : tried.problems.filter((problem): problem is Problem<FoundingCode> => problem.code !== only_looked)
  if (problems.length > 0) return { code: 2, out: '', err: sayProblems(problems) }
  return { code: 0, out: sayUnits(file.value, asked.apply), err: '' }
}

const only_looked = 'only-looked'

type Asked = ({ path: string } | { province: string }) & { instrument: InstrumentText; apply: boolean }

function readArgs(args: string[]): Asked | { why: string } {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    const { province, number, issuer, title, signed, apply = false } = values
    if (positionals.length !== (province === undefined ? 1 : 0)) return { why: 'Nêu một tệp · Name one file:' }
    if (!number || !issuer || !title || !signed) return { why: 'Nêu văn bản: --number --issuer --title --signed · Name the instrument:' }
    const typed = (words: string) => words.normalize('NFC').trim()
    const instrument = { number: typed(number), issuer: typed(issuer), title: typed(title), signed_on: signed, kind: 'decision' } as const
    return { ...(province === undefined ? { path: positionals[0]! } : { province }), instrument, apply }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

async function unitsInFile({ db }: Pick<Database, 'db'>, path: string): Promise<Outcome<UnitsOfFile, FoundingCode>> {
  const bytes = await readSmallFile(path)
  return bytes.ok ? readUnitsFile(bytes.value, await listKinds(db, {})) : bytes
}

/** The communes of a province, under the unit of its kind with which the register began. Refusals: not-founded, no-such-province. */
async function unitsOfProvince({ db }: Pick<Database, 'db'>, code: string): Promise<Outcome<UnitsOfFile, FoundingCode>> {
  const [root] = await findTerritory(db, {})
  if (!root) return refused({ code: 'not-founded' })
  const province = findNationalProvince(code)
  if (province?.unit_kind !== root.unit_kind) return refused({ code: 'no-such-province', values: { code } })
  const units = communesOf(province, { parent: root.key, from: root.from })
  return done({ units, lines: units.map((_, i) => i + 1) })
}

const findTerritory = query<Record<string, never>, { key: string; unit_kind: string; from: string }>(`
  select u.key, v.unit_kind, lower(v.valid) as "from"
    from unit u
    join unit_version v using (unit_id)
   where v.unit_kind in ('province', 'central-city') and is_open(v.recorded) and upper(v.valid) = 'infinity'
     and not exists (select from placement p where p.unit_id = u.unit_id and p.hierarchy = 'territory' and p.parent_id is not null and is_open(p.recorded))
   order by u.unit_id
   limit 1`)

/** Problems stand at the lines of the file. */
async function addUnder(
  tx: Tx,
  { units, lines, instrument, now }: UnitsOfFile & Asked & { now: Date },
): Promise<Outcome<null, FoundingCode>> {
  const root = await tx.selectFrom('unit').select('key').limit(1).executeTakeFirst()
  if (!root) return refused({ code: 'not-founded' })
  const added = await addUnits(tx, machine, { units, instrument, now, at: 'all' })
  if (!added.ok) return problemsOf(added.problems.map(problem => atLine(problem, lines)))!
  return done(null)
}

function atLine(problem: Problem<FoundingCode>, lines: number[]): Problem<FoundingCode> {
  const [, i, column] = /^all\.(\d+)\.(\w+)$/.exec(problem.field ?? '') ?? []
  if (i === undefined) return problem
  return { ...problem, field: lineOf(lines[Number(i)]!, column === 'unit_kind' ? 'kind' : column) }
}

/** As a tree: each unit under the one that it is placed under, those of the register above named once. */
function sayUnits({ units }: UnitsOfFile, is_written: boolean): string {
  const under = Map.groupBy(units, ({ parent }) => parent)
  const keys = new Set(units.map(({ key }) => key))
  const branch = (parent: string, depth: number): string[] =>
    (under.get(parent) ?? []).flatMap(({ key, name, unit_kind, from }) => [
      `${'  '.repeat(depth)}+ ${key}  ${name} (${unit_kind}), ${from}`,
      ...branch(key, depth + 1),
    ])
  const tops = [...under.keys()].filter(parent => parent !== null && !keys.has(parent)) as string[]
  const told = is_written
    ? `Đã ghi ${units.length} đơn vị · ${units.length} units are written.`
    : `${units.length} đơn vị, chưa ghi: thêm --apply để ghi · ${units.length} units, nothing is written: add --apply.`
  return [...tops.flatMap(top => [top, ...branch(top, 1)]), '', told, ''].join('\n')
}
