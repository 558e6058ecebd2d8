import { lookUp } from '../../../basis/shared/look-up.ts'
import { file_words } from './file-words.ts'
import type { InstrumentFile } from './find-files.ts'

/** What kind of file it is, and how large: «PDF, 120 KB». */
export function sayFile({ media_type, size }: Pick<InstrumentFile, 'media_type' | 'size'>, lang: 'vi' | 'en'): string {
  const words = file_words[lang]
  return words.of(lookUp(words.kinds, media_type) ?? words.word, sayBytes(size, lang))
}

function sayBytes(bytes: number, lang: 'vi' | 'en'): string {
  const kb = Math.max(1, Math.round(bytes / 1024))
  const number = (kb < 1024 ? kb : Math.round(kb / 102.4) / 10).toLocaleString(lang === 'vi' ? 'vi-VN' : 'en-GB')
  return `${number} ${kb < 1024 ? 'KB' : 'MB'}`
}
