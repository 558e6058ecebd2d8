import { keyOf } from '../../../../basis/shared/vietnamese.ts'
import { type ColumnsOf, findHeader, type Header, type Sheet } from '../../../../platform/workbook/index.ts'

/** What a list of gifts may say of each. The first five are needed, and the place where a unit works in several. */
export const gift_columns = [
  ...(['contribution_kind', 'quantity', 'work', 'given_on', 'giver'] as const),
  ...(['place', 'measure', 'giver_kind', 'may_thank', 'is_estimate', 'mobiliser', 'evidence'] as const),
] as const
export type GiftColumn = (typeof gift_columns)[number]
export type GiftColumns = Partial<Record<GiftColumn, number>> & ColumnsOf

/** By which words a heading is known. The first that fits holds. */
const known: [GiftColumn, RegExp][] = [
  ['measure', /^(don vi tinh|dvt|measure)\b/],
  ['is_estimate', /^(uoc tinh|so uoc tinh|estimate)\b/],
  ['contribution_kind', /^(loai|hinh thuc|dong gop gi|kind)\b/],
  ['quantity', /^(so luong|khoi luong|quantity|how much)\b/],
  ['work', /^(cong trinh|cho cong trinh|cho viec|work|for which work)\b/],
  ['giver_kind', /^(la|ho ca nhan|doi tuong|giver kind|this is)\b/],
  ['may_thank', /^(dong y|cam on|agrees|thanks)\b/],
  ['mobiliser', /^(ai van dong|nguoi van dong|van dong|asked by|who asked)\b/],
  ['evidence', /^(can cu|bien ban|chung tu|paper|evidence)\b/],
  ['given_on', /^(ngay|thoi gian|date|day|given on)\b/],
  ['place', /^(noi|o dau|xa|dia ban|place|where|commune)\b/],
  ['giver', /^(nguoi dong gop|ho ten|ho va ten|ten|chu ho|ho gia dinh|ai dong gop|giver|given by|name)\b/],
]

/** What a heading says, or null. */
export function giftColumnOf(heading: string): GiftColumn | null {
  const key = keyOf(heading)
  return known.find(([, words]) => words.test(key))?.[0] ?? null
}

/** Which column says what; of two that say the same the first. */
export function giftColumnsOf(texts: readonly string[]): GiftColumns {
  const columns: GiftColumns = {}
  for (const [at, text] of texts.entries()) {
    const column = giftColumnOf(text)
    if (column !== null) columns[column] ??= at
  }
  return columns
}

const needed = ['contribution_kind', 'quantity', 'given_on', 'giver'] as const

/** The header of a list of gifts: what, how much, when and by whom are among its columns. */
export function headerOfGifts(sheet: Sheet): Header | null {
  if (sheet.is_hidden) return null
  return findHeader(sheet, {
    proposed: giftColumnsOf,
    begins: ({ cells }) => cells.some(cell => cell && giftColumnOf(cell.text) !== null),
    isEnough: columns => needed.every(column => columns[column] !== undefined),
  })
}
