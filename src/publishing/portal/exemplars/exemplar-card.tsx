import type { ViewContext } from '../../../platform/web/index.ts'
import { kind_words, type WallRow } from '../../../register/exemplar/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import { Named } from '../parts/named.tsx'
import { Scene } from '../parts/picture.tsx'
import { sceneOfField } from '../scenes/scene-of-field.ts'

/** One exemplar of the wall, with the drawing of their field; `level` is that of its heading. */
export function ExemplarCard({ row, view: { lang, to }, level }: { row: WallRow; view: ViewContext; level: 2 | 3 }) {
  const Heading = level === 2 ? 'h2' : 'h3'
  const place = row.place_name && sayPlace({ name: row.place_name, unit_kind: row.place_kind ?? '' }, lang)
  const story = lang === 'vi' ? row.story_vi : row.story_en || row.story_vi
  return (
    <article class="card">
      <Scene picture={{ scene: sceneOfField(row.field), alt: '' }} />
      <Heading>
        <a href={to.exemplar(row)}>
          <Named name={row.name} lang={lang} />
        </a>
      </Heading>
      <p class="meta">
        {[kind_words[row.kind][lang], lang === 'vi' ? row.field_vi : row.field_en, place, row.decided_on.slice(0, 4)]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <p lang={lang === 'en' && !row.story_en ? 'vi' : undefined}>{story || row.achievement}</p>
    </article>
  )
}
