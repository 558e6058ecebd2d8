import { beforeAll, beforeEach, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { bodyOf, withPostOffice } from '../../../../test/harness/post-office.ts'
import { inDayMonthYear } from '../../../basis/shared/dates.ts'
import { change } from '../../../platform/database/index.ts'
import { openMail, runJobs } from '../../../platform/jobs/index.ts'
import { ruleRoutes } from '../../rule/index.ts'
import { postReminder } from '../post-reminder.ts'
import { post_reminder, remindMissing } from '../remind-missing.ts'
import { reminderRoutes } from '../reminder-routes.tsx'
import { letter_rules } from './letter-rules.ts'

const world = withDatabase('empty')
const office = withPostOffice()
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { hoa, superior, office } = scene.people
  signedInAs = await openPages(world, { hoa, superior, office }, options => [
    ruleRoutes({ ...options, rules: letter_rules }),
    reminderRoutes({ ...options, can_mail: true }),
  ])
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query(`insert into contact (person_id, email) values ($1, 'lan@vi-du.vn')`, [scene.people.lan])
})
beforeEach(() => {
  office.received = []
})

const press = (n: number) => `sua-loi-thu-${String(n).padStart(12, '0')}`
const texts = (more: Record<string, string> = {}) => ({
  ...{ subject: 'Đảng bộ xã có lời nhắc', from: inDayMonthYear(scene.today) },
  ...{ number: '5-HD/DU', issuer: 'Đảng ủy xã', title: 'Về lời thư', signed_on: '1/11/2026' },
  body_vi: 'Đồng chí vào {trang đăng nhập} giúp. Không muốn nhận nữa: {trang thôi nhận}',
  body_en: 'Please go to {trang đăng nhập}. No more of it: {trang thôi nhận}',
  ...more,
})
const path = '/quy-dinh/dang-bo-xa/thu-nhac'

test('a text without a place that it needs, or with one that is none, is refused at its field, and nothing is kept', async () => {
  const browser = await signedInAs('office')
  const lacking = await browser.post(path, { ...texts({ body_vi: 'Đồng chí nộp giúp.' }), chac: '1', key: press(1) })
  expect([lacking.status, lacking.text.includes('Còn thiếu {trang đăng nhập}, {trang thôi nhận}.')]).toEqual([422, true])
  expect(/<a href="#(\w+)">Còn thiếu/.exec(lacking.text)?.[1]).toBe('body_vi')
  const telling = await browser.post(path, {
    ...texts({ body_en: '{họ tên}: {trang đăng nhập} {trang thôi nhận}' }),
    chac: '1',
    key: press(2),
  })
  expect([telling.status, telling.text.includes('Không dùng được {họ tên} ở đây.')]).toEqual([422, true])
  const { rows } = await world.owner.query('select letter from letter_text where unit_id is not null')
  expect(rows).toEqual([])
})

const inForceAt = async (unit: string) => {
  const { text } = await (await signedInAs('office')).get(`/quy-dinh/${unit}/thu-nhac`)
  return [.../<h2>Đang áp dụng<\/h2>(.*?)<\/section>/s.exec(text)![1]!.matchAll(/<strong>([^<]*)/g)].map(([, said]) => said!.split(':')[0])
}

test('before it holds it is read with an invented example; then the letters of that level and all below it go out so', async () => {
  const browser = await signedInAs('office')
  const { text } = await browser.post(path, texts())
  expect(text).toContain('Đồng chí vào https://so.vi-du.vn/dang-nhap giúp.')
  expect(await inForceAt('dang-bo-xa')).toEqual(['Có việc đang chờ trong Sổ nêu gương'])
  expect((await browser.post(path, { ...texts(), chac: '1', key: press(3) })).status).toBe(303)
  // One text holds: not also what the register began with; and below it is the same one.
  for (const unit of ['dang-bo-xa', 'chi-bo']) expect([unit, ...(await inForceAt(unit))]).toEqual([unit, 'Đảng bộ xã có lời nhắc'])
  const hoa = { person_id: scene.people.hoa, name: 'hoa' }
  const reminded = await change(world.database, hoa, tx =>
    remindMissing(tx, hoa, { unit: 'chi-bo', key: press(4), today: scene.today, by_mail: true }),
  )
  expect(reminded.ok).toBe(true)
  const mail = openMail({ smtp_url: office.smtp_url, from: 'so@vi-du.vn' })
  const options = { database: world.database, mail, site_address: 'https://so.vi-du.vn', now: () => new Date() }
  const task = postReminder({ ...options, unsubscribeAt: () => 'https://so.vi-du.vn/thu-nhac?ma=1' })
  await runJobs(world.database, { tasks: { [post_reminder]: task }, now: options.now, say: line => expect.fail(line) })
  const [letter] = office.received
  const body = bodyOf(letter!)
  expect([body.includes('Đồng chí vào https://so.vi-du.vn/dang-nhap'), body.includes('Please go to'), body.includes('{')]).toEqual([
    true,
    true,
    false,
  ])
})

test('the level above and whoever is no office set nothing for it; the words on paper and at home are those of the level that reminds', async () => {
  const by_secretary = await (await signedInAs('hoa')).post(path, { ...texts(), chac: '1', key: press(5) })
  expect(by_secretary.status).toBe(403)
  const browser = await signedInAs('office')
  const sheet = { ...texts(), subject: '', body_vi: 'Xin trao tận tay trước {hạn nộp}.', body_en: 'By hand before {hạn nộp}, please.' }
  expect((await browser.post('/quy-dinh/dang-bo-xa/phieu-nhac', { ...sheet, chac: '1', key: press(6) })).status).toBe(303)
  const hoa = await signedInAs('hoa')
  const { rows } = await world.owner.query('select reminder_wave_id from reminder_wave')
  const printed = await hoa.get(`/nhac/chi-bo/dot/${rows[0].reminder_wave_id}/phieu`)
  expect([printed.status, /Xin trao tận tay trước \d+\/\d+\/\d+\./.test(printed.text)]).toEqual([200, true])
})
