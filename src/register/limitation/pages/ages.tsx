import { Bars, Table } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { ageOf, ages } from '../limitation.ts'
import { limitation_words } from '../words.ts'

export type RaisedOn = { raised_on: string; n: number }

/** How many limitations have been open for how long: a bar an age, and the same in a table. */
export function Ages({ lang, raised, today }: { lang: Language; raised: readonly RaisedOn[]; today: string }) {
  const words = limitation_words[lang]
  const bars = ages.map(age => ({
    age,
    name: words.ages[age],
    n: raised.reduce((sum, { raised_on, n }) => sum + (ageOf(raised_on, today) === age ? n : 0), 0),
  }))
  return (
    <section>
      <h2>{words.by_age}</h2>
      <Bars label={words.chart(bars.map(({ name, n }) => `${name} ${n}`).join('; '))} bars={bars} />
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
