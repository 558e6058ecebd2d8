import type { Quantity } from '../../../basis/quantity/index.ts'
import type { AnswerPart, ClaimQuestion, Doubt } from '../check.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { Row } from '../read/lexicon.ts'
import type { Chunk } from '../read/sentence.ts'
import { askChange, isSaid, type Topic, topicLexicon } from './topic.ts'

/** What a commitment is about: its name, and the example that is followed. */
export const learning_rows: readonly Row[] = [
  ['counted', 'theme', 'tu dưỡng | tu dưỡng, rèn luyện | tu dưỡng rèn luyện | tu dưỡng, rèn luyện, phấn đấu | tu dưỡng, rèn luyện phấn đấu | tu dưỡng và rèn luyện | rèn luyện | tu dưỡng, rèn luyện và phấn đấu | tu dưỡng đạo đức | phấn đấu rèn luyện | rèn luyện, phấn đấu | cá nhân'],
  ['counted', 'theme', 'làm theo bác | làm theo gương bác | để làm theo gương bác | theo gương bác | theo bác | học tập và làm theo bác | học tập và làm theo | học và làm theo | học và làm theo bác | làm theo | học bác | học tập bác | làm theo lời bác'],
  ['counted', 'theme', 'tư tưởng, đạo đức, phong cách hồ chí minh | tư tưởng , đạo đức và phong cách hồ chí minh | đạo đức, phong cách hồ chí minh | tấm gương đạo đức hồ chí minh | tấm gương hồ chí minh | gương bác hồ | bác hồ | gương bác | bác | chủ tịch hồ chí minh | tư tưởng hồ chí minh'],
  ['silent', '', 'chỉ thị 05 | chỉ thị số 05 | theo tinh thần | thực hiện chỉ thị | theo chỉ thị'],
] // biome-ignore format: a table reads by its columns

/**
 * The people who owe a commitment, and the party organisations of the province. Others («công chức» alone, «bí thư»)
 * are a part that no figure tells apart.
 */
const people_rows: readonly Row[] = [
  ['counted', 'people', 'cán bộ, đảng viên | cán bộ , đảng viên , công chức | cán bộ và đảng viên | đảng viên | cán bộ, đảng viên, công chức, viên chức | đội ngũ cán bộ, đảng viên | số cán bộ, đảng viên | số đảng viên | tỷ lệ cán bộ, đảng viên | tỷ lệ đảng viên'],
  ['counted', 'due', 'thuộc diện | thuộc diện mà | thuộc diện viết | thuộc diện ký | thuộc diện xây dựng | thuộc diện phải cam kết | thuộc diện cam kết | phải cam kết | phải có bản cam kết | có trách nhiệm cam kết'],
  ['counted', 'share', 'tỷ lệ | tỉ lệ | đạt | đạt tỷ lệ | chiếm'],
  ['where', 'province', 'toàn đảng bộ | toàn đảng bộ tỉnh | đảng bộ tỉnh | trong đảng bộ tỉnh | trong toàn đảng bộ'],
] // biome-ignore format: a table reads by its columns

const commitment_rows: readonly Row[] = [
  ['state', 'missing', 'không có bản cam kết | mà không có bản cam kết | mà chưa có bản cam kết | không nộp bản cam kết | chưa có bản cam kết | chưa có cam kết | chưa nộp bản cam kết | chưa nộp cam kết | chưa nộp | chưa viết bản cam kết | chưa đăng ký | chưa ký cam kết | chưa xây dựng bản cam kết | chưa làm bản cam kết | còn thiếu bản cam kết | thiếu bản cam kết | chưa gửi bản cam kết | chưa cam kết'],
  ['state', 'committed', 'bản cam kết | có bản cam kết | đã có bản cam kết | xây dựng bản cam kết | viết bản cam kết | làm bản cam kết | ký bản cam kết | ký cam kết | lập bản cam kết | nộp bản cam kết | đăng ký bản cam kết | đăng ký cam kết | thực hiện ký cam kết | xây dựng cam kết | viết cam kết | có cam kết | hoàn thành bản cam kết | hoàn thành việc viết bản cam kết | cam kết | đăng ký học tập và làm theo | đăng ký làm theo | đăng ký học tập | đăng ký việc làm theo | đăng ký tu dưỡng | đăng ký nội dung làm theo'],
  ['state', 'approved', 'được duyệt | đã được duyệt | được phê duyệt'],
  ['state', 'on-time', 'đúng hạn | đúng thời hạn | trước hạn | đúng thời gian quy định | không muộn | đúng hạn định'],
] // biome-ignore format: a table reads by its columns

