import type { Picture } from '../newsroom/index.ts'
import type { Language } from '../web/index.ts'
import { type SceneName, scene_hrefs } from './scenes/scenes.ts'
import { words } from './words.ts'

/** The picture alone. `is_first`: it is in sight at once, so it is not put off. */
export function Scene({
  picture,
  is_first = false,
  alt = picture.alt,
}: {
  picture: Pick<Picture, 'scene' | 'alt'>
  is_first?: boolean
  alt?: string
}) {
  return (
    <img
      class="frame"
      src={scene_hrefs[picture.scene as SceneName] ?? scene_hrefs.terraces}
      width="1200"
      height="800"
      alt={alt}
      loading={is_first ? undefined : 'lazy'}
      decoding="async"
    />
  )
}

export function Photo({ picture, lang }: { picture: Picture; lang: Language }) {
  return (
    <figure class="photo">
      <Scene picture={picture} is_first />
      <figcaption>
        ({words[lang].illustration}: {picture.caption})
      </figcaption>
    </figure>
  )
}
