import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { campaignRoutes } from '../campaign-routes.tsx'
import { longest_note } from '../forms.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { superior, office, hoa } = scene.people
  signedInAs = await openPages(world, { superior, office, hoa }, campaignRoutes)
})

const said = 'Năm 2025 không có đợt nào: đơn vị mới lập.'
const notesOf = (text: string) => text.includes(said)
let presses = 0
const sending = (note: string) => ({ key: `ghi-chu-mot-lan-bam-${String(++presses).padStart(4, '0')}`, programme: 'chi-thi-05', note })

test('whoever may call campaigns says a word beside them, which every unit below reads; a later one takes its place, an empty one takes it away', async () => {
  const superior = await signedInAs('superior')
  const office = await signedInAs('office')
  expect((await superior.post('/dot/huyen-uy/ghi-chu', sending(said))).headers.get('location')).toBe('/dot/huyen-uy?xong=ghi-chu')
  expect([(await superior.get('/dot/huyen-uy')).text, (await office.get('/dot/dang-bo-xa')).text].map(notesOf)).toEqual([true, true])
  expect((await superior.get('/dot/huyen-uy/ghi-chu')).text).toContain(said)
  await superior.post('/dot/huyen-uy/ghi-chu', sending('Lời khác'))
  const changed = (await office.get('/dot/dang-bo-xa')).text
  expect([notesOf(changed), changed.includes('Lời khác')]).toEqual([false, true])
  await superior.post('/dot/huyen-uy/ghi-chu', sending(' '))
  expect((await office.get('/dot/dang-bo-xa')).text).not.toContain('Lời khác')
})

test('an office below and a secretary say nothing in its name; what is too long stays on the page with its limit', async () => {
  for (const who of ['office', 'hoa']) {
    const browser = await signedInAs(who)
    expect((await browser.get('/dot/huyen-uy/ghi-chu')).status).toBe(403)
    expect((await browser.post('/dot/huyen-uy/ghi-chu', sending(said))).status).toBe(403)
  }
  const long = 'a'.repeat(longest_note + 1)
  const { status, text } = await (await signedInAs('superior')).post('/dot/huyen-uy/ghi-chu', sending(long))
  expect([status, text.includes(long), text.includes(`${longest_note}`)]).toEqual([422, true, true])
  const { rows } = await world.owner.query(`select note from programme_note where note like 'aa%'`)
  expect(rows).toEqual([])
})
