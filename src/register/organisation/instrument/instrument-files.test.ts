import { Transformer } from '@napi-rs/image'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { paragraph, testDocument } from '../../../../test/harness/document.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import type { Browser } from '../../../../test/harness/test-browser.ts'
import { inventCommune } from '../../../platform/sign-in/invented-commune.ts'
import { instrumentRoutes } from './instrument-routes.tsx'

const world = withDatabase('empty')
let office: Browser
let lan: Browser
let path: string
let presses = 0

beforeAll(async () => {
  const { people } = await inventCommune(world.owner)
  const signedInAs = await openPages(world, { office: people.office, lan: people.lan }, options => instrumentRoutes(options))
  office = await signedInAs('office')
  lan = await signedInAs('lan')
  const form = { kind: 'plan', number: '07-KH/ĐU', issuer: 'Đảng ủy xã', title: 'Kế hoạch', signed_on: '1/3/2026', effective_on: '' }
  path = (await office.post('/van-ban/ghi', form)).location!.split('?')[0]!
})

function send(name: string, bytes: Uint8Array, browser = office) {
  const form = new FormData()
  form.set('key', `press-${String(++presses).padStart(16, '0')}`)
  form.append('file', new File([Uint8Array.from(bytes)], name))
  return browser.send(`${path}/tep`, { method: 'POST', body: form })
}
const pdf = (more = '') => Buffer.from(`%PDF-1.7\n1 0 obj<<${more}>>endobj\ntrailer<<>>\n%%EOF\n`)
const files = async () => (await world.owner.query('select name, media_type from instrument_file where is_open(recorded) order by 1')).rows

test('an office attaches a PDF, a document and a scanned page; everybody who is signed in saves them, and nobody else', async () => {
  const page = await Transformer.fromRgbaPixels(new Uint8Array(60 * 80 * 4).fill(200), 60, 80).png()
  const word = testDocument({ body: paragraph('Kế hoạch') })
  for (const [name, bytes] of [
    ['Kế hoạch.pdf', pdf()],
    ['Kế hoạch.docx', word],
    ['Trang 1.png', page],
  ] as const)
    expect((await send(name, bytes)).location).toContain('xong=kem')
  expect((await send('lần nữa.pdf', pdf())).text).toContain('Tệp này đã kèm rồi.')
  expect((await files()).map(({ media_type }) => media_type.split(/[/.]/).at(-1))).toEqual(['document', 'pdf', 'jpeg'])
  const [address] = /\/van-ban\/\d+\/tep\/\d+/.exec((await lan.get(path)).text)!
  const { status, headers, text } = await lan.get(address)
  expect([status, headers.get('content-type'), headers.get('content-disposition'), headers.get('x-content-type-options')]).toEqual([
    200,
    'application/pdf',
    `attachment; filename*=UTF-8''${encodeURIComponent('Kế hoạch.pdf')}`,
    'nosniff',
  ])
  expect(text).toBe(pdf().toString())
  expect((await lan.get(address.replace(/\d+$/, '999'))).status).toBe(403)
  const app = await world.connect('neu_guong_app')
  expect((await app.query('select count(*) from instrument_file')).rows).toEqual([{ count: 0 }])
  expect((await lan.get(path)).text).not.toContain('type="file"')
  expect((await send('của Lan.pdf', pdf('/Lan 1'), lan)).status).toBe(403)
})

test('an instrument is recorded with its day of publication, which must have come, and then anybody may read its files', async () => {
  const form = { kind: 'decision', number: '08-QĐ/ĐU', issuer: 'Đảng ủy xã', title: 'Quyết định', signed_on: '1/3/2026', effective_on: '' }
  expect((await office.post('/van-ban/ghi', { ...form, published_on: '1/3/2199' })).text).toContain('Ngày công bố 01/03/2199 chưa tới.')
  const published = (await office.post('/van-ban/ghi', { ...form, published_on: '2/3/2026' })).location!.split('?')[0]!
  const [instrument_id, digest] = [published.split('/').at(-1), '0'.repeat(64)]
  await world.owner.query(
    `insert into instrument_file (instrument_id, name, media_type, bytes, digest) values ($1, 'a.pdf', 'application/pdf', '%PDF', $2)`,
    [instrument_id, digest],
  )
  const app = await world.connect('neu_guong_app')
  expect((await app.query('select name from instrument_file')).rows).toEqual([{ name: 'a.pdf' }])
})

test('a file that was attached by mistake is taken off, and no longer given out', async () => {
  await send('nhầm.pdf', pdf('/Nham 1'))
  const [{ id }] = (await world.owner.query(`select instrument_file_id as id from instrument_file where name = 'nhầm.pdf'`)).rows
  expect((await lan.post(`${path}/tep/${id}/bo`, {})).status).toBe(403)
  expect((await office.post(`${path}/tep/${id}/bo`, {})).location).toContain('xong=bo')
  expect([(await lan.get(`${path}/tep/${id}`)).status, (await lan.get(path)).text.includes('nhầm.pdf')]).toEqual([403, false])
  const acts = await world.owner.query(
    `select act from ledger_entry where object = 'instrument' and act like '%tach-file' order by entry_id desc limit 2`,
  )
  expect(acts.rows.map(({ act }) => act)).toEqual(['detach-file', 'attach-file'])
})

test('what is no paper, something else than it says, locked or secret is refused in a sentence, and nothing is written', async () => {
  const before = await files()
  const enormous = Buffer.from(await Transformer.fromRgbaPixels(new Uint8Array(400), 10, 10).png())
  enormous.writeUInt32BE(30_000, 16)
  enormous.writeUInt32BE(30_000, 20)
  const refused: [name: string, bytes: Uint8Array, said: string][] = [
    ['rỗng.pdf', Buffer.alloc(0), 'Tệp rỗng.'],
    ['to.pdf', Buffer.alloc(20 * 1024 * 1024 + 1), 'lớn hơn 20 MB'],
    ['vẽ.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'Chỉ nhận PDF'],
    ['trang.html', pdf(), 'mang đuôi .html'],
    ['lớn.png', enormous, 'quá lớn khi mở ra'],
    ['Tối mật.pdf', pdf('/Mat 1'), 'dấu MẬT'],
    ['khóa.pdf', pdf('/Encrypt 2 0 R'), 'Tệp có mật khẩu'],
  ]
  for (const [name, bytes, said] of refused) {
    const answer = await send(name, bytes)
    expect([name, answer.status, answer.text.includes(said)]).toEqual([name, 422, true])
  }
  expect(await files()).toEqual(before)
})