const completion_rows: readonly Row[] = [
  ['counted', 'theme', 'việc làm theo | số việc làm theo | các việc làm theo'],
  ['counted', 'deeds', 'việc | việc làm | số việc | số việc làm | việc làm theo | số việc làm theo | nội dung đăng ký | nội dung cam kết | nội dung làm theo | các việc | trong số các việc | hoàn thành việc làm theo'],
  ['state', 'registered', 'đăng ký | đã đăng ký | được đăng ký | đã cam kết | trong bản cam kết | đăng ký trong bản cam kết | đã chọn'],
  ['state', 'done', 'hoàn thành việc | hoàn thành | đã hoàn thành | được hoàn thành | làm xong | đã làm xong | thực hiện xong | đã thực hiện xong | đã xong | tỷ lệ hoàn thành'],
  ['counted', 'share', 'tỷ lệ | đạt | đạt tỷ lệ'],
] // biome-ignore format: a table reads by its columns

const deed_rows: readonly Row[] = [
  ['per', 'person', 'mỗi người | mỗi cá nhân | mỗi đảng viên | mỗi cán bộ, đảng viên | mỗi cán bộ | mỗi đồng chí | từng đảng viên | từng cán bộ, đảng viên | từng cá nhân | từng người | từng đồng chí | mỗi một đảng viên | mỗi cán bộ đảng viên | bình quân mỗi người | bình quân mỗi đảng viên | trung bình mỗi đảng viên | trung bình mỗi người | bình quân mỗi cán bộ, đảng viên | mỗi bản cam kết | mỗi bản'],
  ['per', 'mean', 'bình quân | trung bình | tính bình quân'],
  ['counted', 'deeds', 'việc | việc làm | việc làm theo | việc cụ thể | cụ thể | việc làm cụ thể'],
  ['state', 'committed', 'có bản cam kết | đã có bản cam kết | xây dựng bản cam kết | viết bản cam kết | có cam kết'],
  ['state', 'registered', 'đăng ký | đã đăng ký | chọn | tự chọn | chọn cho mình | lựa chọn | cam kết | đăng ký thực hiện | đăng ký làm | tự đăng ký | đăng ký với chi bộ | để đăng ký với chi bộ | trong bản cam kết | ghi trong bản cam kết | ghi vào bản cam kết | ghi | nêu | bản cam kết'],
] // biome-ignore format: a table reads by its columns

const plan_rows: readonly Row[] = [
  ['state', 'approved', 'được duyệt | đã được duyệt | được phê duyệt'],
  ['counted', 'people', 'đồng chí | các đồng chí'],
  ['counted', 'leaders', 'giữ chức vụ lãnh đạo | giữ chức vụ lãnh đạo, quản lý | giữ chức vụ'],
  ['counted', 'leaders', 'cán bộ lãnh đạo | cán bộ lãnh đạo, quản lý | lãnh đạo | người giữ chức vụ lãnh đạo | người giữ chức vụ lãnh đạo, quản lý | lãnh đạo, quản lý | người đứng đầu | cán bộ chủ chốt | cán bộ'],
  ['counted', 'share', 'tỷ lệ | đạt | đạt tỷ lệ | chiếm'],
  ['state', 'planned', 'kế hoạch hành động | có kế hoạch hành động | xây dựng kế hoạch hành động | đã có kế hoạch hành động | lập kế hoạch hành động | kế hoạch hành động cá nhân | có kế hoạch hành động cá nhân | xây dựng kế hoạch hành động cá nhân'],
  ['where', 'province', 'toàn đảng bộ | toàn đảng bộ tỉnh | đảng bộ tỉnh'],
] // biome-ignore format: a table reads by its columns

