import type { Hono } from 'hono'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Outcome, Problem } from '../../basis/shared/outcome.ts'
import type { Database } from '../../platform/database/index.ts'
import { rolesThatMay } from '../../platform/role/index.ts'
import {
  forbid,
  formOf,
  numberOf,
  type StaffContext,
  type StaffPage,
  type StaffRouteOptions,
  showStaffPage,
  staffRoutes,
  withFlash,
} from '../../platform/sign-in/index.ts'
import { sendWorkbook, wantsWorkbook } from '../../platform/staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { confirmMerger, refuseMerger } from './decide-merger.ts'
import { findProposal, listProposals } from './list-proposals.ts'
import { MergersPage } from './pages/mergers.tsx'
import { ProposalPage } from './pages/proposal.tsx'
import { previewProposal } from './preview-proposal.ts'
import { proposalsWorkbook } from './proposals-workbook.ts'
import { unitFormRoutes } from './unit-form-routes.tsx'
import { listMergerDrafts } from './wizard/drafts.ts'
import { wizardRoutes } from './wizard/wizard-routes.tsx'
import { type MergerCode, merger_words, mergerFieldErrors } from './words.ts'

export type MergerOptions = Omit<StaffRouteOptions, 'database'> & { database: Pick<Database, 'db' | 'kysely' | 'connect'> }

/** What was laid before a second person: the list, one of it, and their word. */
export function mergerRoutes(options: MergerOptions): Hono<WebEnv> {
  const { database } = options
  const confirm: StaffPage = {
    take: async (c, work) => {
      const { seen = '' } = await formOf(c)
      const outcome = await confirmMerger(database, work.actor, { merger_proposal_id: idOf(c), seen, now: work.now })
      return answer(c, work, database, outcome, 'xac-nhan')
    },
  }
  const refuse = (move: 'reject' | 'withdraw', said: string): StaffPage => ({
    take: async (c, work) => {
      const { reason = '' } = await formOf(c)
      const outcome = await work.change(tx => refuseMerger(tx, work.actor, { merger_proposal_id: idOf(c), move, reason, now: work.now }))
      return answer(c, work, database, outcome, said, reason)
    },
  })
  // The wizard's paths come first: «soan» is no number of a proposal.
  const routes = wizardRoutes(options)
  routes.route(
    '/',
    staffRoutes(options, [
      [staff_paths.mergers, { show: showMergers }],
      [staff_paths.merger, { show: (c, work) => showProposal(c, work, database) }],
      [staff_paths.merger_confirm, confirm],
      [staff_paths.merger_reject, refuse('reject', 'bac')],
      [staff_paths.merger_withdraw, refuse('withdraw', 'rut')],
    ]),
  )
  routes.route('/', unitFormRoutes(options))
  return routes
}

const idOf = (c: WebContext) => numberOf(c.req.param('merger'))

async function showMergers(c: WebContext, { look, staff_page, seats, who, now }: StaffContext): Promise<Response> {
  const proposals = await look(db => listProposals(db))
  const drafts = await look(db => listMergerDrafts(db))
  const roles = rolesThatMay('merger', 'confirm')
  const may_write = seats.some(({ role }) => rolesThatMay('merger', 'propose').includes(role))
  if (proposals.length === 0 && !seats.some(({ role }) => roles.includes(role))) return forbid(c, who, roles)
  if (wantsWorkbook(c)) return sendWorkbook('sap-nhap', proposalsWorkbook({ lang: staff_page.view.lang, now, proposals }))
  const told = lookUp(merger_words[staff_page.view.lang].told, c.req.query('xong'))
  return showStaffPage(c, <MergersPage {...{ ...staff_page, proposals, drafts, told, may_write }} />)
}

type Refused = { problems: readonly Problem<MergerCode>[]; reason: string }

async function showProposal(c: WebContext, work: StaffContext, database: MergerOptions['database'], refused?: Refused): Promise<Response> {
  const { look, staff_page, who, actor } = work
  const proposal = await look(db => findProposal(db, idOf(c)))
  if (!proposal) return forbid(c, who, rolesThatMay('merger', 'confirm'))
  const { lang } = staff_page.view
  const page = {
    ...{ ...staff_page, proposal, reason: refused?.reason },
    is_own: proposal.proposed_by === who.person_id,
    seen: proposal.outcome === null ? await previewProposal(database, actor, proposal.plan) : null,
    field_errors: mergerFieldErrors(lang, refused?.problems ?? []),
    told: lookUp(merger_words[lang].told, c.req.query('xong')),
  }
  return showStaffPage(c, <ProposalPage {...page} />, refused ? 422 : 200)
}

/** Back to the proposal, as it stands now. */
async function answer(
  c: WebContext,
  work: StaffContext,
  database: MergerOptions['database'],
  outcome: Outcome<unknown, MergerCode>,
  said: string,
  reason = '',
): Promise<Response> {
  if (!outcome.ok) return showProposal(c, work, database, { problems: outcome.problems, reason })
  return c.redirect(withFlash(c.var.view.to.merger({ merger_proposal_id: idOf(c) }), { xong: said }), 303)
}
