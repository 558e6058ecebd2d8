import { randomUUID } from 'node:crypto'
import type { Standing } from '../../platform/role/index.ts'
import type { StaffContext } from '../../platform/sign-in/index.ts'
import { keepPhoto, makePhoto, photo_word_limits } from '../media/index.ts'
import { type DocumentBody, pictureIn, settlePhotos } from '../newsroom/index.ts'

/** How many photos are taken out of one document; each takes a few seconds. */
const most_pictures = 40
const endings = { 'image/jpeg': 'jpg', 'image/png': 'png', 'image/webp': 'webp' } as const

type Asked = { file: { name: string; bytes: Uint8Array }; draft: DocumentBody; unit_id: number; standing: Standing }

/**
 * Takes the photos of a document into the library, made anew, each to be described; and puts their numbers into the
 * text. Where one cannot be taken its words stay in the text.
 */
export async function takePictures(work: StaffContext, { file, draft, unit_id, standing }: Asked): Promise<DocumentBody> {
  const numbers = new Map<number, number>()
  for (const [i, picture] of draft.pictures.slice(0, most_pictures).entries()) {
    const bytes = pictureIn(file.bytes, picture)
    const made = bytes && (await makePhoto({ name: `Ảnh ${i + 1}.${endings[picture.media_type]}`, bytes }))
    if (!made?.ok) continue
    const place = draft.body.find(block => block.type === 'photo' && block.photo === i + 1)
    const words = {
      caption: place && 'caption' in place ? place.caption : '',
      credit: draft.credits[i]!.slice(0, photo_word_limits.credit),
    }
    const kept = await work.change(tx => keepPhoto(tx, work.actor, { ...words, unit_id, standing, made: made.value, key: randomUUID() }))
    if (kept.ok) numbers.set(i, kept.value.photo_id)
  }
  return settlePhotos(draft, numbers)
}
