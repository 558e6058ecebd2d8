import type { ViewContext } from '../../../platform/web/index.ts'
import { Scene } from '../parts/picture.tsx'
import { type ExemplarShown, listExemplarsShown } from '../reads/list-exemplars-shown.ts'
import { words } from '../words.ts'
import { block } from './block.ts'
import { howMany } from './setup.ts'

type Props = { exemplars: ExemplarShown[] }
type Settings = { most: number }

/** Exemplars who agreed to be named and told, on the day the page is made: a withdrawn consent takes them away. */
export const exemplar_wall = block<Settings, Props>({
  type: 'exemplar-wall',
  name: { vi: 'Điển hình', en: 'Exemplars' },
  about: { vi: 'Tập thể, cá nhân đã đồng ý được nêu tên.', en: 'Collectives and people who agreed to be named.' },
  regions: ['main'],
  ...howMany({ vi: 'Nhiều nhất mấy điển hình', en: 'At most how many' }, { usual: 4, most: 12 }),
  async load(asking, { most }) {
    const { exemplars, tables } = await listExemplarsShown(asking, most)
    return { props: exemplars.length > 0 ? { exemplars } : null, tables }
  },
  view: ExemplarWall,
})

export function ExemplarWall({ exemplars, lang, to, notice }: Props & ViewContext) {
  const w = words[lang]
  return (
    <section class="section" aria-labelledby="dien-hinh">
      <h2 class="ruled" id="dien-hinh">
        {w.exemplars}
      </h2>
      <p class="intro">
        {w.exemplars_intro} {notice?.[lang].staff}
      </p>
      <div class="cards">
        {exemplars.map(({ key, exemplar_id, name, kind, field_name, place, story, scene }) => (
          <article class="card" key={key}>
            <Scene picture={{ scene, alt: '' }} />
            <h3>
              <a href={to.exemplar({ exemplar_id })}>{name}</a>
            </h3>
            <p class="meta">{[w[kind], field_name, place].filter(Boolean).join(' · ')}</p>
            {story && <p>{story}</p>}
          </article>
        ))}
      </div>
      <p class="more">
        <a href={to.exemplars()}>{w.all_exemplars}</a>
      </p>
    </section>
  )
}
