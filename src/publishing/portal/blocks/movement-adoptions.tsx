import { tablesOf } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { lastDayOf } from '../movement/movement.ts'
import { movement_words } from '../movement/movement-words.ts'
import { block, idOf } from './block.ts'
import { howMany } from './setup.ts'

type Model = { model_id: number; name: string; adoptions: number }
type Props = { models: Model[] }
type Settings = { most: number }

/** The models in operation that most units have taken up (F12), by the last day of the movement. */
export const movement_adoptions = block<Settings, Props>({
  type: 'movement-adoptions',
  name: { vi: 'Mô hình được học theo', en: 'Models taken up' },
  about: { vi: 'Những mô hình nhiều nơi đang học theo nhất.', en: 'The models that most units have taken up.' },
  pages: ['movement'],
  regions: ['main'],
  ...howMany({ vi: 'Nhiều nhất mấy mô hình', en: 'At most how many' }, { usual: 6, most: 12 }),
  async load({ movement, day, ask }, { most }) {
    const tables = tablesOf('F12')
    const answer = movement && (await ask('F12', { valid_as_of: lastDayOf(movement, day) }))
    const models = (answer?.rows ?? []).map(({ key, name, adoptions }) => ({
      ...{ model_id: Number(key.replace('model-', '')), name, adoptions: Number(adoptions ?? 0) },
    }))
    const taken_up = models.filter(({ adoptions }) => adoptions > 0).sort((a, b) => b.adoptions - a.adoptions)
    return { props: taken_up.length > 0 ? { models: taken_up.slice(0, most) } : null, tables }
  },
  view: MovementAdoptions,
})

function MovementAdoptions({ models, nth, lang, to }: Props & ViewContext & { nth: number }) {
  const w = movement_words[lang]
  const heading = idOf('mo-hinh-phong-trao', nth)
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {w.adoptions}
      </h2>
      <ul class="list">
        {models.map(({ model_id, name, adoptions }) => (
          <li key={model_id}>
            <a href={to.model({ model_id })} lang="vi">
              {name}
            </a>{' '}
            <span class="meta">{w.taken_up_by(adoptions)}</span>
          </li>
        ))}
      </ul>
      <p class="more">
        <a href={to.all_models()}>{w.all_models}</a>
      </p>
    </section>
  )
}
