import { Frame, type StaffPageProps, Table } from '../../../../platform/staff/index.ts'
import type { Language } from '../../../../platform/web/index.ts'
import type { GivenInYear } from '../reads.ts'
import { sayKindAndMeasure, sayQuantity } from '../say-kind.ts'
import { giving_words } from '../words.ts'

type YearsProps = StaffPageProps & { unit: string; unit_name: string; given: GivenInYear[] }

/** What was given in the territory of a unit, year by year: a chart for each kind, for unlike measures share no axis. */
export function YearsPage({ unit, unit_name, given, ...staff_page }: YearsProps) {
  const { lang, to } = staff_page.view
  const words = giving_words[lang]
  const kinds = [...Map.groupBy(given, ({ contribution_kind }) => contribution_kind).values()]
  return (
    <Frame {...staff_page} title={words.years} crumb={unit_name} here={t => t.contribution_years({ unit })} has_workbook={given.length > 0}>
      <p>{words.years_lead}</p>
      {given.length === 0 && <p>{words.none_verified}</p>}
      {kinds.map(of_kind => (
        <KindByYear key={of_kind[0]!.contribution_kind} {...{ lang, of_kind }} />
      ))}
      <p class="actions">
        <a href={to.contributions({ unit })}>{words.back}</a>
      </p>
    </Frame>
  )
}

const width = 320
const row_height = 26
const [first_x, last_x] = [48, 96]

/** One kind: a bar for each year with its amount, and the same in a table below. A year without anything stays empty. */
function KindByYear({ lang, of_kind }: { lang: Language; of_kind: GivenInYear[] }) {
  const words = giving_words[lang]
  const { contribution_kind } = of_kind[0]!
  const name = sayKindAndMeasure(of_kind[0]!, lang)
  const rows = everyYear(of_kind)
  const most = Math.max(...rows.map(({ quantity }) => quantity))
  const along = (quantity: number) => Math.round((quantity / most) * (width - first_x - last_x))
  return (
    <section>
      <h2>{name}</h2>
      <svg class="levels" viewBox={`0 0 ${width} ${rows.length * row_height}`} role="img" aria-label={words.chart(name)}>
        {rows.map(({ year, quantity }, i) => (
          <g key={year} transform={`translate(0 ${i * row_height})`}>
            <text y="17">{year}</text>
            <rect class="bar" x={first_x} y="5" width={along(quantity)} height="16" />
            <text x={first_x + along(quantity) + 6} y="17">
              {sayQuantity(quantity, lang)}
            </text>
          </g>
        ))}
      </svg>
      <Table
        {...{ lang, rows }}
        name={contribution_kind}
        keyOf={({ year }) => year}
        columns={[
          { head: words.columns.year, cell: ({ year }) => year },
          { head: words.columns.quantity, class: 'n', cell: ({ quantity }) => sayQuantity(quantity, lang) },
        ]}
      />
    </section>
  )
}

/** From the first year in which something was given to the last. */
function everyYear(of_kind: readonly GivenInYear[]): { year: number; quantity: number }[] {
  const [first, last] = [of_kind[0]!.year, of_kind.at(-1)!.year]
  return Array.from({ length: last - first + 1 }, (_, i) => {
    const year = first + i
    return { year, quantity: of_kind.find(row => row.year === year)?.quantity ?? 0 }
  })
}
