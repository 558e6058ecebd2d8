import type { StaffContext } from '../../platform/sign-in/index.ts'
import { listPhotos } from '../media/index.ts'
import { listDocuments, listKeywords } from '../newsroom/index.ts'
import type { WriteProps } from './pages/write.tsx'
import { photo_page_words } from './photos/photo-words.ts'

/** How many photos stand in the list: the newest; an older one is put into the text by its number. */
const most_listed = 200
const most_keywords = 30

/**
 * What may be put into a text: the photos of the library and the instruments of the register, the newest first; and the
 * keywords that most articles bear.
 */
export function thingsToOffer({ look, staff_page }: StaffContext): Promise<Pick<WriteProps, 'photos' | 'documents' | 'keywords'>> {
  const words = photo_page_words[staff_page.view.lang]
  return look(async db => {
    const photos = await listPhotos(db, { words: '', most: most_listed })
    const choices = photos
      .filter(({ is_decided }) => is_decided)
      .map(({ photo_id, caption, alt, name }) => ({
        ...{ value: `anh-${photo_id}`, label: `${words.of(photo_id)}: ${(caption || alt || name).slice(0, 80)}`, group: words.title },
      }))
    const keywords = await listKeywords(db, { keyword: null, most: most_keywords })
    return { photos: choices, documents: await listDocuments(db), keywords: keywords.map(({ name }) => name) }
  })
}
