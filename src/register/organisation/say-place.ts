import { lookUp } from '../../basis/shared/look-up.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'

/** What the kinds of territory are called; the bodies of the other hierarchies say in their names what they are. */
const kinds: Record<string, string> = {
  province: 'tỉnh',
  'central-city': 'thành phố',
  district: 'huyện',
  city: 'thành phố',
  commune: 'xã',
  ward: 'phường',
  township: 'thị trấn',
  'special-zone': 'đặc khu',
}

/** A unit with its kind, as a page of that language prints it: «xã Quang Thuận», "Quang Thuận commune". */
export function sayPlace({ name, unit_kind }: { name: string; unit_kind: string }, lang: 'vi' | 'en'): string {
  return sayName([lookUp(kinds, unit_kind), name].filter(Boolean).join(' '), lang)
}

/** The kind by itself; null where it is none of the territory. */
export function sayKind(unit_kind: string, lang: 'vi' | 'en'): string | null {
  const kind = lookUp(kinds, unit_kind)
  return kind ? sayName(kind, lang) : null
}
