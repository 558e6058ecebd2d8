import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { actsWorkbook } from '../audit/ledger-lists.ts'
import type { GrantRow } from '../role/list-powers.ts'
import { type InventedCommune, inventCommune } from './invented-commune.ts'
import { grantsWorkbook, waitingWorkbook } from './lists.ts'

const world = withDatabase('empty')
const of = { lang: 'vi', now: new Date('2026-12-01T02:00:00Z'), name: 'Huyện ủy' } as const
let scene: InventedCommune
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  scene = await inventCommune(world.owner)
  const { lan, administrator, auditor, superior } = scene.people
  signedInAs = await openPages(world, { lan, administrator, auditor, superior }, () => [])
})

test('roles, invitations and acts are rows of typed cells, with whose they are and of what instant', () => {
  const grant: GrantRow = {
    ...{ role_grant_id: 1, person_id: 2, full_name: 'Hà Đức Toàn', role: 'unit-office' as const, unit_name: 'Đảng bộ xã' },
    ...{ since: '2026-01-05', until: null, instrument: '12-QĐ/HU', of: 1 },
  }
  const grants = grantsWorkbook({ ...of, grants: [grant] })
  expect([grants.title, grants.lead]).toEqual(['Huyện ủy · Vai trò đã giao: 1', 'Tính đến 01/12/2026 09:00'])
  expect(grants.sheets[0]!.rows).toEqual([['Hà Đức Toàn', 'Văn phòng đơn vị', 'Đảng bộ xã', { day: '2026-01-05' }, null, '12-QĐ/HU']])
  const invitation = {
    ...{ invitation_id: 1, person_id: 2, full_name: 'Nông Thị Lan', unit_id: 3, unit_name: 'Chi bộ', above_name: null },
    ...{ maker_name: 'Ma Thị Hương', asked_at: '2026-12-01T02:00:00Z', was_used: false, roles: [] },
    ...{ invitation_batch_id: null, batch_unit: null },
  }
  const [waits] = waitingWorkbook({ ...of, waiting: [invitation] }).sheets[0]!.rows
  expect(waits).toEqual(['Nông Thị Lan', 'Chi bộ', 'đảng viên, tài khoản đã mở trước đó', 'Ma Thị Hương in giấy mời lúc 01/12/2026 09:00.'])
  const act = {
    ...{ entry_id: 7, recorded: '2026-12-01T02:00:00Z', act: 'sign-in', actor_id: 4, agent: null, on_behalf_of: null },
    ...{ object: 'account', object_id: '4', from_version: null, to_version: null, digest: '', position: 6 },
  }
  // What was found over a year is of several days.
  const acts = [act, { ...act, recorded: '2026-02-03T20:00:00Z' }] as never[]
  const [done, earlier] = actsWorkbook({ ...of, acts, title: 'x' }).sheets[0]!.rows
  expect(done).toEqual([{ day: '2026-12-01' }, '09:00:00', 'Đăng nhập', 'người số 4', null, 'tài khoản', '4', 7])
  expect(earlier!.slice(0, 2)).toEqual([{ day: '2026-02-04' }, '03:00:00'])
})

test('where a page shows a part of the roles it says of how many, and the workbook has them all', async () => {
  const { lan } = scene.people
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  await world.owner.query(
    `insert into role_grant (person_id, role, unit_id, valid)
     select $1, 'unit-office', $2, daterange(today_in_vietnam() + n, today_in_vietnam() + n + 1) from generate_series(1, 220) n`,
    [lan, scene.units.district],
  )
  await world.owner.query('reset neu_guong.loading')
  const administrator = await signedInAs('administrator')
  const { text } = await administrator.get('/vai-tro/huyen-uy')
  const all = Number(/Vai trò đã giao: (\d+)/.exec(text)![1])
  expect(all).toBeGreaterThan(220)
  expect(text).toContain(`Trang này hiện 200 trong ${all} dòng`)
})

test('whoever may read a page has its list for Excel, and nobody else', async () => {
  const kindOf = async (name: string, path: string) => {
    const { status, headers } = await (await signedInAs(name)).get(`${path}?tep=xlsx`)
    return [status, headers.get('content-disposition')?.startsWith('attachment') ?? false]
  }
  const lists: [who: string, path: string][] = [
    ['administrator', '/vai-tro/huyen-uy'],
    ['auditor', '/nhat-ky'],
    ['superior', '/tai-khoan/thu-moi/cho'],
    ['superior', '/uy-quyen'],
    ['lan', '/tai-khoan'],
  ]
  for (const [who, path] of lists) expect([path, ...(await kindOf(who, path))]).toEqual([path, 200, true])
  for (const path of ['/vai-tro/huyen-uy', '/nhat-ky', '/tai-khoan/thu-moi/cho'])
    expect([path, ...(await kindOf('lan', path))]).toEqual([path, 403, false])
})
