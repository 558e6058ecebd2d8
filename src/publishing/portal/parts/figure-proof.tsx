import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayMeasure } from '../../../basis/shared/measures.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { catalogue, map_words, type PublicAnswer } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { HistoryChart } from '../charts/history-chart.tsx'
import type { HistoryPoint } from '../charts/points.ts'
import { isByMonth } from '../history.ts'
import type { MergerDay } from '../reads/merger-days.ts'
import { sayRules } from '../say.ts'
import { words } from '../words.ts'

type OfAnswer = { answer: PublicAnswer; lang: ViewContext['lang'] }

/** By which clocks, in whose units and under which rule a value was counted. */
export function HowCounted({ answer, lang }: OfAnswer) {
  const w = words[lang]
  const { parameters, rule } = answer
  return (
    <dl>
      <dt>{w.as_of}</dt>
      <dd>
        {sayDay(parameters.valid_as_of, lang)}, {fill(w.book, { when: sayInstant(parameters.recorded_as_of, lang) })}
      </dd>
      <dt>{w.unit}</dt>
      <dd>{sayName(answer.unit_name, lang)}</dd>
      {lookUp(catalogue, answer.figure)!.maps.length > 1 && (
        <>
          <dt>{w.map_vintage}</dt>
          <dd>{map_words[parameters.map][lang]}</dd>
        </>
      )}
      {rule && (
        <>
          <dt>{w.rule_used}</dt>
          <dd>{sayRules(rule, lang)}</dd>
        </>
      )}
    </dl>
  )
}

/** The very text that ran, and the digest of what it gave. */
export function SqlAndDigest({ answer, lang }: OfAnswer) {
  const w = words[lang]
  return (
    <section aria-labelledby="sql">
      <h2 id="sql">{w.sql}</h2>
      <p>{w.sql_intro}</p>
      {lookUp(catalogue, answer.figure)!.reads.map(({ sql }, i) => (
        <details key={i}>
          <summary>{fill(w.query, { n: i + 1 })}</summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls sideways, and must do so from the keyboard too */}
          <pre tabIndex={0}>{sql.trim()}</pre>
        </details>
      ))}
      <p>
        {w.digest}:
        <br />
        <span class="digest">{answer.digest}</span>
      </p>
    </section>
  )
}

type HistoryProps = OfAnswer & { points: readonly HistoryPoint[]; mergers?: readonly MergerDay[] }

/** The value over the years or months as a chart, the mergers marked, and the same as a table. */
export function History({ answer, points, mergers = [], lang }: HistoryProps) {
  const is_by_month = isByMonth(answer.figure)
  const w = { ...words[lang], ...(is_by_month && words[lang].by_month) }
  if (points.length < 2) return null
  return (
    <section class="section" aria-labelledby="lich-su">
      <h2 class="ruled" id="lich-su">
        {w.history}
        {is_by_month && answer.value.kind === 'quantity' && ` (${sayMeasure(answer.value.measure, lang)})`}
      </h2>
      <HistoryChart points={points} events={mergers.map(({ day }) => day)} label={w.history_label} />
      {mergers.length > 0 && (
        <ul class="events">
          {mergers.map(({ day, instruments }) => (
            <li key={day}>
              {fill(w.merger_on, { day: sayDay(day, lang), instruments: instruments.map(one => sayInstrument(one, lang)).join(', ') })}
            </li>
          ))}
        </ul>
      )}
      <details>
        <summary>{w.history_table}</summary>
        <table>
          <thead>
            <tr>
              <th scope="col">{w.year}</th>
              <th scope="col" class="n">
                {w.value}
              </th>
            </tr>
          </thead>
          <tbody>
            {points.map(({ label, said }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td class="n">{said}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
