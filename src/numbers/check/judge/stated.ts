import type { Quantity, Reading } from '../../../basis/quantity/index.ts'

/** A quantity with the words around it, lower case: `before` from the claim before, `behind` up to the next claim, neither over a semicolon. */
export type Stated = {
  quantity: Quantity
  before: string
  behind: string
  /** The sentence up to the quantity, and the whole of it. */
  lead: string
  sentence: string
  day: string
  /** The key of the unit it counts in, a district or larger; undefined lets the figure's own unit stand. */
  unit: string | undefined
  /** The same where a commune will do as well; null where the register cannot tell the place. */
  spot: string | undefined | null
}

type Words = Pick<Stated, 'quantity' | 'before' | 'behind' | 'lead' | 'sentence'>

/** The words around each claim and each rank of a reading, one after the other: those of a whole book are never held at once. */
export function* wordsAround({ text, quantities }: Reading): Generator<Words> {
  const claims = quantities.filter(({ kind }) => kind === 'claim')
  let next = 0
  for (const quantity of quantities) {
    while (next < claims.length && claims[next]!.within.start <= quantity.within.start) next++
    const previous = claims[quantity.kind === 'claim' ? next - 2 : next - 1]
    yield quantity.kind === 'claim' || quantity.kind === 'ordinal'
      ? around(text, quantity, previous, claims[next])
      : { quantity, ...NO_WORDS }
  }
}

const NO_WORDS = { before: '', behind: '', lead: '', sentence: '' }

/** No sentence is read farther than this on either side: a table without a full stop is no sentence. */
const REACH = 300

function around(text: string, quantity: Quantity, previous: Quantity | undefined, next: Quantity | undefined): Words {
  const { within } = quantity
  const start = Math.max(quantity.sentence.start, within.start - REACH)
  const end = Math.max(within.end, Math.min(quantity.sentence.end, within.end + REACH))
  const from = Math.max(start, previous?.within.end ?? 0)
  const to = Math.max(within.end, Math.min(end, next?.within.start ?? end))
  return {
    quantity,
    before: lower(text.slice(from, within.start)).replace(/^.*;/s, ''),
    behind: lower(text.slice(within.end, to)).replace(/;.*$/s, ''),
    lead: lower(text.slice(start, within.start)),
    sentence: lower(text.slice(start, end)),
  }
}

export function lower(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ')
}

const PLANS =
  /(?<!rèn luyện,? |tu dưỡng,? |bản cam kết )phấn đấu|mục tiêu|dự kiến|chỉ tiêu|đặt ra|đề ra|hướng tới|lộ trình|theo kế hoạch|kế hoạch (năm|đến|giai đoạn)|(^| )sẽ |đăng ký (về đích|đạt chuẩn|xây dựng)/
const CHANGES = /(tăng|giảm|thêm|bớt|vượt|hụt)( thêm| được)?( so với .*)?\s*$/

/** The claim speaks of what is to be, so the register has nothing to say about it. */
export function isPlanned({ lead, quantity, day }: Stated): boolean {
  return PLANS.test(lead) || (quantity.period !== null && quantity.period.from > day)
}

/** "tăng 14 đơn vị": how much it changed, not how much there is. */
export function isChange({ before }: Stated): boolean {
  return CHANGES.test(before)
}

/** The last day of the period the claim speaks of, at most the day of the text. */
export function lastDay({ quantity, day }: Stated): string {
  const to = quantity.period?.to
  return to && to < day ? to : day
}
