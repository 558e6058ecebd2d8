import type { Quantity, Reading } from '../quantity/index.ts'

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

/** The words around each quantity of a reading. */
export function wordsAround({ text, quantities }: Reading): Words[] {
  const claims = quantities.filter(({ kind }) => kind === 'claim')
  let next = 0
  return quantities.map(quantity => {
    while (next < claims.length && claims[next]!.within.start <= quantity.within.start) next++
    const previous = claims[quantity.kind === 'claim' ? next - 2 : next - 1]
    return around(text, quantity, previous, claims[next])
  })
}

function around(text: string, quantity: Quantity, previous: Quantity | undefined, next: Quantity | undefined): Words {
  const { sentence, within } = quantity
  const from = Math.max(sentence.start, previous?.within.end ?? 0)
  const to = Math.max(within.end, Math.min(sentence.end, next?.within.start ?? sentence.end))
  return {
    quantity,
    before: lower(text.slice(from, within.start)).replace(/^.*;/s, ''),
    behind: lower(text.slice(within.end, to)).replace(/;.*$/s, ''),
    lead: lower(text.slice(sentence.start, within.start)),
    sentence: lower(text.slice(sentence.start, sentence.end)),
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
