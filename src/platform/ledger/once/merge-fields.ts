import { lookUp } from '../../../basis/shared/look-up.ts'

/** The fields of a form as text, by name. A field that is not there is empty. */
export type Fields = Record<string, string>
/** One field that two people changed differently since both read `base`. */
export type FieldConflict = { field: string; base: string; mine: string; theirs: string }

/**
 * Brings two changes of one text together, field by field: what only one of them changed is taken from that one, what
 * both changed alike is taken once, and what they changed differently is a conflict, in which `merged` keeps theirs,
 * for it is what stands. Fields come in the order of their names.
 */
export function mergeFields(base: Fields, mine: Fields, theirs: Fields): { merged: Fields; conflicts: FieldConflict[] } {
  const names = [...new Set([base, mine, theirs].flatMap(fields => Object.keys(fields)))].sort()
  const versions = names.map(field => ({ field, base: textIn(base, field), mine: textIn(mine, field), theirs: textIn(theirs, field) }))
  return { merged: Object.fromEntries(versions.map(version => [version.field, chosen(version)])), conflicts: versions.filter(isConflict) }
}

/** A field's text, and nothing that an object brings along by itself. */
export function textIn(fields: Fields, name: string): string {
  return lookUp(fields, name) ?? ''
}

function chosen({ base, mine, theirs }: FieldConflict): string {
  return theirs === base ? mine : theirs
}

function isConflict({ base, mine, theirs }: FieldConflict): boolean {
  return mine !== base && theirs !== base && mine !== theirs
}
