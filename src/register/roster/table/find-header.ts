import { keyOf } from '../../../basis/shared/vietnamese.ts'
import { findHeader as findTable, type Header, type Row, type Sheet } from '../../../platform/workbook/index.ts'
import { type Column, columnOf, type Mapping, ways_of_birth } from './columns.ts'

/** The header of a sheet of people: two columns at least, and a name among them. */
export function findHeader(sheet: Sheet): Header | null {
  return findTable(sheet, {
    proposed,
    begins: beginsHeader,
    isEnough: mapping => Object.keys(mapping).length >= 2 && hasName(mapping),
  })
}

/** A line of headings numbers its lines or says something of a person; a title, which may name a unit, does neither. */
function beginsHeader({ cells }: Row): boolean {
  return cells.some(cell => cell && (/^(stt|tt|so tt|so thu tu)$/.test(keyOf(cell.text)) || ![null, 'unit'].includes(columnOf(cell.text))))
}

/**
 * Which column says what, by the words of the header; of two that say the same the first, but a name that is no more
 * used only where there is no other.
 */
export function proposed(texts: string[]): Mapping {
  const mapping: Mapping = { ...birthInParts(texts), ...birthByGender(texts), ...nameInParts(texts) }
  const taken = new Set(Object.values(mapping))
  for (const is_last_choice of [false, true])
    texts.forEach((text, at) => {
      const column = taken.has(at) || /khai sinh|ten goi khac/.test(keyOf(text)) !== is_last_choice ? null : columnOf(text)
      if (column !== null && !(column in mapping)) mapping[column] = at
    })
  return withoutTwins(mapping)
}

/** One heading over two columns: the family name with what follows it, and the given name. */
function nameInParts(texts: string[]): Mapping {
  const at = texts.findIndex((text, i) => columnOf(text) === 'full_name' && keyOf(texts[i + 1] ?? '') === keyOf(text))
  return at === -1 ? {} : { family_name: at, given_name: at + 1 }
}

const parts_of_birth = { ngay: 'day_of_birth', thang: 'month_of_birth', nam: 'year_of_birth' } as const
type PartKey = keyof typeof parts_of_birth

/**
 * «Ngày», «Tháng», «Năm» side by side, one of them under or with «sinh»: whether or not the heading above them was
 * joined. Never parts of two headings.
 */
function birthInParts(texts: string[]): Mapping {
  const keys = texts.map(keyOf)
  const parts = keys.map(key => /(?:^|\/ ?)(?:sinh )?(ngay|thang|nam)(?: sinh)?$/.exec(key)?.[1] as PartKey | undefined)
  const at = keys.findIndex((_, i) => {
    const three = keys.slice(i, i + 3)
    const headings = three.filter(key => key.includes('/')).map(key => key.slice(0, key.lastIndexOf('/')))
    return (
      ['ngay thang nam', 'nam thang ngay'].includes(parts.slice(i, i + 3).join(' ')) &&
      new Set(headings).size <= 1 &&
      three.some(key => /\b(sinh|birth)\b(?! hoat)/.test(key))
    )
  })
  return at === -1 ? {} : Object.fromEntries([0, 1, 2].map(i => [parts_of_birth[parts[at + i]!], at + i]))
}

/**
 * «Ngày sinh / Nam» and beside it «Nữ», where the heading above both was not joined: what stands there is a birth, too.
 */
function birthByGender(texts: string[]): Mapping {
  const keys = texts.map(keyOf)
  const at = keys.findIndex((_, i) => columnOf(texts[i]!) === 'birth_male' && keys[i + 1] === 'nu')
  return at === -1 ? {} : { birth_male: at, birth_female: at + 1 }
}

/**
 * A whole name makes its parts needless; the parts of a birth, and the births by gender, a birth that is said
 * otherwise.
 */
function withoutTwins(mapping: Mapping): Mapping {
  const [whole, by_gender, parts] = ways_of_birth.map(ways => ways.filter(column => column in mapping))
  const said = parts!.length === 3 ? parts! : by_gender!.length === 2 || whole!.length === 0 ? by_gender! : whole!
  const needless: Column[] = [
    ...('full_name' in mapping ? (['family_name', 'given_name'] as const) : []),
    ...ways_of_birth.flat().filter(column => !said.includes(column)),
    ...('gender' in mapping || 'birth_female' in mapping ? (['female_mark'] as const) : []),
  ]
  return Object.fromEntries(Object.entries(mapping).filter(([column]) => !needless.includes(column as Column)))
}

export function hasName(mapping: Mapping): boolean {
  return 'full_name' in mapping || ('family_name' in mapping && 'given_name' in mapping)
}
