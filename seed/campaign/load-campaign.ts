import type pg from 'pg'
import { transactionOn } from '../../src/database/index.ts'
import { issueCampaign } from '../../src/programme/index.ts'
import { randomFrom } from '../province/random.ts'
import {
  deedsInRounds,
  disciplines,
  ethics,
  exemplary_contents,
  post_tasks,
  preventions,
  styles,
  thoughts,
} from '../province/words/deeds.ts'
import fill from './fill-campaign.sql?raw'

const loader = { person_id: null, name: 'Dữ liệu mẫu' }
const issued_on = '2026-10-20'
const call = {
  year: 2027,
  opens_on: '2026-11-01',
  due_on: '2026-12-31',
  closes_on: '2027-01-31',
  deeds_least: 2,
  deeds_most: 3,
  form_version: 1,
  theme: 'Gần dân hơn ở xã mới (tên chuyên đề giả định: dữ liệu mẫu)',
}
const instrument = {
  number: '37-CV/TU',
  kind: 'decision',
  issuer: 'Ban Thường vụ Tỉnh ủy Thái Nguyên',
  title: 'Về việc đăng ký học tập và làm theo Bác năm 2027',
  signed_on: issued_on,
  note: 'Văn bản giả định: dữ liệu mẫu',
} as const

/** How often each deed is drawn with numbers of its own. */
const rounds = 25

/** Things that reviews found wanting. Sentences of our own. */
const limitations = [
  'Hai kỳ sinh hoạt đến muộn',
  'Việc trồng cây mới làm được một nửa',
  'Góp ý trong họp còn nể nang',
  'Chưa ghi chép khi tiếp dân',
]
const remedies = [
  'Sửa ngay từ kỳ sinh hoạt tới, nhờ tổ trưởng nhắc',
  'Làm nốt phần còn lại trước tháng sáu',
  'Mỗi kỳ họp nêu một ý kiến thẳng',
]

/** The campaign that runs while the demo is looked at: called by the verb, and half carried out, so that each role finds something true to do. */
export async function loadCampaign(owner: pg.Client, { seed, until }: { seed: number; until: string }): Promise<void> {
  if (until !== 'infinity' && until < call.opens_on) return
  const tx = transactionOn(owner)
  const outcome = await issueCampaign(tx, loader, {
    programme: 'chi-thi-05',
    unit: 'tinh-uy-thai-nguyen-2025',
    call,
    instrument,
    today: issued_on,
  })
  if (!outcome.ok) throw new Error(`the campaign of the demo: ${JSON.stringify(outcome.problems)}`)
  const deeds = deedsInRounds(sort => randomFrom(seed, `campaign ${sort}`), rounds)
  const words = { thoughts, ethics, styles, disciplines, preventions, limitations, remedies, exemplary_contents, post_tasks, deeds }
  await owner.query(`select set_config('neu_guong.campaign', $1, true), set_config('neu_guong.words', $2, true)`, [
    String(outcome.value.campaign_id),
    JSON.stringify(words),
  ])
  await owner.query(fill)
}