/**
 * F1, F2 and F4: who has a commitment, handed it in on time, or has none; by rate, by share, or by the number of
 * people.
 */
export const commitment: Topic = {
  lexicon: topicLexicon(commitment_rows, people_rows, learning_rows),
  isNamedIn: sentence => /cam kết|đăng ký/.test(sentence),
  counts: countsPeople,
  isStated: chunks => isSaid(chunks, 'state', 'committed', 'missing'),
  questions: commitmentQuestions,
  is_of_the_party: true,
}

/** F5: how many of the deeds were done; by rate, by share, or by their number. */
export const completion: Topic = {
  lexicon: topicLexicon(completion_rows, learning_rows, people_rows),
  isNamedIn: sentence => /hoàn thành|xong/.test(sentence) && /việc|nội dung/.test(sentence),
  counts: ({ counts, value: { unit }, share }) =>
    (unit === '%' || share !== null || unit === null) && (counts === null || /^(việc|nội dung)/.test(counts)),
  isStated: chunks => isSaid(chunks, 'state', 'done'),
  questions: completionQuestions,
  is_of_the_party: true,
}

/** F3: how many deeds one person registered: «mỗi cá nhân đăng ký 2 - 3 việc làm theo Bác». */
export const deeds: Topic = {
  lexicon: topicLexicon(deed_rows, learning_rows, people_rows),
  isNamedIn: sentence => /làm theo|đăng ký|chọn|cam kết/.test(sentence),
  counts: ({ counts }) => counts === 'việc' || counts === 'việc làm',
  isStated: chunks => isSaid(chunks, 'state', 'registered') || isSaid(chunks, 'counted', 'theme'),
  questions: deedQuestions,
  is_of_the_party: true,
}

/** F6: leaders who have a plan of action. */
export const plans: Topic = {
  lexicon: topicLexicon(plan_rows, learning_rows),
  isNamedIn: sentence => sentence.includes('kế hoạch hành động'),
  counts: ({ counts, value: { unit } }) =>
    (unit === null || unit === '%') && (counts === null || /lãnh đạo|cán bộ|người|đồng chí/.test(counts)),
  isStated: chunks => isSaid(chunks, 'state', 'planned'),
  questions: planQuestions,
  is_of_the_party: true,
}

const PEOPLE = /cán bộ|đảng viên|công chức|viên chức|người|đồng chí/

function countsPeople({ counts, value: { unit }, detail }: Quantity): boolean {
  return (unit === null || unit === '%') && !detail?.fraction && (counts === null || PEOPLE.test(counts))
}

function commitmentQuestions(claim: ClaimInContext): ClaimQuestion[] | Doubt {
  const { quantity, reach, per } = claim
  const all = [...reach.hung, ...reach.own]
  const part = partOf(claim)
  if (!isOfAll(quantity.counts, all) || part === null || (quantity.counts === null && !isSaid(all, 'counted', 'people'))) return 'counted'
  if (claim.compared && isSaid(all, 'state', 'missing') && part === 'numerator' && per === 'all') return missingChange(claim)
  if (!isLevel(claim)) return 'change'
  if (per !== 'all' && per !== 'yearly') return 'per'
  if (isSaid(all, 'state', 'missing')) return part === 'numerator' ? inCampaign(claim, 'F4', 'value') : 'state'
  return inCampaign(claim, isSaid(all, 'state', 'on-time') ? 'F2' : 'F1', part)
}

/** «Giảm 201 người so với năm 2018»: how many fewer are missing. */
function missingChange(claim: ClaimInContext): ClaimQuestion[] | Doubt {
  return askChange(claim, when => {
    const asked = inCampaign({ ...claim, when }, 'F4', 'value')
    return typeof asked === 'string' ? asked : asked[0]!
  })
}

/** Each end of a change is a level of its own year: «tăng từ 99,5% năm 2019 lên 100% năm 2020». */
function isLevel({ change, when }: ClaimInContext): boolean {
  return change === 'level' || ((change === 'to' || change === 'from') && when.kind === 'within')
}

