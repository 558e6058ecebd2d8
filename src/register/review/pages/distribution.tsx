import { lookUp } from '../../../basis/shared/look-up.ts'
import { Bars, Table } from '../../../platform/staff/index.ts'
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

/** The spread of the levels as bars, the cap as a line across the first; the same in a table below. */
export function Distribution({ lang, bars }: { lang: Language; bars: readonly Bar[] }) {
  const words = review_words[lang]
  const said = bars.map(({ name, n }) => `${name} ${n}`).join('; ')
  const drawn = bars.map(({ name, n, cap }) => ({ name, n, ...(cap !== null && { mark: { at: cap, said: words.cap_line(cap) } }) }))
  return (
    <section>
      <h2>{words.distribution}</h2>
      <Bars label={words.chart(said)} bars={drawn} />
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
