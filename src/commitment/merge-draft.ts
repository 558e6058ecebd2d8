import { type Fields, type Versioned, withVersion } from '../ledger/index.ts'
import { lookUp } from '../shared/look-up.ts'
import { done, type Outcome } from '../shared/outcome.ts'

/**
 * What a draft becomes when the fields of one page are sent that was read from `base`; null where it stays as it is. Only those fields are looked at: where nobody changed them meanwhile they go on top of the
 * `current` draft. Where somebody did (another tab, another machine), nothing is kept and stale-version brings both texts.
 */
export function mergeDraft(current: Versioned, base: Versioned, fields: Fields): Outcome<Fields | null> {
  const theirs = only(fields, current.fields)
  // What was sent and what stands may be alike: a draft that saved itself just before the button was pressed.
  if (!isSame(theirs, only(fields, base.fields)) && !isSame(theirs, fields)) {
    const verdict = withVersion({ version: base.version }, { ...current, fields: theirs }, fields)
    if (!verdict.ok) return verdict
  }
  const merged = { ...current.fields, ...fields }
  return done(current.version > 0 && isSame(merged, current.fields) ? null : merged)
}

function only(names: Fields, from: Fields): Fields {
  return Object.fromEntries(Object.keys(names).map(name => [name, lookUp(from, name) ?? '']))
}

function isSame(one: Fields, other: Fields): boolean {
  return Object.keys(one).every(name => lookUp(one, name) === (lookUp(other, name) ?? ''))
}
