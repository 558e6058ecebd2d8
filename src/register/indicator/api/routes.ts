import { Hono } from 'hono'
import { dayOf } from '../../../basis/shared/dates.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { change, type Tx } from '../../../platform/database/index.ts'
import { look, present, type StaffRouteOptions } from '../../../platform/sign-in/index.ts'
import { sayProblems } from '../../../platform/staff/index.ts'
import { api_paths, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import { atRow, type IndicatorCode, indicator_problems_of_systems } from '../problem-words.ts'
import { findPresentedKey, type PresentedKey } from '../reads/list-keys.ts'
import { deliverValues } from '../verbs/deliver-values.ts'
import { digestOfSecret } from '../verbs/keep-keys.ts'
import { describeApi } from './description.ts'
import { openRate } from './rate.ts'
import { delivery_request, linesOf, most_problems } from './request.ts'

/** Where another system of an office sends the values of a month, and the description of it for its makers. */
export function indicatorApiRoutes({ database, access, now = () => new Date() }: StaffRouteOptions): Hono<WebEnv> {
  const wait = openRate()
  const routes = new Hono<WebEnv>()
  routes.get(api_paths.description, c => c.json(describeApi({ origin: access.originOf(c).origin, path: api_paths.indicator_values })))
  routes.post(api_paths.indicator_values, async c => {
    const key = await findKey(c, database)
    if (!key) return refuse(c, 401, [{ code: 'unknown-key' }], { 'www-authenticate': 'Bearer' })
    const seconds = wait(key.indicator_key_id)
    if (seconds > 0) return refuse(c, 429, [{ code: 'too-many-requests', limit: seconds }], { 'retry-after': String(seconds) })
    const read = delivery_request.safeParse(await c.req.json().catch(() => null))
    if (!read.success) return refuse(c, 422, read.error.issues.map(unreadable))
    const { unit_id, indicator_key_id, issued_by, name } = key
    const sent = { unit_id, indicator_key_id, way: 'system', lines: linesOf(read.data), today: dayOf(now()) } as const
    const actor = { person_id: issued_by, name }
    const outcome = await change(database, actor, tx => deliverValues(tx, actor, { ...sent, key: c.req.header('idempotency-key') ?? '' }))
    if (!outcome.ok) return refuse(c, 422, outcome.problems)
    const { indicator_delivery_id: delivery, ...counts } = outcome.value
    return c.json({ delivery, ...counts })
  })
  return routes
}

type Issue = { path: readonly PropertyKey[]; keys?: readonly string[] }

/** A value has its row; a field that no value has is named itself. */
function unreadable({ path, keys = [] }: Issue): Problem<IndicatorCode> {
  const [of, nth, ...within] = path
  const row = of === 'values' && typeof nth === 'number' ? nth + 1 : undefined
  const said = [...(row ? within : path), ...keys.slice(0, 1)].map(String).join('.').slice(0, 100)
  return {
    code: 'unreadable-request',
    values: { said: said || (row ? 'value' : 'body'), described: api_paths.description, ...(row && { row }) },
  }
}

/** The key that is presented, where its digest is that of one in force. */
async function findKey(c: WebContext, database: StaffRouteOptions['database']): Promise<PresentedKey | undefined> {
  const secret = /^Bearer (\S{20,200})$/.exec(c.req.header('authorization') ?? '')?.[1]
  if (secret === undefined) return undefined
  const digest = digestOfSecret(secret)
  return look(database, { person_id: null }, async db => {
    await present(db as Tx, digest)
    return (await findPresentedKey(db, { digest }))[0]
  })
}

type Status = 401 | 422 | 429

function refuse(
  c: WebContext,
  status: Status,
  problems: readonly Problem<IndicatorCode>[],
  headers: Record<string, string> = {},
): Response {
  const shown = problems.slice(0, most_problems)
  const said = (lang: 'vi' | 'en') => sayProblems(indicator_problems_of_systems, { lang }, shown).map(({ say }) => say)
  const [vi, en] = [said('vi'), said('en')]
  return c.json(
    {
      problems: shown.map(({ code, values }, i) => {
        const row = values?.row === undefined ? undefined : Number(values.row)
        return { code, row, vi: atRow('vi', row, vi[i]!), en: atRow('en', row, en[i]!) }
      }),
      of: problems.length,
    },
    status,
    { ...headers, 'cache-control': 'no-store' },
  )
}
