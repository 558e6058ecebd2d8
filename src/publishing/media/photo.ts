import type { Problem } from '../../basis/shared/outcome.ts'
import type { FileCode } from '../../platform/office-file/index.ts'
import type { SizeCode } from '../../platform/photo/index.ts'

/** Where a photo's main thing is: what is in view when a list cuts it to its own proportions. */
export const focuses = ['top-left', 'top', 'top-right', 'left', 'centre', 'right', 'bottom-left', 'bottom', 'bottom-right'] as const
export type Focus = (typeof focuses)[number]

/** Whom a photo shows: nobody who could be asked, or an exemplar, by whose consent in the scope «photo» it is shown. */
export type Shows = 'nobody' | 'exemplar'

/** What a photo says. `alt` is empty where the photo is decorative. */
export type PhotoWords = { alt: string; caption: string; credit: string; focus: Focus; shows: Shows; exemplar_id: number | null }

/** How long its lines may be, in characters. */
export const photo_word_limits = { alt: 500, caption: 500, credit: 200 } as const

/** Why a file does not become a photo. */
export type PhotoCode = FileCode | SizeCode | 'too-hard'
export type WordsCode = 'no-consent' | 'unfit-signs' | 'too-long'

/** What the words of a photo lack. */
export function* problemsWithWords(words: PhotoWords): Generator<Problem<WordsCode>> {
  for (const field of ['alt', 'caption', 'credit'] as const) {
    const text = words[field]
    const most = photo_word_limits[field]
    if (text.length > most) yield { code: 'too-long', field, limit: most }
    if (!isPlain(text)) yield { code: 'unfit-signs', field }
  }
  if (words.shows === 'exemplar' && words.exemplar_id === null) yield { code: 'no-consent', field: 'shows' }
}

const unfit_signs = /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069\ufeff]/u

/** The same of a single line as `isPlain` of the newsroom's texts, which stands to the right. */
function isPlain(text: string): boolean {
  return text.isWellFormed() && text === text.normalize('NFC') && !unfit_signs.test(text)
}
