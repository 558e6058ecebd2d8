import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { sayInstrument, sayPlace } from '../../../register/organisation/index.ts'
import { most_subjects, type Subject } from './subject.ts'

/** Lines as they are typed: one unit, or one instrument, in each. */
export type TypedSubjects = { units: string; instruments: string }

/** What an article is about, as its form shows it. */
export function typedSubjects(subjects: readonly Subject[]): TypedSubjects {
  const lines = (kind: 'unit' | 'instrument') =>
    subjects
      .filter(subject => kind in subject)
      .map(subject => lineOf(subject, subjects))
      .join('\n')
  return { units: lines('unit'), instruments: lines('instrument') }
}

/** Two of one name are told apart by what stands behind in brackets. */
function lineOf(subject: Subject, subjects: readonly Subject[]): string {
  const is_one = subjects.filter(({ name }) => name === subject.name).length < 2
  return is_one ? subject.name : `${subject.name} (${'unit' in subject ? subject.unit : subject.instrument})`
}

/**
 * The units and instruments that lines name: units as they are called on a day; a line of the draft before means what it
 * meant there. Refusals at `units` and `instruments`: unknown-unit, unknown-instrument, one-of-several (`which`: how the
 * line can be written), too-many-subjects.
 */
export async function readSubjects(
  db: Db | Tx,
  typed: TypedSubjects,
  { day, before }: { day: string; before: readonly Subject[] },
): Promise<Outcome<Subject[]>> {
  const known = new Map(before.map(subject => [lineOf(subject, before), subject]))
  const units = linesIn(typed.units)
  const instruments = linesIn(typed.instruments)
  const named = [...(await listUnitsNamed(db, units, day)), ...(await listInstrumentsNamed(db, instruments))]
  const read = [
    ...settled('units', units, { known, named: named.filter(subject => 'unit' in subject) }),
    ...settled('instruments', instruments, { known, named: named.filter(subject => 'instrument' in subject) }),
  ]
  const problems = read.flatMap(one => (one.ok ? [] : one.problems))
  if (problems.length > 0) return refused(...problems)
  const subjects = read.flatMap(one => (one.ok ? [one.value] : []))
  return done([...new Map(subjects.map(subject => [lineOf(subject, subjects), subject])).values()])
}

function linesIn(text: string): string[] {
  const lines = text.split('\n').map(line => line.replace(/\s+/g, ' ').trim())
  return [...new Set(lines)].filter(line => line !== '')
}

type Known = { known: ReadonlyMap<string, Subject>; named: readonly Subject[] }
const unknown = { units: 'unknown-unit', instruments: 'unknown-instrument' } as const

function settled(field: keyof TypedSubjects, lines: readonly string[], { known, named }: Known): Outcome<Subject>[] {
  if (lines.length > most_subjects) return [refused({ code: 'too-many-subjects', field, limit: most_subjects })]
  return lines.map(line => {
    const before = known.get(line)
    if (before) return done(before)
    const [one, ...others] = named.filter(subject => isMeant(line, subject))
    if (!one) return refused({ code: unknown[field], field, values: { line } })
    if (others.length === 0) return done(one)
    const all = [one, ...others].map(({ name, ...subject }) => `«${name} (${Object.values(subject)[0]})»`)
    return refused({ code: 'one-of-several', field, values: { line, which: all.join(', ') } })
  })
}

/** By its whole name or without its kind, in large letters or small; or by what stands in brackets. */
function isMeant(line: string, subject: Subject): boolean {
  const { name: line_name, key } = partsOf(line)
  if (key !== null) return key === String('unit' in subject ? subject.unit : subject.instrument)
  const [asked, name] = [line_name.toLowerCase(), subject.name.toLowerCase()]
  return asked === name || name.replace(kind, '') === asked
}

const kind =
  /^(?:tỉnh|thành phố|huyện|xã|phường|thị trấn|đặc khu|chỉ thị|nghị quyết|quyết định|kế hoạch|kết luận|quy định|luật|văn bản khác) /u

function partsOf(line: string): { name: string; key: string | null } {
  const found = /^(.*?) ?\(([a-z0-9-]+)\)$/.exec(line)
  return found ? { name: found[1]!, key: found[2]! } : { name: line, key: null }
}

/** The ends of lines, word by word: one of them is the name of what a line means. */
function endsOf(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    const words = partsOf(line).name.toLowerCase().split(' ')
    return words.map((_, i) => words.slice(i).join(' '))
  })
}

function keysIn(lines: readonly string[]): string[] {
  return lines.flatMap(line => partsOf(line).key ?? [])
}

type ByName = { names: string[]; keys: string[] }
const units_named = query<ByName & { day: string }, { unit: string; name: string; unit_kind: string }>(`
  select u.key as unit, v.name, v.unit_kind
    from unit_version v
    join unit u using (unit_id)
   where is_open(v.recorded) and v.valid @> :day::date and (lower(v.name) = any(:names::text[]) or u.key = any(:keys::text[]))
   order by u.key
   limit 500`)

async function listUnitsNamed(db: Db | Tx, lines: readonly string[], day: string): Promise<Subject[]> {
  if (lines.length === 0) return []
  const units = await units_named(db, { names: endsOf(lines), keys: keysIn(lines), day })
  return units.map(({ unit, ...called }) => ({ unit, name: sayPlace(called, 'vi') }))
}

const instruments_named = query<ByName, { instrument: number; number: string; kind: string }>(`
  select instrument_id as instrument, number, kind
    from instrument
   where is_open(recorded) and (lower(number) = any(:names::text[]) or instrument_id::text = any(:keys::text[]))
   order by instrument_id
   limit 500`)

async function listInstrumentsNamed(db: Db | Tx, lines: readonly string[]): Promise<Subject[]> {
  if (lines.length === 0) return []
  const instruments = await instruments_named(db, { names: endsOf(lines), keys: keysIn(lines) })
  return instruments.map(({ instrument, ...called }) => ({ instrument: Number(instrument), name: sayInstrument(called, 'vi') }))
}
