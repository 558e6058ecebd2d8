import { keyOf } from '../../../basis/shared/vietnamese.ts'

/**
 * What a roster may say of a person. A name may stand in two columns, a birth in one of two by gender or in three by
 * its parts, the gender as a mark.
 */
export const columns = [
  'full_name',
  'family_name',
  'given_name',
  'birth',
  'birth_male',
  'birth_female',
  'day_of_birth',
  'month_of_birth',
  'year_of_birth',
  'gender',
  'female_mark',
  'ethnicity',
  'unit',
  'kind',
  'card_number',
] as const
export type Column = (typeof columns)[number]

/** Which column of a sheet says what. */
export type Mapping = Partial<Record<Column, number>>

/** The ways in which a roster may say a birth: each goes without the others. */
export const ways_of_birth: readonly (readonly Column[])[] = [
  ['birth'],
  ['birth_male', 'birth_female'],
  ['day_of_birth', 'month_of_birth', 'year_of_birth'],
]

/** By which words a header is known. The first that fits holds; what is no column of ours fits none. */
const known: [Column, RegExp][] = [
  ['birth_male', /sinh.*\/ ?nam$/],
  ['birth_female', /sinh.*\/ ?nu$/],
  ['family_name', /^(ho( va)? ten \/ )?(ho( va| chu| ten)* (chu )?dem|ho lot|ho dem|ho|family name|surname)$/],
  ['given_name', /^(ho( va)? ten \/ )?(ten|ten goi|given name)$/],
  ['full_name', /^(stt )?(ho( va)? ten|ten dang vien|ho chu dem va ten|full name|name)\b(?!.*(cha|me|vo|chong|con)\b)/],
  ['birth', /(ngay|thang|nam|date|year).*(sinh|birth)(?! hoat)|^(sinh ngay|sinh nam|ns|birth)\b/],
  ['female_mark', /^(nu|la nu|nu x|gioi tinh ?\/ ?nu)$/],
  ['gender', /^(gioi tinh|gioi|phai|nam ?\/ ?nu|nam nu|gender|sex)\b(?! ?\/ ?(nam|nu)$)/],
  ['ethnicity', /^(dan toc|ethnicity)\b/],
  [
    'card_number',
    /^(so the|ma the|the dang|so ?hieu the|ma so the|ma so dang vien|ma dang vien|so dang vien|ma dinh danh|card)\b(?!.*(ca nhan|cong dan|cccd))/,
  ],
  ['unit', /^(ten |noi |don vi )?(chi bo|sinh hoat|don vi|to chuc dang|unit|cell)\b(?!.*(ngay|chuc))/],
  [
    'kind',
    /^(loai|dien|doi tuong|tu cach|hinh thuc|kind)\b(?!.*ngay)|^(chinh thuc ?\/ ?du bi|chinh thuc hay du bi|dang vien (chinh thuc|du bi).*(du bi|chinh thuc))/,
  ],
]

/** What a header says, or null. */
export function columnOf(header: string): Column | null {
  const key = keyOf(header)
  return known.find(([, words]) => words.test(key))?.[0] ?? null
}
