import type { Language } from '../../../platform/web/index.ts'
import type { HeadPicture } from '../../newsroom/index.ts'
import { PhotoInText, type PhotosOfText } from './photo.tsx'
import { Photo } from './picture.tsx'

/** The picture of a whole article, above its text. */
export function ArticlePicture({ picture, library, lang }: { picture: HeadPicture; library: PhotosOfText; lang: Language }) {
  return 'photo' in picture ? <PhotoInText place={picture} {...{ ...library, lang }} is_first /> : <Photo picture={picture} lang={lang} />
}
