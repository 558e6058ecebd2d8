import { lookUp } from '../../../basis/shared/look-up.ts'
import { Table } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import { mostAtTop } from '../cap.ts'
import type { ReviewGroup } from '../reads/list-groups.ts'
import { review_words } from '../words.ts'

type Bar = { rating_level_id: number; name: string; n: number; cap: number | null }

/** How many are at each level, of some groups; the cap of the highest is the sum of the groups' own. */
export function barsOf(lang: Language, scheme: SchemeInForce, groups: readonly ReviewGroup[]): Bar[] {
  const at = (level: number) => groups.reduce((sum, { by_level }) => sum + (lookUp<number | undefined>(by_level, String(level)) ?? 0), 0)
  const cap = groups.reduce((sum, group) => sum + mostAtTop(scheme, group), 0)
  return scheme.levels.map(({ rating_level_id, name_vi, name_en }, i) => ({
    ...{ rating_level_id, name: lang === 'vi' ? name_vi : name_en, n: at(rating_level_id) },
    cap: i === 0 && scheme.cap_share !== null ? cap : null,
  }))
}

const width = 320
const row_height = 44
const bar_height = 16

/** The spread of the levels as bars, the cap as a line across the first; the same in a table below. */
export function Distribution({ lang, bars }: { lang: Language; bars: readonly Bar[] }) {
  const words = review_words[lang]
  const longest = Math.max(1, ...bars.map(({ n, cap }) => Math.max(n, cap ?? 0)))
  const along = (n: number) => Math.round((n / longest) * (width - 60))
  const said = bars.map(({ name, n }) => `${name} ${n}`).join('; ')
  return (
    <section>
      <h2>{words.distribution}</h2>
      <svg class="levels" viewBox={`0 0 ${width} ${bars.length * row_height}`} role="img" aria-label={words.chart(said)}>
        {bars.map(({ rating_level_id, name, n, cap }, i) => (
          <g key={rating_level_id} transform={`translate(0 ${i * row_height})`}>
            <text y="14">{name}</text>
            <rect class="bar" y="20" width={along(n)} height={bar_height} />
            <text x={along(n) + 6} y="33">
              {n}
            </text>
            {cap !== null && <line class="cap" x1={along(cap)} x2={along(cap)} y1="17" y2={23 + bar_height} />}
            {cap !== null && (
              <text class="cap" x={width} y="33" text-anchor="end">
                {words.cap_line(cap)}
              </text>
            )}
          </g>
        ))}
      </svg>
      <Table
        {...{ lang }}
        name="phan-bo"
        rows={bars}
        keyOf={({ rating_level_id }) => rating_level_id}
        columns={[
          { head: words.level, cell: ({ name }) => name },
          { head: words.rated_n, class: 'n', cell: ({ n }) => n },
          { head: words.most, class: 'n', cell: ({ cap }) => cap ?? '–' },
        ]}
      />
    </section>
  )
}
