import type { StaffContext } from '../../../platform/sign-in/index.ts'
import { asShown, type DraftText, photosOf } from '../../newsroom/index.ts'
import type { PhotosOfText } from '../../portal/index.ts'

/** The photos of a draft as they are now, at the addresses that the newsroom alone reads. */
export async function libraryOf({ look, staff_page }: StaffContext, content: DraftText): Promise<PhotosOfText> {
  const photos = await look(db => photosOf(db, content))
  return { photos: photos.map(asShown), hrefOf: ({ image }, file) => staff_page.view.to.photo_file({ image, file }) }
}
