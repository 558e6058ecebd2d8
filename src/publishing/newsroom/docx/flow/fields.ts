import { childOf, type Element, elementsOf, valOf, within } from '../parts/tree.ts'

/**
 * Fields of a story as they open and close in its runs: what one was told to work out is code, what it came to last is
 * text.
 */
export type Fields = {
  /** Told of a sign of a field. Gives what the field shows by itself. */
  turn: (sign: Element) => string
  /** Told of a piece of code. */
  say: (code: string) => void
  readonly are_code: boolean
  /** The code of the innermost field of which we read what it shows; empty outside of one. */
  readonly shown_of: string
}

/** Where signs do not pair, nothing is taken for code: rather too many words than too few. */
export function openFields(root: Element): Fields {
  const is_whole = doPair(root)
  const open: { code: string; is_code: boolean }[] = []
  return {
    turn(sign) {
      const type = sign.attributes.fldCharType
      if (type === 'begin') open.push({ code: '', is_code: true })
      if (type === 'separate' && open.length > 0) open.at(-1)!.is_code = false
      if (type === 'end') open.pop()
      return type === 'begin' ? chosenIn(sign) : ''
    },
    say(code) {
      if (open.length > 0) open.at(-1)!.code += code
    },
    get are_code() {
      return is_whole && open.some(({ is_code }) => is_code)
    },
    get shown_of() {
      return open.findLast(({ is_code, code }) => !is_code && /^\s*HYPERLINK/i.test(code))?.code ?? ''
    },
  }
}

function doPair(root: Element): boolean {
  let depth = 0
  for (const { name, attributes } of within(root)) {
    if (name !== 'fldChar') continue
    if (attributes.fldCharType === 'begin') depth++
    if (attributes.fldCharType === 'end' && --depth < 0) return false
  }
  return depth === 0
}

/** What is chosen in a list to choose from: it stands in the field alone. */
function chosenIn(sign: Element): string {
  const list = childOf(childOf(sign, 'ffData'), 'ddList')
  if (!list) return ''
  const entries = elementsOf(list).filter(({ name }) => name === 'listEntry')
  return entries[Number(valOf(list, 'result') ?? valOf(list, 'default') ?? 0)]?.attributes.val ?? ''
}
