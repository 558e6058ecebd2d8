import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { oneLine } from '../../../basis/shared/vietnamese.ts'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { sayInstrument, sayPlace } from '../../../register/organisation/index.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import { readKeywords } from './read-keywords.ts'
import { keyOf, labelOf, longest_name, most_subjects, type Subject } from './subject.ts'

/** Lines as they are typed: one unit, one instrument or one keyword in each. */
export type TypedSubjects = { units: string; instruments: string; keywords: string }

/** What an article is about, as its form shows it. */
export function typedSubjects(subjects: readonly Subject[]): TypedSubjects {
  const lines = (kind: 'unit' | 'instrument' | 'keyword') =>
    subjects
      .filter(subject => kind in subject)
      .map(subject => lineOf(subject, subjects))
      .join('\n')
  return { units: lines('unit'), instruments: lines('instrument'), keywords: lines('keyword') }
}

/** Two of one name are told apart by what stands behind in brackets. */
function lineOf(subject: Subject, subjects: readonly Subject[]): string {
  const is_one = subjects.filter(({ name }) => name === subject.name).length < 2
  return is_one ? subject.name : withKey(subject)
}

function withKey(subject: Subject): string {
  return `${subject.name} (${keyOf(subject)})`
}

/**
 * What lines name: units as they are called on a day, instruments, and keywords (`readKeywords`); a line of the draft
 * before means what it meant there. Each stands once. Refusals at `units`, `instruments` and `keywords`: unknown-unit,
 * unknown-instrument, one-of-several (`which`: how the line can be written), too-many-subjects, unfit-keyword.
 */
export async function readSubjects(
  db: Db | Tx,
  typed: TypedSubjects,
  { day, before }: { day: string; before: readonly Subject[] },
): Promise<Outcome<Subject[], DraftCode>> {
  const known = new Map(before.map(subject => [lineOf(subject, before), subject]))
  const read = [
    ...(await settled('units', typed, { known, listNamed: asked => listUnitsNamed(db, asked, day) })),
    ...(await settled('instruments', typed, { known, listNamed: asked => listInstrumentsNamed(db, asked) })),
    ...(await readKeywords(db, linesIn(typed.keywords))),
  ]
  const problems = read.flatMap(one => (one.ok ? [] : one.problems))
  if (problems.length > 0) return refused(...problems)
  const subjects = read.flatMap(one => (one.ok ? [one.value] : []))
  return done([...new Map(subjects.map(subject => [labelOf(subject), subject])).values()])
}

function linesIn(text: string): string[] {
  return [...new Set(text.split('\n').map(oneLine))].filter(line => line !== '')
}

/** What a line can mean: a subject, and how it is called without its kind. */
type Named = { subject: Subject; bare: string }
type Known = { known: ReadonlyMap<string, Subject>; listNamed: (asked: ByName) => Promise<Named[]> }
const unknown = { units: 'unknown-unit', instruments: 'unknown-instrument' } as const

async function settled(
  field: keyof typeof unknown,
  typed: TypedSubjects,
  { known, listNamed }: Known,
): Promise<Outcome<Subject, DraftCode>[]> {
  const lines = linesIn(typed[field])
  if (lines.length > most_subjects) return [refused({ code: 'too-many-subjects', field, limit: most_subjects })]
  const others = lines.filter(line => !known.has(line))
  const named = others.length === 0 ? [] : await listNamed({ names: endsOf(others), keys: keysIn(others) })
  return lines.map(line => {
    const before = known.get(line)
    if (before) return done(before)
    const meant = named.filter(one => isMeant(line, one)).map(({ subject }) => subject)
    if (meant.length === 0) return refused({ code: unknown[field], field, values: { line } })
    if (meant.length === 1) return done(meant[0]!)
    return refused({ code: 'one-of-several', field, values: { line, which: meant.map(one => `«${withKey(one)}»`).join(', ') } })
  })
}

/** By its whole name or without its kind, in large letters or small; or by what stands in brackets. */
function isMeant(line: string, { subject, bare }: Named): boolean {
  const { name, key } = partsOf(line)
  if (key !== null) return key === keyOf(subject)
  return [subject.name, bare].some(called => called.toLowerCase() === name.toLowerCase())
}

function partsOf(line: string): { name: string; key: string | null } {
  const found = /^(.*?) ?\(([a-z0-9-]+)\)$/.exec(line)
  return found ? { name: found[1]!, key: found[2]! } : { name: line, key: null }
}

/** The ends of lines, word by word: one of them is the name of what a line means. */
function endsOf(lines: readonly string[]): string[] {
  return lines.flatMap(line => {
    const { name } = partsOf(line)
    const words = name.length > longest_name ? [] : name.split(' ')
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
   where is_open(v.recorded) and v.valid @> :day::date
     and (folded(v.name) in (select folded(n) from unnest(:names::text[]) n) or u.key = any(:keys::text[]))
   order by u.key
   limit 500`)

async function listUnitsNamed(db: Db | Tx, asked: ByName, day: string): Promise<Named[]> {
  const units = await units_named(db, { ...asked, day })
  return units.map(({ unit, ...called }) => ({ subject: { unit, name: sayPlace(called, 'vi') }, bare: called.name }))
}

const instruments_named = query<ByName, { instrument: number; number: string; kind: string }>(`
  select instrument_id as instrument, number, kind
    from instrument
   where is_open(recorded)
     and (folded(number) in (select folded(n) from unnest(:names::text[]) n) or instrument_id::text = any(:keys::text[]))
   order by instrument_id
   limit 500`)

async function listInstrumentsNamed(db: Db | Tx, asked: ByName): Promise<Named[]> {
  const instruments = await instruments_named(db, asked)
  return instruments.map(({ instrument, ...called }) => ({
    subject: { instrument: Number(instrument), name: sayInstrument(called, 'vi') },
    bare: called.number,
  }))
}
