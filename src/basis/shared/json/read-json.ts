import { done, type Outcome, type Problem, problemsOf, refused } from '../outcome.ts'

export type JsonCode = 'empty-file' | 'not-json' | 'name-twice'

/**
 * What a text in JSON says, with or without a byte-order mark. Refusals: empty-file, not-json (`line`, `column`: where
 * reading stopped, if known), name-twice (of two values under one name `JSON.parse` would drop the first without a
 * word).
 */
export function readJson(text: string): Outcome<unknown, JsonCode> {
  const json = text.replace(/^\uFEFF/, '')
  if (json.trim() === '') return refused({ code: 'empty-file' })
  try {
    const value: unknown = JSON.parse(json)
    return problemsOf(namesTwice(json)) ?? done(value)
  } catch (error) {
    return refused({ code: 'not-json', values: placeOf(json, error as Error) })
  }
}

/** V8 says where it stopped in words of its own: «at position 17», or nothing at the end of the text. */
function placeOf(json: string, { message }: Error): { line: number; column: number } {
  const found = /position (\d+)/.exec(message)
  const before = json.slice(0, found ? Number(found[1]) : json.length).split('\n')
  return { line: before.length, column: before.at(-1)!.length + 1 }
}

/** A list or an object under way: its path, the names it has had, and where in it the reader stands. */
type Open = { path: string; names: Set<string> | null; at: string; place: number }

const tokens = /"(?:[^"\\]|\\.)*"|[{}[\],:]/g

/** Names given twice in one object. The text is known to be JSON. */
function* namesTwice(json: string): Generator<Problem<JsonCode>> {
  const open: Open[] = []
  let last = ''
  for (const { 0: token, index } of json.matchAll(tokens)) {
    const here = open.at(-1)
    if (token === '{' || token === '[') {
      const path = here ? fieldIn(here) : ''
      open.push({ path, names: token === '{' ? new Set() : null, at: '', place: 0 })
    } else if (token === '}' || token === ']') open.pop()
    else if (token === ',') here!.place += 1
    else if (token === ':') {
      here!.at = JSON.parse(last)
      if (here!.names!.has(here!.at)) yield { code: 'name-twice', field: fieldIn(here!), values: { line: lineOf(json, index) } }
      here!.names!.add(here!.at)
    } else last = token
  }
}

function fieldIn({ path, names, at, place }: Open): string {
  return `${path && `${path}.`}${names ? at : place}`
}

function lineOf(json: string, index: number): number {
  return json.slice(0, index).split('\n').length
}
