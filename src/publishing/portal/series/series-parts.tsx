import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayMeasure } from '../../../basis/shared/measures.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { printNumber, printRate } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { type SeriesNote, sayMonth } from '../../../register/indicator/index.ts'
import { series_words } from './series-words.ts'
import { type Amount, measured, type Trend } from './trend.ts'

type Lang = ViewContext['lang']

/** A series beside the same months of the year before, in one sentence, and what could not be compared in another. */
export function TrendSaid({ trend, measure, lang }: { trend: Trend; measure: string | null; lang: Lang }) {
  const w = series_words[lang]
  const { year, months, left_out, before, is_better } = trend
  const change = sayChange(trend, lang)
  const judged = is_better === null ? '' : ` (${is_better ? w.better : w.worse})`
  return (
    <p class="intro">
      {w.trend(months, year, sayAmount(before, measure, lang), change + judged)} {left_out > 0 && w.left_out(left_out)}
    </p>
  )
}

function sayAmount({ quantity, whole }: Amount, measure: string | null, lang: Lang): string {
  if (whole !== null) return printRate(quantity, whole, lang)
  return [printNumber(quantity, lang), measure && sayMeasure(measure, lang)].filter(Boolean).join(' ')
}

/** Of a rate in percentage points, else in per cent of what it was; at two decimals. */
function sayChange({ now, before }: Trend, lang: Lang): string {
  const w = series_words[lang]
  const [then, today] = [measured(before)!, measured(now)!]
  const is_rate = now.whole !== null
  const percent = is_rate ? (today - then) * 100 : ((today - then) / then) * 100
  const by = printNumber(Math.abs(Math.round(percent * 100) / 100), lang)
  if (by === '0') return w.same
  if (is_rate) return percent > 0 ? w.higher(w.points(by)) : w.lower(w.points(by))
  return percent > 0 ? w.more(`${by}%`) : w.less(`${by}%`)
}

/** What was revised, late or unusual, each with the reason its sender gave. */
export function SeriesNotes({ notes, lang }: { notes: readonly SeriesNote[]; lang: Lang }) {
  const w = series_words[lang]
  if (notes.length === 0) return null
  const of_all = notes[0]!.of_all
  return (
    <section class="section" aria-labelledby="so-da-sua">
      <h2 class="ruled" id="so-da-sua">
        {w.notes}
      </h2>
      <p class="meta">
        {w.notes_lead} {of_all > notes.length && w.newest_of(notes.length, of_all)}
      </p>
      <ul class="list">
        {notes.map(note => (
          <li key={`${note.month} ${note.place_name} ${note.recorded_at}`}>
            <p>
              <strong>
                {sayMonth(note.month)}, {sayName(note.place_name, lang)}: {sayNoted(note, lang)}
              </strong>
            </p>
            {note.note && <p lang="vi">{note.note}</p>}
            <p class="meta">{w.recorded(sayInstant(note.recorded_at, lang))}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function sayNoted({ quantity, stood, measure }: SeriesNote, lang: Lang): string {
  const said = `${printNumber(Number(quantity), lang)} ${sayMeasure(measure, lang)}`
  return stood === null ? said : series_words[lang].in_place_of(said, printNumber(Number(stood), lang))
}
