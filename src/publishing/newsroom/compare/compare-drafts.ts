import type { CitedInText } from '../body/citation.ts'
import { printStructured, printToken } from '../body/print-structured.ts'
import { type DraftText, subjectsOf } from '../draft/draft.ts'
import { typedSubjects } from '../subject/read-subjects.ts'
import { align } from './align.ts'
import { compareWords, type Run } from './compare-words.ts'

/** A block of both texts, word by word; or how many stand unchanged between two that are shown. */
export type ComparedBlock = { unchanged: number } | { runs: Run[] }
/** A number that is bound otherwise than before: as structured text writes it; null where there is none. */
export type ComparedNumber = { before: string | null; after: string | null }
export type Comparison = {
  lines: { field: (typeof lines)[number]; runs: Run[] }[]
  blocks: ComparedBlock[]
  numbers: ComparedNumber[]
}

const lines = ['title', 'lead', 'byline', 'units', 'instruments', 'keywords', 'note'] as const

function linesOf(text: DraftText): Record<(typeof lines)[number], string> {
  return { ...text, ...typedSubjects(subjectsOf(text)) }
}

/** What one version of a draft has otherwise than another: its lines, its blocks word by word, its bound numbers. */
export function compareDrafts(before: DraftText, after: DraftText): Comparison {
  const [was, is] = [linesOf(before), linesOf(after)]
  return {
    lines: lines.filter(field => was[field] !== is[field]).map(field => ({ field, runs: compareWords(was[field], is[field]) })),
    blocks: comparedBlocks(blocksOf(before), blocksOf(after)),
    numbers: comparedNumbers(before.citations, after.citations),
  }
}

/** A body as structured text, block by block: what two bodies share is the same letters. */
export function blocksOf({ body, citations }: Pick<DraftText, 'body' | 'citations'>): string[] {
  return body.map(block => printStructured({ body: [block], citations }))
}

function comparedBlocks(before: string[], after: string[]): ComparedBlock[] {
  return align(before, after).map(({ is_same, a, b }) =>
    is_same ? { unchanged: a[1] - a[0] } : { runs: compareWords(before.slice(...a).join('\n\n'), after.slice(...b).join('\n\n')) },
  )
}

/** Numbers of one figure that came and went are one that was changed, in the order of the text. */
function comparedNumbers(before: readonly CitedInText[], after: readonly CitedInText[]): ComparedNumber[] {
  const asked = (citations: readonly CitedInText[]) => citations.map(citation => ({ figure: citation.figure, text: printToken(citation) }))
  const [gone, come] = [without(asked(before), asked(after)), without(asked(after), asked(before))]
  const changed = gone.map(({ figure, text }): ComparedNumber => {
    const at = come.findIndex(number => number.figure === figure)
    return { before: text, after: at < 0 ? null : come.splice(at, 1)[0]!.text }
  })
  return [...changed, ...come.map(({ text }) => ({ before: null, after: text }))]
}

type Asked = { figure: string; text: string }

function without(numbers: readonly Asked[], others: readonly Asked[]): Asked[] {
  return numbers.filter(({ text }) => !others.some(other => other.text === text))
}
