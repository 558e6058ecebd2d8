import { form_problems, noSuchDay, type ProblemWords } from '../../platform/staff/index.ts'
import { moveProblems } from '../../platform/workflow/index.ts'
import { move_words } from './move-words.ts'

/** What is said of each problem with a limitation. A code that is not here does not compile. */
export const limitation_problems = {
  ...form_problems,
  ...moveProblems(move_words),
  'no-such-day': noSuchDay('30/6/2027'),
  'unknown-limitation': { vi: 'Không có hạn chế này trong phạm vi của tài khoản.', en: 'This limitation is not in your charge.' },
  'no-limitation': { vi: 'Viết hạn chế thành một câu.', en: 'Say in a sentence what is wanting.' },
  'no-remedy': { vi: 'Viết cách khắc phục.', en: 'Say how it will be repaired.' },
  'no-owner': { vi: 'Chọn ai chịu trách nhiệm.', en: 'Choose who answers for it.' },
  'past-day': { vi: 'Hạn khắc phục phải từ hôm nay trở đi.', en: 'It cannot be due before today.' },
  'own-work': {
    vi: 'Không ai tự xác nhận hay tự chuyển sang năm sau hạn chế của mình, hay hạn chế mình chịu trách nhiệm.',
    en: 'Nobody confirms or carries over their own limitation, nor one that they answer for.',
  },
} satisfies ProblemWords

export type LimitationCode = keyof typeof limitation_problems
