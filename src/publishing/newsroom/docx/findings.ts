/**
 * What was not taken as it stood: `dropped` is not in the draft, `repaired` reads otherwise than it was written,
 * `guessed` is to be looked at.
 */
export const finding_kinds = {
  'hidden-text': 'dropped',
  'deleted-text': 'dropped',
  'deleted-row': 'dropped',
  comments: 'dropped',
  'header-or-footer': 'dropped',
  'field-code': 'dropped',
  'metafile-picture': 'dropped',
  'unknown-picture': 'dropped',
  'oversized-picture': 'dropped',
  'picture-left': 'dropped',
  'linked-picture': 'dropped',
  'missing-picture': 'dropped',
  'embedded-object': 'dropped',
  'embedded-document': 'dropped',
  chart: 'dropped',
  ink: 'dropped',
  macros: 'dropped',
  'heading-number': 'dropped',
  'unsafe-link': 'dropped',
  'unfit-signs': 'repaired',
  'unknown-symbol': 'repaired',
  'old-letters': 'repaired',
  'inserted-text': 'repaired',
  'nested-table': 'repaired',
  'joined-cells': 'repaired',
  'list-flattened': 'repaired',
  'list-restarts': 'repaired',
  'note-moved': 'repaired',
  'lead-by-look': 'guessed',
  'byline-by-look': 'guessed',
  'heading-by-look': 'guessed',
  'list-by-look': 'guessed',
  'caption-by-look': 'guessed',
  'layout-table': 'guessed',
  'table-head': 'guessed',
  equation: 'guessed',
  'text-box': 'guessed',
  diagram: 'guessed',
  'word-art': 'guessed',
  'cropped-picture': 'guessed',
} as const

export type FindingCode = keyof typeof finding_kinds

/** How often something was found, with the first few of its texts. */
export type DocumentFinding = { code: FindingCode; n: number; samples: string[] }

/** Told of each thing found, with the text that shows which it was. */
export type Tell = (code: FindingCode, sample?: string) => void

const most_samples = 5
const longest_sample = 80

/** Gathers findings: dropped first, then repaired, then guessed, each in the order of the list above. */
export function openFindings(): { tell: Tell; list: () => DocumentFinding[] } {
  const found = new Map<FindingCode, DocumentFinding>()
  return {
    tell(code, sample = '') {
      const finding = found.get(code) ?? { code, n: 0, samples: [] }
      found.set(code, finding)
      finding.n++
      const text = shortened(sample)
      if (text !== '' && finding.samples.length < most_samples && !finding.samples.includes(text)) finding.samples.push(text)
    },
    list: () => (Object.keys(finding_kinds) as FindingCode[]).flatMap(code => found.get(code) ?? []),
  }
}

function shortened(sample: string): string {
  const text = sample
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .toWellFormed()
  return text.length > longest_sample ? `${text.slice(0, longest_sample).toWellFormed()}…` : text
}
