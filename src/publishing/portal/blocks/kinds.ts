import { isDay, typedDay } from '../../../basis/shared/dates.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type FormField, lines } from '../../../platform/staff/index.ts'

type Asks = { label: Sentence; hint: Sentence; most: number }

/** Days, one a line, each as people write it. */
export function days({ most, ...asks }: Asks): FormField<string[], 'odd-day' | 'too-many-lines'> {
  const typed = lines({ ...asks, parts: 1, rows: 5, wrong: 'odd-day' })
  return {
    ...typed,
    read: sent => typed.read(sent).map(([one]) => typedDay(one!)),
    *problems(value) {
      const odd = value.findIndex(one => !isDay(one))
      if (odd >= 0) yield { code: 'odd-day', limit: odd + 1 }
      if (value.length > most) yield { code: 'too-many-lines', limit: most }
    },
  }
}
