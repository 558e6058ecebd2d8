import type { StaffContext } from '../../../platform/sign-in/index.ts'
import { listPhotos } from '../../media/index.ts'
import type { Choice } from '../pages/write.tsx'
import { photo_page_words } from './photo-words.ts'

/** How many photos stand in the list: the newest; an older one is put into the text by its number. */
const most_listed = 200

/** The photos that may stand above a text, the newest first. */
export async function listChoices({ look, staff_page }: StaffContext): Promise<Choice[]> {
  const words = photo_page_words[staff_page.view.lang]
  const photos = await look(db => listPhotos(db, { words: '', most: most_listed }))
  return photos
    .filter(({ is_decided }) => is_decided)
    .map(({ photo_id, caption, alt, name }) => ({
      ...{ value: `anh-${photo_id}`, label: `${words.of(photo_id)}: ${(caption || alt || name).slice(0, 80)}`, group: words.title },
    }))
}
