import type { Problem } from '../../../basis/shared/outcome.ts'
import { type Answers, choice, select, text } from '../../../platform/staff/index.ts'
import { type Focus, focuses, type PhotoWords, photo_word_limits } from '../../media/index.ts'
import { focus_words } from './photo-words.ts'

/** What is asked of a photo: above all what stands for it where it is not seen. */
export const photo_form = {
  alt_kind: choice({
    label: { vi: 'Cho người không nhìn thấy ảnh', en: 'For those who do not see the photo' },
    options: [
      { value: 'words', label: { vi: 'Mô tả bằng lời', en: 'Described in words' } },
      {
        value: 'decorative',
        label: { vi: 'Chỉ để trang trí: bỏ đi bài vẫn đủ ý', en: 'Decorative: without it the article says the same' },
      },
    ],
    wrong: 'no-choice-of-alt',
  }),
  alt: text({
    label: { vi: 'Lời mô tả', en: 'What it shows' },
    hint: { vi: 'Trong ảnh có gì, ai đang làm gì; một hai câu.', en: 'What is in the photo, who does what; a sentence or two.' },
    rows: 2,
    most: photo_word_limits.alt,
  }),
  caption: text({
    label: { vi: 'Chú thích', en: 'Caption' },
    hint: { vi: 'In dưới ảnh. Mỗi bài có thể viết chú thích khác.', en: 'Below the photo. Each article may give its own.' },
    rows: 2,
    most: photo_word_limits.caption,
  }),
  credit: text({
    label: { vi: 'Tác giả ảnh', en: 'Credit' },
    hint: { vi: 'Ví dụ: Bàn Thị Liễu.', en: 'For example: Bàn Thị Liễu.' },
    most: photo_word_limits.credit,
  }),
  shows: select({
    label: { vi: 'Ai trong ảnh', en: 'Who is in the photo' },
    hint: {
      vi: 'Ảnh của một điển hình chỉ hiện khi người ấy còn đồng ý.',
      en: 'A photo of an exemplar is shown as long as they consent to it.',
    },
    empty: { vi: 'Chọn', en: 'Choose' },
    wrong: 'nothing-said-of-persons',
  }),
  focus: select({
    label: { vi: 'Chỗ chính của ảnh', en: 'Where the main thing is' },
    hint: { vi: 'Còn thấy khi danh sách tin cắt ảnh cho vừa khung.', en: 'Stays in view where a list cuts the photo to its frame.' },
    empty: { vi: 'Chọn', en: 'Choose' },
    options: focuses.map(value => ({ value, label: focus_words[value] })),
    wrong: 'no-focus',
  }),
}

export type PhotoAnswers = Answers<typeof photo_form>

/** A decision needs words, or none. */
export function* problemsBetween({ alt_kind, alt }: PhotoAnswers): Generator<Problem<'no-alt' | 'alt-of-decoration'>> {
  if (alt_kind === 'words' && alt === '') yield { code: 'no-alt', field: 'alt' }
  if (alt_kind === 'decorative' && alt !== '') yield { code: 'alt-of-decoration', field: 'alt' }
}

const of_exemplar = /^exemplar-(\d{1,15})$/

/** The answers as the words of a photo. */
export function wordsIn({ alt, caption, credit, shows, focus }: PhotoAnswers): PhotoWords {
  const exemplar_id = Number(of_exemplar.exec(shows)?.[1] ?? 0) || null
  return { alt, caption, credit, focus: focus as Focus, shows: shows === 'nobody' ? 'nobody' : 'exemplar', exemplar_id }
}

/** The words of a photo as its form shows them. */
export function typedFrom(photo: { [Name in keyof PhotoWords]: PhotoWords[Name] | null }): Record<string, string> {
  const { alt, caption, credit, focus, shows, exemplar_id } = photo
  return {
    ...{ alt: alt ?? '', caption: caption ?? '', credit: credit ?? '', focus: focus ?? '' },
    alt_kind: alt === null ? '' : alt === '' ? 'decorative' : 'words',
    shows: shows === 'exemplar' ? `exemplar-${exemplar_id}` : (shows ?? ''),
  }
}
