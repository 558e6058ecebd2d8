import { done, type Outcome, type Problem, refused } from '../../../basis/shared/outcome.ts'
import { type Fields, textIn } from './merge-fields.ts'

/** A text with the number of the version that it is. */
export type Versioned = { version: number; fields: Fields }

/**
 * Whether what somebody wrote on top of the version they `read` may stand on top of the `current` one: only if that is
 * the same. Nothing is merged in silence; the refusal stale-version carries, for each field in which the two texts
 * differ, both of them (and the number of the current version as its limit), and the page offers what mergeFields makes
 * of them. Where nobody's text differs the one problem names no field.
 */
export function withVersion(read: { version: number }, current: Versioned, mine: Fields): Outcome<Fields, 'stale-version'> {
  if (read.version === current.version) return done(mine)
  const names = [...new Set([...Object.keys(mine), ...Object.keys(current.fields)])].sort()
  const differing = names.filter(name => textIn(mine, name) !== textIn(current.fields, name))
  const stale = { code: 'stale-version', limit: current.version } as const
  const problems: Problem<'stale-version'>[] = differing.map(field => ({
    ...stale,
    field,
    values: { mine: textIn(mine, field), theirs: textIn(current.fields, field) },
  }))
  return problems.length > 0 ? refused(...problems) : refused(stale)
}
