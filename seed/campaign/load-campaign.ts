import type pg from 'pg'
import { transactionOn } from '../../src/platform/database/index.ts'
import { digestOfPlan, type PlanText } from '../../src/register/plan/index.ts'
import { issueCampaign, noteCampaigns } from '../../src/register/programme/index.ts'
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
import fill_limitations from './fill-limitations.sql?raw'

const loader = { person_id: null, name: 'neu-guong demo' }
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

/** Why the years between the last campaign of the old province and the first of the new one hold nothing. */
const note =
  'Sổ này không có đợt nào của các năm 2021–2026: dữ liệu mẫu dừng ở năm 2020 và tiếp từ năm 2027, sau sắp xếp đơn vị. Không phải không ai đăng ký trong những năm ấy.'

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

/**
 * The campaign that runs while the demo is looked at: called by the verb, and half carried out, so that each role finds
 * something true to do.
 */
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
  const noted = await noteCampaigns(tx, loader, { programme: 'chi-thi-05', unit: 'tinh-uy-thai-nguyen-2025', note, today: issued_on })
  if (!outcome.ok || !noted.ok) throw new Error(`the campaign of the demo: ${JSON.stringify([outcome, noted])}`)
  const deeds = deedsInRounds(sort => randomFrom(seed, `campaign ${sort}`), rounds)
  const words = { thoughts, ethics, styles, disciplines, preventions, limitations, remedies, exemplary_contents, post_tasks, deeds }
  await owner.query(`select set_config('neu_guong.campaign', $1, true), set_config('neu_guong.words', $2, true)`, [
    String(outcome.value.campaign_id),
    JSON.stringify(words),
  ])
  await owner.query(fill)
  await owner.query(fill_limitations)
  await writePlanReceipts(owner)
}

type Planned = { plan_duty_id: number; person_id: number; year: number; text: PlanText }

/** What a receipt shows is the digest of the text: nobody's page may say that it was changed. */
async function writePlanReceipts(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<Planned>(
    `select d.plan_duty_id, d.person_id, d.year,
            jsonb_build_object('exemplary_content', a.exemplary_content, 'tasks_of_the_post', a.tasks_of_the_post, 'presented_on', a.presented_on,
              'deeds', (select jsonb_agg(jsonb_build_object('what', what, 'how', coalesce(how, ''), 'measure', measure, 'due_on', due_on) order by ordinal)
                          from plan_deed p where p.plan_duty_id = d.plan_duty_id)) as text
       from plan_duty d
       join action_plan a on a.post_id = d.post_id and a.person_id = d.person_id and a.year = d.year and upper(a.valid) = 'infinity'
      where d.year = $1 and upper(d.recorded) = 'infinity'`,
    [call.year],
  )
  const receipts = rows.map(plan => ({ ...plan, digest: digestOfPlan({ ...textOf(plan), person: plan.person_id, version: 1 }) }))
  await owner.query(
    `insert into plan_receipt (plan_duty_id, person_id, version, number, digest)
     select plan_duty_id, person_id, 1, format('KH-2027-%s-1', lpad(plan_duty_id::text, 6, '0')), digest
       from jsonb_to_recordset($1::jsonb) as r (plan_duty_id bigint, person_id bigint, digest text)`,
    [JSON.stringify(receipts)],
  )
}

function textOf({ plan_duty_id, year, text }: Planned) {
  return { plan_duty_id, year, text }
}
