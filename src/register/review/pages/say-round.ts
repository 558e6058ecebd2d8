import { sayDay } from '../../../basis/shared/dates.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { RatingLevel } from '../../programme/index.ts'
import { levelNamed } from '../rating.ts'
import type { RoundKind } from '../review.ts'
import { review_words } from '../words.ts'

/** «Kiểm điểm cả năm, 01/01/2026 – 31/12/2026» */
export function sayRound(lang: Language, { kind, since, until }: { kind: RoundKind; since: string; until: string }): string {
  const words = review_words[lang]
  return words.round(words.kinds[kind], sayDay(since, lang), sayDay(until, lang))
}

/** A level in words, with the points where there are some; empty where nobody has rated. */
export function sayRating(lang: Language, levels: readonly RatingLevel[], rating_level_id: number | null, points: number | null): string {
  const level = levelNamed(levels, rating_level_id)
  if (!level) return ''
  const name = lang === 'vi' ? level.name_vi : level.name_en
  return points === null ? name : `${name} (${review_words[lang].points(points)})`
}
