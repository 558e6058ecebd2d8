import type { ClaimQuestion } from '../check.ts'
import type { Stated } from '../judge/stated.ts'

/** F23: "năm thứ 5 … thực hiện Chỉ thị số 05", or since the country began to learn from and follow the example. */
export function programmeQuestions({ quantity, sentence, day }: Stated): ClaimQuestion[] {
  const ranks = quantity.kind === 'ordinal' && quantity.counts === 'năm'
  const speaks = /chỉ thị (số )?05|học (tập )?và làm theo/.test(sentence)
  return ranks && speaks ? [{ figure: 'F23', asked: { valid_as_of: day }, part: 'value' }] : []
}
