import { sayName } from '../../../basis/shared/names-in-english.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import type { Headed } from '../reads/list-reviewed.ts'
import { review_words } from '../words.ts'
import { sayRating } from './say-round.ts'

/** «Đứng đầu Chi bộ Nà Pài, tập thể: Hoàn thành tốt nhiệm vụ»; null of who heads no unit. */
export function sayHeaded(lang: Language, { levels }: Pick<SchemeInForce, 'levels'>, one: Headed): string | null {
  const words = review_words[lang]
  if (one.headed_unit === null) return null
  const level = sayRating(lang, levels, one.headed_level, one.headed_points)
  return words.headed(sayName(one.headed_unit, lang), level || words.unit_unrated)
}

/** The result of the unit that somebody heads, on a line of its own under their name. */
export function HeadedUnit({ lang, scheme, one }: { lang: Language; scheme: SchemeInForce; one: Headed }) {
  const said = sayHeaded(lang, scheme, one)
  return (
    said && (
      <>
        <br />
        <span class="hint">{said}</span>
      </>
    )
  )
}
