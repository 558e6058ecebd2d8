import { HiddenFields, Layout, type ViewContext } from '../../../platform/web/index.ts'
import { kind_words, level_words, recognition_levels, type WallRow } from '../../../register/exemplar/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { exemplar_words } from '../exemplars/words.ts'
import { Named } from '../parts/named.tsx'
import { Scene } from '../parts/picture.tsx'
import { sceneOfField } from '../scenes/scene-of-field.ts'

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
      <p>{rows.length === 0 ? w.none : w.found(total)}</p>
      <div class="cards">
        {rows.map(row => (
          <Card key={row.exemplar_id} {...{ row }} view={view} />
        ))}
      </div>
      <p class="more">
        {after > 0 && <a href={to.exemplars({ ...asked, after: String(Math.max(0, after - most) || '') })}>{w.newer}</a>}{' '}
        {after + most < total && <a href={to.exemplars({ ...asked, after: String(after + most) })}>{w.older}</a>}
      </p>
      <p class="more">
        <a href={to.notices()}>{w.notices}</a> · <a href={to.figure({ figure: 'F11' })}>{w.count}</a>
      </p>
    </Layout>
  )
}

function Card({ row, view: { lang, to } }: { row: WallRow; view: ViewContext }) {
  const place = row.place_name && sayPlace({ name: row.place_name, unit_kind: row.place_kind ?? '' }, lang)
  const story = lang === 'vi' ? row.story_vi : row.story_en || row.story_vi
  return (
    <article class="card">
      <Scene picture={{ scene: sceneOfField(row.field), alt: '' }} />
      <h2>
        <a href={to.exemplar(row)}>
          <Named name={row.name} lang={lang} />
        </a>
      </h2>
      <p class="meta">
        {[kind_words[row.kind][lang], lang === 'vi' ? row.field_vi : row.field_en, place, row.decided_on.slice(0, 4)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {story && <p lang={lang === 'en' && !row.story_en ? 'vi' : undefined}>{story}</p>}
    </article>
  )
}

type NarrowProps = Pick<WallProps, 'asked' | 'years' | 'fields' | 'places'> & { view: ViewContext }

/** What narrows the wall: a form that needs no script. */
function Narrow({ asked, years, fields, places, view: { lang, to } }: NarrowProps) {
  const w = exemplar_words[lang]
  const selects = [
    { name: 'nam', label: w.year, value: asked.year, options: years.map(year => ({ value: String(year), label: String(year) })) },
    {
      ...{ name: 'linh-vuc', label: w.field, value: asked.field },
      options: fields.map(({ field, name_vi, name_en }) => ({ value: field, label: lang === 'vi' ? name_vi : name_en })),
    },
    {
      name: 'cap',
      label: w.level,
      value: asked.level,
      options: recognition_levels.map(value => ({ value, label: level_words[value][lang] })),
    },
    {
      name: 'dia-ban',
      label: w.place,
      value: asked.place,
      options: places.map(({ key, ...place }) => ({ value: key, label: sayPlace(place, lang) })),
    },
  ]
  return (
    <form method="get" action={to.exemplars()} class="find">
      <HiddenFields fields={to.carried} />
      {selects.map(({ name, label, value, options }) => (
        <label key={name}>
          {label}{' '}
          <select name={name}>
            <option value="">{w.any}</option>
            {options.map(option => (
              <option key={option.value} value={option.value} selected={option.value === value}>
                {option.label}
              </option>
            ))}
          </select>
        </label>
      ))}
      <button type="submit">{w.show}</button>
    </form>
  )
}
