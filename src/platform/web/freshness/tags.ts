/**
 * What something was made from. A tag is the name of a table (`standing`: any row of it), or a table with a key
 * (`edition:7`: what belongs to that key). A change is named the same way: `edition` when it is not known which rows
 * were written.
 */
export type Tag = string

export function isTag(text: string): boolean {
  return /^[a-z][a-z0-9_]*(?::[\w.-]+)?$/.test(text)
}

/**
 * The names under which a thing made from this tag is found: a row is found by its key, and as some row of its table.
 */
export function namesOf(tag: Tag): string[] {
  return tag.includes(':') ? [tag, someRowOf(tag)] : [tag]
}

/**
 * The names that a change strikes: of a row, what was made from it or from its whole table; of a table, what was made
 * from any part of it.
 */
export function namesStruckBy(changed: Tag): string[] {
  return changed.includes(':') ? [changed, tableOf(changed)] : [changed, someRowOf(changed)]
}

function tableOf(tag: Tag): string {
  return tag.slice(0, tag.indexOf(':'))
}

function someRowOf(tag: Tag): string {
  return `${tag.split(':', 1)[0]}:*`
}
