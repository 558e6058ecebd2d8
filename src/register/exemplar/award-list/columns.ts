import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { type ColumnsOf, findHeader, type Header, type Sheet } from '../../../platform/workbook/index.ts'

export const award_columns = [
  ...(['name', 'kind', 'field', 'place', 'achievement', 'level', 'form', 'number', 'signed_on', 'issuer', 'title'] as const),
] as const
export type AwardColumn = (typeof award_columns)[number]

/** By which words a heading is known. The first that fits holds. */
const known: [AwardColumn, RegExp][] = [
  ['number', /^(so quyet dinh|so qd|so van ban|so ky hieu|quyet dinh( so)?|number|decision)$/],
  ['signed_on', /^(ngay ky|ngay quyet dinh|ngay qd|ngay|day|signed on)\b/],
  ['issuer', /^(co quan|don vi ban hanh|cap ban hanh|issuer|issued by)\b/],
  ['title', /^(trich yeu|ve viec|subject)\b/],
  ['level', /^(cap|level)\b/],
  ['form', /^(hinh thuc|danh hieu|form)\b/],
  ['kind', /^(loai|doi tuong|kind)\b/],
  ['field', /^(linh vuc|field)\b/],
  ['place', /^(dia ban|xa|noi|dia chi|place|commune)\b/],
  ['achievement', /^(thanh tich|noi dung|achievement)\b/],
  ['name', /^(ho va ten|ho ten|ten|dien hinh|tap the|ca nhan|name|exemplar)\b/],
]

/** What a heading says, or null. */
export function awardColumnOf(heading: string): AwardColumn | null {
  const key = keyOf(heading)
  return known.find(([, words]) => words.test(key))?.[0] ?? null
}

/** Which column says what; of two that say the same the first. */
export function proposedAwardColumns(texts: readonly string[]): Partial<Record<AwardColumn, number>> & ColumnsOf {
  const columns: Partial<Record<AwardColumn, number>> & ColumnsOf = {}
  for (const [at, text] of texts.entries()) {
    const column = awardColumnOf(text)
    if (column !== null) columns[column] ??= at
  }
  return columns
}

/** What a list must have a column for; without a subject an instrument is called by what it does. */
export const needed_columns = award_columns.filter(column => column !== 'title')

/** The header of a list of recognitions: a name and an achievement at least. What else it lacks is said of it. */
export function headerOfAwards(sheet: Sheet): Header | null {
  if (sheet.is_hidden) return null
  return findHeader(sheet, {
    proposed: proposedAwardColumns,
    begins: ({ cells }) => cells.some(cell => cell && awardColumnOf(cell.text) !== null),
    isEnough: columns => 'name' in columns && 'achievement' in columns,
  })
}
