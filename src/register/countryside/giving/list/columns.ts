import { type Columns, headings } from '../../../../platform/workbook/index.ts'

/** What a list of gifts may say of each. The first five are needed, and the place where a unit works in several. */
export const gift_columns = [
  ...(['contribution_kind', 'quantity', 'work', 'given_on', 'giver'] as const),
  ...(['place', 'measure', 'giver_kind', 'may_thank', 'is_estimate', 'mobiliser', 'evidence'] as const),
] as const
export type GiftColumn = (typeof gift_columns)[number]
export type GiftColumns = Columns<GiftColumn>

const needed = ['contribution_kind', 'quantity', 'given_on', 'giver'] as const

/** The headings of a list of gifts: what, how much, when and by whom are among its columns. */
export const gift_headings = headings<GiftColumn>(
  [
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
  ],
  { isEnough: columns => needed.every(column => columns[column] !== undefined) },
)
