import { sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { Lineage } from '../../../numbers/figure/index.ts'
import { VerdictBadge, type ViewContext } from '../../../platform/web/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { StandingLines } from '../charts/standing-lines.tsx'
import type { StandingRow } from '../charts/standing-rows.ts'
import { words } from '../words.ts'
import { Scroll } from './scroll.tsx'

type Props = {
  lineage: readonly Lineage[]
  courses: readonly StandingRow[]
  standing: number
  rule: string
  until: string
  mergers: readonly string[]
} & Pick<ViewContext, 'lang'>

/**
 * From the communes ever recognised to those that stand: as lines through time, then one by one, with what each became
 * and whether that still counts.
 */
export function LineageTable({ lineage, courses, standing, rule, until, mergers, lang }: Props) {
  const w = words[lang]
  return (
    <section class="section" aria-labelledby="tung-xa">
      <h2 class="ruled" id="tung-xa">
        {fill(w.lineage, { before: lineage.length, after: standing })}
      </h2>
      <p class="intro">{fill(w.lineage_intro, { rule })}</p>
      {courses.length > 0 && (
        <figure>
          <StandingLines {...{ until, mergers }} rows={courses} label={w.courses_label} />
          <figcaption>{w.courses_said}</figcaption>
        </figure>
      )}
      <Scroll label={w.fate}>
        <table class="blocks">
          <thead>
            <tr>
              <th scope="col">{w.columns.name}</th>
              <th scope="col">{w.columns.decided_on}</th>
              <th scope="col">{w.became}</th>
              <th scope="col">{w.fate}</th>
            </tr>
          </thead>
          <tbody>
            {lineage.map(one => (
              <tr key={one.unit}>
                <th scope="row">{one.name}</th>
                <td data-label={w.columns.decided_on}>{sayDay(one.decided_on, lang)}</td>
                <td data-label={w.became}>{heirsInWords(one, lang)}</td>
                <td data-label={w.fate}>
                  {isKept(one) ? (
                    <VerdictBadge judgement="holds">{w.fates[one.fate]}</VerdictBadge>
                  ) : (
                    <VerdictBadge judgement="unbound">{w.fates[one.fate]}</VerdictBadge>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
    </section>
  )
}

function isKept({ fate }: Lineage): boolean {
  return fate === 'stands' || fate === 'carried'
}

function heirsInWords({ unit, heirs }: Lineage, lang: ViewContext['lang']): string {
  if (heirs.some(heir => heir.key === unit)) return words[lang].unchanged
  return heirs.map(heir => sayPlace(heir, lang)).join(', ')
}
