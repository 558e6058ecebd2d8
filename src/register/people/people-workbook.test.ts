import { beforeAll, expect, test } from 'vitest'
import { type InventedCampaign, inventCampaign } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { openPages } from '../../../test/harness/pages.ts'
import { rosterRoutes } from '../roster/index.ts'
import { peopleRoutes } from './people-routes.tsx'

const world = withDatabase('empty')
let scene: InventedCampaign
let signedInAs: Awaited<ReturnType<typeof openPages>>

beforeAll(async () => {
  scene = await inventCampaign(world)
  const { office, lan } = scene.people
  signedInAs = await openPages(world, { office, lan }, options => [peopleRoutes(options), rosterRoutes(options)])
})

test('an office downloads who is in its unit for Excel; whoever may not read the page has no list of it', async () => {
  const office = await signedInAs('office')
  expect((await office.get('/nhan-su/chi-bo')).text).toContain('href="/nhan-su/chi-bo?tep=xlsx"')
  const { status, headers, text } = await office.get('/nhan-su/chi-bo?tep=xlsx')
  expect([status, headers.get('cache-control')]).toEqual([200, 'no-store'])
  expect(headers.get('content-disposition')).toContain('attachment')
  expect(text.slice(0, 2)).toBe('PK')
  expect((await office.get('/danh-sach/chi-bo?tep=xlsx')).text.slice(0, 2)).toBe('PK')
  const { status: refused, headers: of_refusal } = await (await signedInAs('lan')).get('/nhan-su/chi-bo?tep=xlsx')
  expect([refused, of_refusal.get('content-type')]).toEqual([403, 'text/html; charset=UTF-8'])
})
