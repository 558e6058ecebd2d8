import { beforeAll, expect, test } from 'vitest'
import { fieldsFrom, type InventedCampaign, inventCampaign, written } from '../../../../test/harness/campaign.ts'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import { addDays } from '../../../basis/shared/dates.ts'
import { change } from '../../../platform/database/index.ts'
import { commitmentRoutes } from '../routes.tsx'
import { endorseCommitments, returnCommitment } from '../verbs/judge-commitment.ts'
import { enterByProxy } from '../verbs/submit-commitment.ts'
import { undoSteps } from '../verbs/undo-steps.ts'
import { withdrawCommitment } from '../verbs/withdraw-commitment.ts'

const world = withDatabase('empty')
let scene: InventedCampaign
let keys = 0
const key = () => `mot-buoc-da-qua-${String(++keys).padStart(4, '0')}`

beforeAll(async () => {
  scene = await inventCampaign(world)
})

const lan = 'Nông Thị Lan'
const hoa = 'Triệu Văn Hòa'

test('Lan reads on her receipt what was done with her commitment, by whom, and what was undone; Hòa reads the same; Quý reads nothing', async () => {
  const { today, people } = scene
  const as = <T>(who: 'hoa' | 'lan', work: Parameters<typeof change<T>>[2]) =>
    change(world.database, { person_id: people[who], name: who }, work)
  const hoas = { person_id: people.hoa, name: 'hoa' }
  const lans = scene.names[lan]!
  const first = await enter()
  await as('hoa', tx => endorseCommitments(tx, hoas, { commitment_ids: [first], key: key(), today }))
  const { rows } = await world.owner.query('select max(commitment_step_id) as id from commitment_step')
  expect((await as('hoa', tx => undoSteps(tx, hoas, { step_ids: [rows[0].id], key: key(), today }))).ok).toBe(true)
  await as('hoa', tx => returnCommitment(tx, hoas, { commitment_id: first, comment: 'Nêu rõ ở <đâu>', key: key(), today }))
  await enter()

  const signedInAs = await openPages(world, { lan: people.lan, hoa: people.hoa, quy: people.quy }, options => commitmentRoutes(options))
  const expected = [
    { what: 'nhập hộ từ giấy', by: hoa, about: 'Bản 1', is_undone: false },
    { what: 'xác nhận', by: hoa, about: 'Bản 1', is_undone: true },
    { what: 'trả lại để sửa', by: hoa, about: 'Bản 1', is_undone: false },
    { what: 'thay bằng bản sau', by: hoa, about: 'Bản 1', is_undone: false },
    { what: 'nhập hộ từ giấy', by: hoa, about: 'Bản 2', is_undone: false },
  ]
  const receipt = `/cam-ket/${lans}/giay-nhan`
  const own = await (await signedInAs('lan')).get(receipt)
  expect(stepsOn(own.text)).toEqual(expected.map(step => ({ ...step, by: 'chi bộ' })))
  expect(own.text).toContain('<p lang="vi">Nêu rõ ở &lt;đâu></p>')
  expect(own.text).toContain('Đã hoàn tác lúc')
  const view = await (await signedInAs('hoa')).get('/chi-bo/chi-bo/doc')
  expect(stepsOn(view.text)).toEqual(expected)
  const quy = await (await signedInAs('quy')).get(receipt)
  expect([quy.status, stepsOn(quy.text), quy.text.includes('Nêu rõ')]).toEqual([403, [], false])

  async function enter(): Promise<number> {
    const deeds = [1, 2].map(n => ({
      [`deed_${n}_what`]: `Việc ${n}`,
      [`deed_${n}_measure`]: 'sổ',
      [`deed_${n}_due_on`]: addDays(today, 20),
    }))
    const fields = fieldsFrom(Object.assign({}, written, ...deeds))
    const entered = await as('hoa', tx => enterByProxy(tx, hoas, { obligation_id: lans, fields, key: key(), today }))
    if (!entered.ok) throw new Error(JSON.stringify(entered.problems))
    return entered.value.commitment_id
  }
})

test('what Lan herself takes back stands under her own name', async () => {
  const { today, people } = scene
  const own = { person_id: people.lan, name: 'lan' }
  const obligation_id = scene.names[lan]!
  expect((await change(world.database, own, tx => withdrawCommitment(tx, own, { obligation_id, today }))).ok).toBe(true)
  const signedInAs = await openPages(world, {}, options => commitmentRoutes(options))
  const page = await (await signedInAs('lan')).get(`/cam-ket/${obligation_id}/giay-nhan`)
  expect(stepsOn(page.text).at(-1)).toEqual({ what: 'rút lại', by: lan, about: 'Bản 2', is_undone: false })
})

/** The steps that a page tells. */
function stepsOn(html: string) {
  const list = /<ol class="taken">(.*?)<\/ol>/s.exec(html)?.[1] ?? ''
  return [...list.matchAll(/<li>(.*?)<\/li>/gs)].map(([, item]) => {
    const [, about, what, by] = /<\/time>: (.*?) · <strong>(.*?)<\/strong> · ([^<]*)/.exec(item!) ?? []
    return { what, by, about, is_undone: item!.startsWith('<del') }
  })
}
