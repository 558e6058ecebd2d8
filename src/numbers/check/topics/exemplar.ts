import type { AnswerPart, ClaimQuestion } from '../check.ts'
import { isChange, isPlanned, lastDay, type Stated } from '../judge/stated.ts'

const EXEMPLARY = /tiêu biểu|điển hình|học (tập )?và làm theo|làm theo bác|gương (sáng|tốt|tiêu biểu)|tuyên dương|biểu dương|tôn vinh/
/** Awards of one level, or of one occasion: the figure counts all. */
const NARROWER =
  /trung ương|bằng khen|giấy khen|huân chương|tỉnh ủy|ubnd|cấp (tỉnh|huyện|cơ sở|xã)|lượt|hội nghị|hội thi|cuộc thi|dự thi|thủ tướng|ngành |lực lượng |thi đua yêu nước/

/** F11: collectives and individuals recognised as exemplars, together or apart. */
export function exemplarQuestions(stated: Stated): ClaimQuestion[] {
  const { quantity, behind, before, day, unit } = stated
  const part = partOf(quantity.counts)
  const own = `${before} ${quantity.text} ${behind}`
  if (!part || quantity.value.unit !== null || quantity.share || isPlanned(stated) || isChange(stated)) return []
  if (!EXEMPLARY.test(own.toLowerCase()) || NARROWER.test(stated.sentence)) return []
  const from = quantity.period?.from
  return [{ figure: 'F11', asked: { valid_as_of: lastDay(stated), unit, ...(from && from <= day && { from }) }, part }]
}

function partOf(counts: string | null): AnswerPart | null {
  if (counts === null) return null
  const [collective, individual] = [/tập thể/.test(counts), /cá nhân/.test(counts)]
  if (collective !== individual) return collective ? 'collective' : 'individual'
  return collective || /điển hình|gương/.test(counts) ? 'value' : null
}
