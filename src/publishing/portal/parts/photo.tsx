import { widthsOf } from '../../../platform/photo/index.ts'
import type { Href, Language } from '../../../platform/web/index.ts'
import type { HeadPicture, PhotoPlace, PhotoShown } from '../../newsroom/index.ts'
import { words } from '../words.ts'
import { photoFile, plainFile } from './photo-file.ts'
import { Scene } from './picture.tsx'

/** The photos that a text may show, and where their files are. */
export type PhotosOfText = { photos: readonly PhotoShown[]; hrefOf: (photo: PhotoShown, file: string) => string }

/** The photos of a public edition at their public addresses. */
export function publicPhotos(photos: readonly PhotoShown[], to: Href): PhotosOfText {
  return { photos, hrefOf: ({ image }, file) => to.image({ image, file }) }
}

/** How wide a photo stands in a text: the measure, or the page where that is narrower. */
export const in_text = '(min-width: 46rem) 44rem, 100vw'
const in_list = '(min-width: 60rem) 24rem, (min-width: 40rem) 45vw, 100vw'

type ImageProps = {
  photo: Pick<PhotoShown, 'width' | 'height' | 'fallback' | 'alt' | 'focus'>
  hrefOf(file: string): string
  sizes: string
  /** It is in sight at once, so it is not put off. */
  is_first?: boolean
  /** It is the picture of the article it stands in. */
  is_photo?: boolean
  /** A list cuts it to the proportions of all its pictures, around its main thing. */
  is_cut?: boolean
}

/** A photo in the widths and formats from which the browser chooses. */
export function PhotoImage({ photo, hrefOf, sizes, is_first = false, is_photo = false, is_cut = false }: ImageProps) {
  const { width, height, fallback, alt, focus } = photo
  const srcset = (type: 'image/avif' | 'image/webp' | 'image/jpeg' | 'image/png') =>
    widthsOf(photo)
      .map(one => `${hrefOf(photoFile(one, type))} ${one}w`)
      .join(', ')
  return (
    <picture>
      <source type="image/avif" srcset={srcset('image/avif')} sizes={sizes} />
      <source type="image/webp" srcset={srcset('image/webp')} sizes={sizes} />
      <img
        class={is_cut ? `frame is-cut at-${focus}` : 'frame'}
        src={hrefOf(plainFile(photo, 800))}
        srcset={srcset(fallback)}
        sizes={sizes}
        {...{ width, height }}
        alt={alt}
        itemProp={is_photo ? 'image' : undefined}
        loading={is_first ? undefined : 'lazy'}
        decoding="async"
      />
    </picture>
  )
}

type PhotoProps = PhotosOfText & { place: PhotoPlace; lang: Language; is_first?: boolean }

/** A photo in a text with its caption and who took it; nothing where it may not be shown. */
export function PhotoInText({ place, photos, hrefOf, lang, is_first = false }: PhotoProps) {
  const photo = photos.find(({ photo }) => photo === place.photo)
  if (!photo) return null
  const credit = photo.credit && `${words[lang].photo_by} ${photo.credit}`
  return (
    <figure class="photo">
      <PhotoImage {...{ photo, is_first }} hrefOf={file => hrefOf(photo, file)} sizes={in_text} is_photo={is_first} />
      {(place.caption || credit) && (
        <figcaption>
          {place.caption && <span lang="vi">({place.caption})</span>} {credit && <small>{credit}</small>}
        </figcaption>
      )}
    </figure>
  )
}

type InListProps = { article: { picture: HeadPicture | null; photos: readonly PhotoShown[] }; to: Href; is_first?: boolean }

/** The picture of an article beside its headline, which says all: it is passed over by those who do not see it. */
export function PictureInList({ article: { picture, photos }, to, is_first }: InListProps) {
  if (picture && 'scene' in picture) return <Scene picture={picture} alt="" is_first={is_first} />
  const photo = picture && photos.find(({ photo }) => photo === picture.photo)
  if (!photo) return null
  return (
    <PhotoImage
      photo={{ ...photo, alt: '' }}
      hrefOf={file => to.image({ image: photo.image, file })}
      sizes={in_list}
      is_first={is_first}
      is_cut
    />
  )
}
