import { lookUp } from '../../../basis/shared/look-up.ts'
import type { FieldError } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import { typedRating } from '../rating.ts'
import { review_words } from '../words.ts'

type Props = {
  lang: Language
  scheme: SchemeInForce
  name: string
  label: string
  typed: Record<string, string>
  field_errors: readonly FieldError[]
  /** What is chosen already. */
  before: [level: number | null, points: number | null]
}

/** The rating of one person, or of one collective, in a row of a table: points of a hundred, or one of the levels. */
export function RatingField({ lang, scheme, name, label, typed, field_errors, before: [rating_level_id, points] }: Props) {
  const words = review_words[lang]
  const value = lookUp(typed, name) ?? typedRating(scheme, { rating_level_id, points })
  const asks = {
    ...{ id: name, name, 'aria-label': label },
    'aria-invalid': field_errors.some(({ field }) => field === name) || undefined,
  }
  if (scheme.by_points) return <input type="text" inputMode="numeric" size={4} autocomplete="off" value={value} {...asks} />
  return (
    <select {...asks}>
      <option value="">{words.choose}</option>
      {scheme.levels.map(level => (
        <option key={level.rating_level_id} value={String(level.rating_level_id)} selected={value === String(level.rating_level_id)}>
          {lang === 'vi' ? level.name_vi : level.name_en}
        </option>
      ))}
    </select>
  )
}
