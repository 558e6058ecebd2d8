import { HiddenFields, Layout, type ViewContext } from '../../../platform/web/index.ts'
import { level_words, recognition_levels, type WallRow } from '../../../register/exemplar/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { ExemplarCard } from '../exemplars/exemplar-card.tsx'
import { exemplar_words } from '../exemplars/words.ts'
import { type Choice, Select } from '../parts/select.tsx'

export type WallAsking = { year: string; field: string; level: string; place: string }
export type WallProps = ViewContext & {
  rows: WallRow[]
  asked: WallAsking
  /** How many come before the page, and how many one holds. */
  after: number
  most: number
  years: number[]
  fields: { field: string; name_vi: string; name_en: string }[]
  places: { key: string; name: string; unit_kind: string }[]
}

/** The wall: whoever was recognised and lets themselves be named. */
export function ExemplarsPage({ rows, asked, after, most, years, fields, places, ...view }: WallProps) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  const total = rows[0]?.total ?? 0
  return (
    <Layout {...view} title={w.title} description={w.intro} section="exemplars" here={t => t.exemplars(asked)}>
      <h1>{w.title}</h1>
      <p class="intro">{w.intro}</p>
      <Narrow {...{ asked, years, fields, places }} view={view} />
      <p class="meta">{rows.length === 0 ? w.none : w.found(total)}</p>
      <div class="cards wall">
        {rows.map(row => (
          <ExemplarCard key={row.exemplar_id} {...{ row }} view={view} level={2} />
        ))}
      </div>
      <p class="more">
        {after > 0 && <a href={to.exemplars({ ...asked, after: String(Math.max(0, after - most) || '') })}>{w.newer}</a>}{' '}
        {after + most < total && <a href={to.exemplars({ ...asked, after: String(after + most) })}>{w.older}</a>}
      </p>
      <p class="more">
        <a href={to.notices()}>{w.notices}</a> · <a href={to.all_models()}>{w.models}</a> ·{' '}
        <a href={to.figure({ figure: 'F11' })}>{w.count}</a>
      </p>
    </Layout>
  )
}

type NarrowProps = Pick<WallProps, 'asked' | 'years' | 'fields' | 'places'> & { view: ViewContext }

/** What narrows the wall: a form that needs no script. */
function Narrow({ asked, years, fields, places, view: { lang, to } }: NarrowProps) {
  const w = exemplar_words[lang]
  const choices = (all: readonly Choice[]): Choice[] => [['', w.any], ...all]
  const of_years = years.map((year): Choice => [String(year), String(year)])
  const of_fields = fields.map(({ field, name_vi, name_en }): Choice => [field, lang === 'vi' ? name_vi : name_en])
  const of_levels = recognition_levels.map((level): Choice => [level, level_words[level][lang]])
  const of_places = places.map(({ key, ...place }): Choice => [key, sayPlace(place, lang)])
  return (
    <form method="get" action={to.exemplars()} class="fields in-columns">
      <HiddenFields fields={to.carried} />
      <Select name="nam" label={w.year} value={asked.year} choices={choices(of_years)} />
      <Select name="linh-vuc" label={w.field} value={asked.field} choices={choices(of_fields)} />
      <Select name="cap" label={w.level} value={asked.level} choices={choices(of_levels)} />
      <Select name="dia-ban" label={w.place} value={asked.place} choices={choices(of_places)} />
      <button type="submit">{w.show}</button>
    </form>
  )
}
