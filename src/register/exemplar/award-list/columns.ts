import { headings } from '../../../platform/workbook/index.ts'

export const award_columns = [
  ...(['name', 'kind', 'field', 'place', 'achievement', 'level', 'form', 'number', 'signed_on', 'issuer', 'title'] as const),
] as const
export type AwardColumn = (typeof award_columns)[number]

/**
 * The headings of a list of recognitions. A name and an achievement make a table; what else it lacks is said of it.
 */
export const award_headings = headings<AwardColumn>(
  [
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
  ],
  { isEnough: columns => 'name' in columns && 'achievement' in columns },
)

/** What a list must have a column for; without a subject an instrument is called by what it does. */
export const needed_columns = award_columns.filter(column => column !== 'title')
