import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { type Desk, openNewsdesk } from '../../../test/harness/newsdesk.ts'

const world = withDatabase('territory')
let desk: Desk
beforeAll(async () => {
  desk = await openNewsdesk(world)
})

test('what a footnote claims is checked as the text is; published it stands below the text, each with its number and the way back', async () => {
  const body = 'Đường đã xong{^ Ngày 19/02/2021 có 16 xã đạt chuẩn nông thôn mới.}.\n\nBà con mừng{^ Lời kể của thôn.}.'
  const draft = await desk.begin({ title: 'Bài có chú thích', body })
  await desk.press('lieu', draft, 'buoc/submit')
  await desk.press('hoa', draft, 'buoc/pass')
  const refused = await desk.press('lan', draft, 'buoc/sign-off')
  expect([refused.status, refused.text.includes('«16 xã» khác sổ')]).toEqual([422, true])
  const address = await desk.publish({ title: 'Bài đã có chú thích', body: body.replace('16 xã', '15 xã') })
  const page = await desk.see(address)
  expect(page).toMatch(/Đường đã xong<sup><a id="goi-chu-thich-1" href="#chu-thich-1" role="doc-noteref"[^>]*>1<\/a><\/sup>\./)
  expect(page).toMatch(/<li id="chu-thich-2"><span lang="vi">Lời kể của thôn\.<\/span> <a href="#goi-chu-thich-2"/)
  expect(page.indexOf('Bàn Thị Liễu')).toBeLessThan(page.indexOf('Ngày 19/02/2021 có 15 xã'))
})
