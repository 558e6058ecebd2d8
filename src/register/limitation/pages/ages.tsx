import { Table } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { ageOf, ages } from '../limitation.ts'
import type { Limitation } from '../reads/find-limitation.ts'
import { limitation_words } from '../words.ts'

const width = 320
const row_height = 44

/** How many limitations have been open for how long: a bar an age, and the same in a table. */
export function Ages({ lang, limitations, today }: { lang: Language; limitations: readonly Limitation[]; today: string }) {
  const words = limitation_words[lang]
  const bars = ages.map(age => ({
    age,
    name: words.ages[age],
    n: limitations.filter(({ raised_on }) => ageOf(raised_on, today) === age).length,
  }))
  const longest = Math.max(1, ...bars.map(({ n }) => n))
  return (
    <section>
      <h2>{words.by_age}</h2>
      <svg
        class="levels"
        viewBox={`0 0 ${width} ${bars.length * row_height}`}
        role="img"
        aria-label={words.chart(bars.map(({ name, n }) => `${name} ${n}`).join('; '))}
      >
        {bars.map(({ age, name, n }, i) => (
          <g key={age} transform={`translate(0 ${i * row_height})`}>
            <text y="14">{name}</text>
            <rect class="bar" y="20" width={Math.round((n / longest) * (width - 40))} height="16" />
            <text x={Math.round((n / longest) * (width - 40)) + 6} y="33">
              {n}
            </text>
          </g>
        ))}
      </svg>
      <Table
        {...{ lang }}
        name="tuoi"
        rows={bars}
        keyOf={({ age }) => age}
        columns={[
          { head: words.age, cell: ({ name }) => name },
          { head: words.n, class: 'n', cell: ({ n }) => n },
        ]}
      />
    </section>
  )
}
