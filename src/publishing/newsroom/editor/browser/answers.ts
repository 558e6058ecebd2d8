/** What the server says, as the editor reads it (`newsdesk/editor/`). */

/** As pages judge. Of a draft the first three are said: what is not bound yet is unsure. */
export type Judgement = 'holds' | 'differs' | 'unsure' | 'unbound' | 'plain'

/** A citation as its token keeps it. */
export type Token = { figure: string; parameters: Record<string, string>; printed: string }

/** A quantity as the register sees it: `at` and `length` in code points of the text as it was sent. */
export type Found = {
  at: number
  length: number
  quantity: string
  words: string
  judgement: Judgement
  say: string
  binding: { token: Token; rest: string } | null
  is_bound: boolean
}
export type CheckAnswer = { found: Found[]; say: string[] }

/** One parameter of a figure, as it is asked: with choices, or in words. */
export type FigureField = { name: string; label: string; value: string; choices: [value: string, label: string][] | null }

/** A figure as of the day of publication, with the forms in which it may be printed. */
export type FigureAnswer = {
  figure: string
  name: string
  fields: FigureField[]
  say: string[]
  value: string | null
  day: string
  counted: string
  printed: string[]
  /** Whether the words that were asked about say what the register says; null where none were. */
  is_printed_right: boolean | null
  href: string
}

export type FigureName = { id: string; name: string }
export type Scenes = readonly { name: string; label: string; href: string }[]
/** Photos of the library, by their numbers. */
export type Photos = readonly { photo: number; label: string }[]

/** Instruments of the register, by their numbers there. */
export type Documents = readonly { instrument: number; label: string }[]

/** What the page tells the editor, in `data-editor` of its form. `draft` is empty of an article that is yet to be. */
export type PageOptions = {
  draft: string
  figures: FigureName[]
  scenes: Scenes
  photos: Photos
  documents: Documents
  /** `open` is empty of an article that is yet to be. */
  addresses: { check: string; figure: string; open: string }
}

/** Who else has the draft open, and the newest version that was saved of it. */
export type OpenAnswer = { others: string[]; version: number; saved_by: string }
/** What became of saving by itself: `edit` is where the draft is written, `open` where the page says that it is. */
export type SaveAnswer = { version: number; hour: string; draft: string; edit: string; open: string }

/** Asks the server; null where it does not answer, or not in words. */
export async function ask<T>(address: string, body?: URLSearchParams): Promise<T | null> {
  const answer = await fetch(address, { ...(body && { method: 'POST', body }), headers: { accept: 'application/json' } }).catch(() => null)
  return answer && (answer.ok || answer.status === 422) ? ((await answer.json().catch(() => null)) as T | null) : null
}
