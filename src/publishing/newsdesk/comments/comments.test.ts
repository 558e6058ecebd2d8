import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { type Desk, openNewsdesk, text_of_a_draft as text } from '../../../../test/harness/newsdesk.ts'

const world = withDatabase('territory')
let desk: Desk
beforeAll(async () => {
  desk = await openNewsdesk(world)
})

const body = 'Đường lên thôn trên rất dốc.\n\n{F16 valid_as_of=2021-02-19 | 15} xã đang đạt chuẩn.\n\nHết mùa mưa thì khô ráo.'
/** The number of the newest comment on the page of a draft. */
async function lastComment(draft: string): Promise<string> {
  const numbers = [...(await desk.see(draft, 'hoa')).matchAll(/id="gop-y-(\d+)"/g)].map(([, number]) => Number(number))
  return String(Math.max(...numbers))
}

test('what an editor says of a block is read there, answered, resolved and opened again; until it is resolved the text is not approved', async () => {
  const draft = await desk.begin({ body, title: 'Bài góp ý' })
  const sent = await desk.press('hoa', draft, 'gop-y', { comment: 'Dốc bao nhiêu?', at: '0' })
  expect(sent.status).toBe(303)
  const comment = await lastComment(draft)
  expect(sent.location).toContain(`#gop-y-${comment}`)
  const page = await desk.see(draft, 'lieu')
  expect(page.indexOf('rất dốc.')).toBeLessThan(page.indexOf('Dốc bao nhiêu?'))
  expect(page.indexOf('Dốc bao nhiêu?')).toBeLessThan(page.indexOf('xã đang đạt chuẩn'))
  expect(await desk.see('/ban-tin', 'lieu')).toContain('1 góp ý chưa xong')
  await desk.press('lieu', draft, `gop-y/${comment}/answer`, { comment: 'Khoảng mười lăm độ.' })
  expect(await desk.see(draft, 'hoa')).toContain('Khoảng mười lăm độ.')

  await desk.bringToApprover(draft)
  const refused = await desk.press('sinh', draft, 'duyet', { when: 'now' })
  expect([refused.status, refused.text.includes('Còn 1 góp ý chưa xong')]).toEqual([422, true])
  expect((await desk.press('hoa', draft, `gop-y/${comment}/resolve`)).status).toBe(303)
  expect((await desk.press('hoa', draft, `gop-y/${comment}/resolve`)).text).toContain('Góp ý này đã xong rồi.')
  await desk.press('lan', draft, `gop-y/${comment}/reopen`)
  expect((await desk.press('sinh', draft, 'duyet', { when: 'now' })).status).toBe(422)
  await desk.press('lan', draft, `gop-y/${comment}/resolve`)
  expect((await desk.press('sinh', draft, 'duyet', { when: 'now' })).location).toContain('xong=dang')
  expect((await desk.press('hoa', draft, 'gop-y', { comment: 'Muộn rồi.', at: '0' })).text).toContain('Bài này không còn nhận góp ý.')
  expect(await desk.see(await desk.addressOf('Bài góp ý'))).not.toContain('Dốc bao nhiêu?')
})

test('a comment follows its block when others are put before it, says so where it was changed, and is not lost where the block is gone', async () => {
  const draft = await desk.begin({ body, title: 'Bài dời chỗ' })
  await desk.press('hoa', draft, 'gop-y', { comment: 'Về câu cuối.', at: '2' })
  await desk.press('lan', draft, 'gop-y', { comment: 'Số này của năm nào?', mark: 's1' })
  const saved = (read: string, body: string) =>
    desk.as('lieu').post(`${draft}/sua`, { ...text, title: 'Bài dời chỗ', body, read, key: desk.key() })
  await saved('1', `Một câu mới.\n\n${body.replace('| 15}', '| mười lăm}')}`)
  const moved = await desk.see(draft, 'hoa')
  expect(moved.indexOf('khô ráo.')).toBeLessThan(moved.indexOf('Về câu cuối.'))
  expect([moved.includes('chỗ này đã sửa'), moved.includes('Số này của năm nào?')]).toEqual([false, true])
  await saved('2', `Một câu mới.\n\n${body.replace('Hết mùa mưa', 'Hết cả mùa mưa')}`)
  expect(await desk.see(draft, 'hoa')).toContain('chỗ này đã sửa từ khi góp ý')
  await saved('3', 'Chỉ còn một câu khác hẳn.')
  const gone = await desk.see(draft, 'hoa')
  expect(gone).toContain('Góp ý về chỗ không còn trong bài')
  expect(gone.indexOf('Góp ý về chỗ không còn trong bài')).toBeLessThan(gone.indexOf('Về câu cuối.'))
})

test('of two numbers that ask the same and print it otherwise a comment stands at the one that it was made on, once', async () => {
  const twice = 'Có {F16 valid_as_of=2021-02-19 | 15} xã.\n\nTức là {F16 valid_as_of=2021-02-19 | mười lăm} xã.'
  const draft = await desk.begin({ body: twice, title: 'Bài hai số' })
  await desk.press('lan', draft, 'gop-y', { comment: 'Viết bằng chữ số.', mark: 's2' })
  const page = await desk.see(draft, 'hoa')
  expect(page.match(/Viết bằng chữ số\./g)).toHaveLength(1)
  const asked = page.indexOf('Góp ý về số «mười lăm»')
  expect([page.lastIndexOf('<li', page.indexOf('Viết bằng chữ số.')) < asked, page.indexOf('Viết bằng chữ số.') < asked]).toEqual([
    true,
    true,
  ])
  expect(page.indexOf('Góp ý về số «15»')).toBeLessThan(page.indexOf('Viết bằng chữ số.'))
})

test('a place that is not there and words that are none are refused; of another newsroom nobody comments', async () => {
  const draft = await desk.begin({ body })
  expect((await desk.press('hoa', draft, 'gop-y', { comment: 'x', at: '9' })).text).toContain('Chỗ này không còn trong bài.')
  expect((await desk.press('hoa', draft, 'gop-y', { comment: ' ', at: '0' })).status).toBe(422)
  expect((await desk.press('far', draft, 'gop-y', { comment: 'x', at: '0' })).status).toBe(403)
  const { rows } = await world.owner.query('select count(*)::integer as n from draft_comment where draft_id = $1', [/\d+$/.exec(draft)![0]])
  expect(rows).toEqual([{ n: 0 }])
})
