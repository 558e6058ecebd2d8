import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { Picture } from '../../newsroom/index.ts'
import { scene_hrefs } from '../scenes/scenes.ts'
import { words } from '../words.ts'

/**
 * The picture alone. `is_first`: it is in sight at once, so it is not put off. `is_photo`: it is the picture of the
 * article it stands in.
 */
export function Scene({
  picture,
  is_first = false,
  is_photo = false,
  alt = picture.alt,
}: {
  picture: Pick<Picture, 'scene' | 'alt'>
  is_first?: boolean
  is_photo?: boolean
  alt?: string
}) {
  return (
    <img
      class="frame"
      src={lookUp(scene_hrefs, picture.scene) ?? scene_hrefs.terraces}
      width="1200"
      height="800"
      itemProp={is_photo ? 'image' : undefined}
      alt={alt}
      loading={is_first ? undefined : 'lazy'}
      decoding="async"
    />
  )
}

export function Photo({ picture, lang }: { picture: Picture; lang: Language }) {
  return (
    <figure class="photo">
      <Scene picture={picture} is_first is_photo />
      <figcaption>
        ({words[lang].illustration}: {picture.caption})
      </figcaption>
    </figure>
  )
}
