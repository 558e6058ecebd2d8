import { lookUp } from '../../basis/shared/look-up.ts'
import { fill, type Sentence } from '../../basis/shared/sentences.ts'
import type { ProblemWords } from '../staff/index.ts'
import type { Language } from '../web/index.ts'
import type { MoveCode } from './decide-move.ts'
import type { CommentCode } from './read-comment.ts'

/**
 * What is said of a workflow: what a step has done («trả lại để sửa»), by the state it led to; and who makes moves
 * («chi bộ»).
 */
export type MoveWords<State extends string = string, Maker extends string = string> = {
  steps: Record<State, Sentence>
  makers: Record<Maker, Sentence>
}

const sentences = {
  own: {
    vi: 'Không ai tự làm bước này với phần của chính mình: {by} làm.',
    en: 'Nobody takes this step with their own: {by} does.',
  },
  not_yours: { vi: 'Bước này do {by} làm.', en: 'This step is for {by} to take.' },
  first: { vi: 'Chưa có bước nào; bước đầu do {next} làm.', en: 'No step has been taken; the first is for {next} to take.' },
  now: {
    vi: 'Bước mới nhất nay là «{state}»; bước sau do {next} làm.',
    en: 'The latest step is now «{state}»; the next is for {next} to take.',
  },
  last: { vi: 'Bước mới nhất nay là «{state}»; không còn bước nào sau.', en: 'The latest step is now «{state}»; none follows it.' },
} satisfies Record<string, Sentence>

/**
 * The sentences of the kit's own problems. A room spreads them into its own, and says better what it can say better.
 */
export function moveProblems(words: MoveWords): ProblemWords<MoveCode | CommentCode> {
  const makers = (lang: Language, named: unknown) => {
    const said = String(named)
      .split(' ')
      .map(maker => lookUp(words.makers, maker)?.[lang] ?? maker)
    return new Intl.ListFormat(lang, { type: 'disjunction' }).format(said)
  }
  return {
    'own-work': ({ lang, problem: { values } }) => fill(sentences.own[lang], { by: makers(lang, values?.by) }),
    'not-yours': ({ lang, problem: { values } }) => fill(sentences.not_yours[lang], { by: makers(lang, values?.by) }),
    'wrong-state': ({ lang, problem: { values } }) => {
      const state = lookUp(words.steps, String(values?.state))
      const sentence = !state ? sentences.first : values?.next ? sentences.now : sentences.last
      return fill(sentence[lang], { state: state?.[lang] ?? '', next: makers(lang, values?.next) })
    },
    'no-comment': { vi: 'Ghi rõ cần sửa gì, để người viết biết.', en: 'Say what is to be mended, so that the writer knows.' },
    'too-long': { vi: 'Dài quá: nhiều nhất {limit} chữ cái.', en: 'Too long: at most {limit} characters.' },
  }
}
