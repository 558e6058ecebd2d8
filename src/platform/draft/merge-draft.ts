import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Problem, problemsOf } from '../../basis/shared/outcome.ts'
import { type Fields, type Versioned, withVersion } from '../ledger/index.ts'

/**
 * The most characters of one field that a draft keeps: ten times what a form asks for. What is longer stays with
 * whoever wrote it.
 */
export const most_in_a_field = 20_000

/**
 * What a draft becomes when the fields of one page are sent that was read from `base`; null where it stays as it is.
 * Only those fields are looked at: where nobody changed them meanwhile they go on top of the `current` draft. Where
 * somebody did (another tab, another machine), nothing is kept and stale-version brings both texts. Refused as
 * too-long, with its field, is a text that no draft keeps.
 */
export function mergeDraft(current: Versioned, base: Versioned, fields: Fields): Outcome<Fields | null, 'too-long' | 'stale-version'> {
  const too_long = problemsOf(
    Object.entries(fields)
      .filter(([, text]) => text.length > most_in_a_field)
      .map(([field]) => ({ code: 'too-long' as const, field, limit: most_in_a_field })),
  )
  if (too_long) return too_long
  const theirs = only(fields, current.fields)
  // What was sent and what stands may be alike: a draft that saved itself just before the button was pressed.
  if (!isSame(theirs, only(fields, base.fields)) && !isSame(theirs, fields)) {
    const verdict = withVersion({ version: base.version }, { ...current, fields: theirs }, fields)
    if (!verdict.ok) return verdict
  }
  const merged = { ...current.fields, ...fields }
  return done(current.version > 0 && isSame(merged, current.fields) ? null : merged)
}

/**
 * How a refusal to keep a draft is answered: 409 where somebody else wrote meanwhile, 422 where the text itself cannot
 * be kept.
 */
export function statusOf(problems: readonly Problem[]): 409 | 422 {
  return problems.every(({ code }) => code === 'too-long') ? 422 : 409
}

function only(names: Fields, from: Fields): Fields {
  return Object.fromEntries(Object.keys(names).map(name => [name, lookUp(from, name) ?? '']))
}

function isSame(one: Fields, other: Fields): boolean {
  return Object.keys(one).every(name => lookUp(one, name) === (lookUp(other, name) ?? ''))
}
