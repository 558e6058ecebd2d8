import { Hono } from 'hono'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { change, type Database } from '../../../platform/database/index.ts'
import { formOf, numberOf } from '../../../platform/sign-in/index.ts'
import { answersIn, sayProblems, type Typed, typedInto } from '../../../platform/staff/index.ts'
import { nextMidnight, paths, showError, showPage, showRefusal, type WebContext, type WebEnv } from '../../../platform/web/index.ts'
import {
  comment_form,
  commentOnNotice,
  type ExemplarCode,
  exemplar_problems,
  findNotice,
  listNotices,
  notice_tables,
} from '../../../register/exemplar/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { NoticePage, NoticesPage } from '../pages/notices-page.tsx'

export type NoticeOptions = PortalOptions & { database: Pick<Database, 'kysely'> }
const nobody = { person_id: null, name: 'reader' }

/** What is put before the public ere somebody is recommended; whoever knows something says it without a name. */
export function noticeRoutes(options: NoticeOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  routes.get(paths.notices, c => showNotices(c, options))
  routes.get(paths.notice, c => showNotice(c, options))
  routes.post(paths.notice, c => takeComment(c, options))
  return routes
}

async function showNotices(c: WebContext, options: NoticeOptions): Promise<Response> {
  const { db, now } = askingOf(options, c.var.view)
  const page = <NoticesPage {...c.var.view} notices={await listNotices(db, {})} />
  return showPage(c, page, { tags: notice_tables, until: nextMidnight(now) })
}

type Refused = { typed: Typed; problems: readonly Problem<ExemplarCode>[] }

/** Kept nowhere: each form has a key of its own. */
async function showNotice(c: WebContext, options: NoticeOptions, refused?: Refused): Promise<Response> {
  const { view } = c.var
  const [shown] = await findNotice(options.db, { notice_id: numberOf(c.req.param('notice')) })
  if (!shown) return showError(c, 404)
  const field_errors = refused && sayProblems(exemplar_problems, { lang: view.lang, form: comment_form }, refused.problems)
  const page = <NoticePage {...view} {...{ shown, typed: refused?.typed ?? {}, field_errors, is_sent: c.req.query('xong') === '1' }} />
  return refused ? showRefusal(c, page) : showPage(c, page)
}

async function takeComment(c: WebContext, options: NoticeOptions): Promise<Response> {
  const sent = await formOf(c)
  const typed = typedInto(comment_form, sent)
  const { day } = askingOf(options, c.var.view)
  const commenting = { notice_id: numberOf(c.req.param('notice')), ...answersIn(comment_form, typed), key: sent.key ?? '', today: day }
  const outcome = await change(options.database, nobody, tx => commentOnNotice(tx, nobody, commenting))
  if (!outcome.ok) return showNotice(c, options, { typed, problems: outcome.problems })
  return c.redirect(`${c.var.view.to.notice(commenting)}?xong=1`, 303)
}