/**
 * Party members are meant whenever commitments are spoken of, and «người» or «đồng chí» where those who owe one are
 * named: they alone can be without one. Officials alone are a part of them.
 */
function isOfAll(counts: string | null, all: readonly Chunk[]): boolean {
  if (counts === null || /đảng viên/.test(counts)) return true
  if (counts !== 'người' && counts !== 'đồng chí') return false
  return isSaid(all, 'counted', 'due', 'people', 'theme') || all.some(isWithoutCommitment) || all.some(isOfTheParty)
}

/** «Chưa nộp bản cam kết»; «chưa đăng ký» alone may be something else. */
function isWithoutCommitment({ slot, says, text }: Chunk): boolean {
  return slot === 'state' && says === 'missing' && /cam kết/i.test(text)
}

function isOfTheParty({ slot, text }: Chunk): boolean {
  return slot === 'where' && /đảng bộ/i.test(text)
}

function partOf({ quantity: { value, share }, reach: { own } }: ClaimInContext): AnswerPart | null {
  if (value.unit === '%' || share) return 'value'
  return isSaid(own, 'counted', 'due') && !isSaid(own, 'state', 'missing') ? 'denominator' : 'numerator'
}

function completionQuestions(claim: ClaimInContext): ClaimQuestion[] | Doubt {
  const { quantity, reach, change, per } = claim
  const all = [...reach.hung, ...reach.own]
  const counts_deeds = /^(việc|nội dung)/.test(quantity.counts ?? '')
  if (!counts_deeds && !isSaid(all, 'counted', 'deeds', 'theme')) return 'counted'
  if (!isSaid(all, 'state', 'registered') && !isSaid(all, 'counted', 'theme')) return 'state'
  if (change !== 'level') return 'change'
  if (per !== 'all' && per !== 'yearly') return 'per'
  if (quantity.value.unit === '%' || quantity.share) return inCampaign(claim, 'F5', 'value')
  return counts_deeds ? inCampaign(claim, 'F5', 'numerator') : 'counted'
}

function deedQuestions(claim: ClaimInContext): ClaimQuestion[] | Doubt {
  const { quantity, reach, change } = claim
  const all = [...reach.hung, ...reach.own]
  if (change !== 'level') return 'change'
  const ranged = quantity.value.least !== quantity.value.most && quantity.bound === null
  if (isSaid(all, 'per', 'each') || !(ranged || isSaid(all, 'per', 'person'))) return 'per'
  const mean = reach.own.some(({ slot, text }) => slot === 'per' && /^(bình quân|trung bình)/i.test(text))
  return inCampaign(claim, 'F3', mean && !ranged ? 'mean' : 'value')
}

function planQuestions(claim: ClaimInContext): ClaimQuestion[] | Doubt {
  const { quantity, reach, change, per } = claim
  const is_of_leaders = /lãnh đạo|cán bộ/.test(quantity.counts ?? '') || isSaid([...reach.hung, ...reach.own], 'counted', 'leaders')
  if (!is_of_leaders) return 'counted'
  if (change !== 'level') return 'change'
  if (per !== 'all' && per !== 'yearly') return 'per'
  return inCampaign(claim, 'F6', quantity.value.unit === '%' || quantity.share ? 'value' : 'numerator')
}

/**
 * Commitments are of a year's campaign: the year that is named, or the last one whose day has passed. A part of a year
 * is not told apart.
 */
function inCampaign({ when, known_on, day }: ClaimInContext, figure: ClaimQuestion['figure'], part: AnswerPart): ClaimQuestion[] | Doubt {
  if (when.kind === 'to-come' || when.kind === 'unclear') return 'when'
  if (when.kind !== 'within') return [{ figure, asked: { valid_as_of: when.to }, part }]
  const year = when.from.slice(0, 4)
  const is_whole = when.from === `${year}-01-01` && (when.to === `${year}-12-31` || (when.to === day && when.to.startsWith(year)))
  return is_whole ? [{ figure, asked: { valid_as_of: known_on, year: Number(year) }, part }] : 'when'
}
