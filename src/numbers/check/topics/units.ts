import { lookUp } from '../../../basis/shared/look-up.ts'
import type { ClaimQuestion } from '../check.ts'
import { isChange, isPlanned, lastDay, type Stated } from '../judge/stated.ts'

const KINDS: Record<string, string> = { xã: 'commune', phường: 'ward', 'thị trấn': 'township' }
const LEVEL = /^(đơn vị hành chính|đơn vị|đơn vị hành chính cấp xã|đơn vị cấp xã|xã, phường, thị trấn|xã, phường và thị trấn)$/
/** What may stand behind a bare count of units: it says nothing about them. */
const NOTHING_SAID = /^\s*([,.;)(]|và|sau (khi )?(sáp nhập|sắp xếp)|$)/

/** F21: how many communes, wards and townships there are. Only where the sentence is about administrative units. */
export function unitQuestions(stated: Stated): ClaimQuestion[] {
  const { quantity, behind, sentence, unit } = stated
  const kind = kindOf(stated)
  if (!kind || quantity.share || quantity.value.unit !== null || isPlanned(stated) || isChange(stated)) return []
  const whole = /^xã, phường(,| và) thị trấn$/.test(quantity.counts ?? '') && /(có|gồm|với|còn)\s*$/.test(stated.before)
  if (!(whole || /đơn vị hành chính|đơn vị cấp xã/.test(sentence)) || !NOTHING_SAID.test(behind.replace(/^ cấp xã/, ''))) return []
  return [{ figure: 'F21', asked: { valid_as_of: lastDay(stated), unit, kind }, part: quantity.detail?.before_merger ? 'before' : 'value' }]
}

function kindOf({ quantity: { counts }, behind }: Stated): string | null {
  if (counts === null) return null
  if (/cấp huyện/.test(behind)) return null
  return lookUp(KINDS, counts) ?? (LEVEL.test(counts) ? 'commune-level' : null)
}
