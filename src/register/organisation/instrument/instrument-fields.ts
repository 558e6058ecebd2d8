import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type Answers, day, type ProblemWords, text, under } from '../../../platform/staff/index.ts'
import type { InstrumentText } from '../merger.ts'

const longest = 300

/** The instrument by which a form does what it does: what it is called there, and an example of a day. */
export function instrumentFields({ heading, day_hint }: { heading: Sentence; day_hint: Sentence }) {
  return {
    number: under(heading, text({ label: { vi: 'Số, ký hiệu', en: 'Number' }, most: longest, required: 'no-instrument' })),
    issuer: text({ label: { vi: 'Cơ quan ban hành', en: 'Issued by' }, most: longest, required: 'no-issuer' }),
    title: text({ label: { vi: 'Trích yếu', en: 'Subject' }, most: longest, required: 'no-title' }),
    signed_on: day({ label: { vi: 'Ngày ký', en: 'Signed on' }, hint: day_hint }),
  }
}

/** The decision that the answers name. */
export function decisionIn({ number, issuer, title, signed_on }: Answers<ReturnType<typeof instrumentFields>>): InstrumentText {
  return { number, issuer, title, signed_on, kind: 'decision' }
}

/** What is said of the instrument's problems; a room spreads these into its own. */
export const instrument_problems = {
  'no-instrument': { vi: 'Nhập số văn bản.', en: 'Give the number of the instrument.' },
  'no-issuer': { vi: 'Nhập cơ quan ban hành.', en: 'Say who issued it.' },
  'no-title': { vi: 'Nhập trích yếu.', en: 'Give its subject.' },
} satisfies ProblemWords
