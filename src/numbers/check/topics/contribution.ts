import type { ClaimQuestion } from '../check.ts'
import { isChange, isPlanned, lastDay, type Stated } from '../judge/stated.ts'

/** Who gave: all the people of a place, not one household. */
const EVERYBODY = /nhân dân|người dân|bà con|toàn (tỉnh|huyện|dân)|cả tỉnh/
const SOMEBODY = /gia đình|hộ |(^|[\s,])(ông|bà|anh|chị|cụ) /
const GIVING = /góp|ủng hộ|hiến/

/** F13: land, workdays and money that the people of a place gave. Without a place beside it a gift may be anybody's, so nothing is asked. */
export function contributionQuestions(stated: Stated): ClaimQuestion[] {
  const { quantity, sentence, before, spot } = stated
  const kind = kindOf(stated)
  if (!kind || !GIVING.test(sentence) || isPlanned(stated) || isChange(stated)) return []
  if (quantity.place === null || spot === null || !EVERYBODY.test(sentence) || SOMEBODY.test(before)) return []
  const { period } = quantity
  const during = period && period.from <= stated.day ? { from: period.from, to: lastDay(stated) } : {}
  return [{ figure: 'F13', asked: { valid_as_of: stated.day, unit: spot, kind, ...during }, part: 'value' }]
}

function kindOf({ quantity, sentence, behind }: Stated): string | null {
  const { unit } = quantity.value
  if ((unit === 'm2' || unit === 'ha') && /hiến/.test(sentence) && (/^đất/.test(quantity.counts ?? '') || /^ đất/.test(behind)))
    return 'land'
  if (unit === 'ngày công') return 'workdays'
  return unit === 'đồng' && /(đóng )?góp|ủng hộ/.test(sentence) && !/hiện vật|ngân sách|nhà nước/.test(sentence) ? 'money' : null
}
