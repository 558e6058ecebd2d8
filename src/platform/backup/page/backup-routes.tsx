import type { Hono } from 'hono'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { type Db, query } from '../../database/index.ts'
import { once } from '../../ledger/index.ts'
import { forbid, formOf, type StaffContext, type StaffRouteOptions, showStaffPage, staffRoutes, withFlash } from '../../sign-in/index.ts'
import { answersIn, sayProblems, type Typed, typedInto } from '../../staff/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../web/index.ts'
import { findLastBackup } from '../upkeep/find-last-backup.ts'
import { type BackupPlan, findBackupPlan, planBackups, usual_plan } from '../upkeep/plan-backups.ts'
import { plan_problems, plan_words } from './page-words.ts'
import { plan_form } from './plan-form.ts'
import { PlanPage } from './plan-page.tsx'

/** `set_plan`: what the settings of the machine say, which goes before. */
type BackupRouteOptions = StaffRouteOptions & { set_plan: Partial<BackupPlan> }

/** Where backups go, for whoever administers the whole register. */
export function backupRoutes({ set_plan, ...options }: BackupRouteOptions): Hono<WebEnv> {
  return staffRoutes(options, [
    [staff_paths.backups, { show: (c, work) => show(c, work, set_plan), take: (c, work) => take(c, work, set_plan) }],
  ])
}

const administersAll = query<Record<string, never>, { does: boolean }>('select administers_all() as does')

/** What the settings are called where the machine is set up. */
const settings: Record<string, string> = {
  ...{ folder: 'BACKUP_DIR', recovery_key: 'BACKUP_KEY', at_hour: 'BACKUP_HOUR' },
  ...{ days: 'BACKUP_KEEP', weeks: 'BACKUP_KEEP', months: 'BACKUP_KEEP' },
}

type Sent = { typed: Typed; problems: readonly Problem<keyof typeof plan_problems>[] }

async function show(c: WebContext, work: StaffContext, set_plan: Partial<BackupPlan>, sent?: Sent): Promise<Response> {
  const found = await work.look(async db =>
    (await mayPlan(db)) ? { last: await findLastBackup(db), typed: sent?.typed ?? typedOf(await findBackupPlan(db)) } : null,
  )
  if (!found) return forbid(c, work.who, ['administrator'])
  const { lang } = work.staff_page.view
  const set_here = [...new Set(Object.keys(set_plan).map(name => lookUp(settings, name) ?? name))]
  const field_errors = sayProblems(plan_problems, { lang, form: plan_form }, sent?.problems ?? [])
  const told = c.req.query('xong') === 'ghi' ? plan_words[lang].saved : undefined
  return showStaffPage(c, <PlanPage {...{ ...work.staff_page, ...found, set_here, field_errors, told }} />, sent ? 422 : 200)
}

async function mayPlan(db: Db): Promise<boolean> {
  return (await administersAll(db, {}))[0]!.does
}

/** The form as it stands before anybody types: what is written down, or what is usual. */
function typedOf(plan: BackupPlan | null): Typed {
  const { folder, recovery_key, ...numbers } = { folder: '', recovery_key: null, ...usual_plan, ...plan }
  return { folder, recovery_key: recovery_key ?? '', ...Object.fromEntries(Object.entries(numbers).map(([name, n]) => [name, String(n)])) }
}

async function take(c: WebContext, work: StaffContext, set_plan: Partial<BackupPlan>): Promise<Response> {
  if (!(await work.look(mayPlan))) return forbid(c, work.who, ['administrator'])
  const sent = await formOf(c)
  const typed = typedInto(plan_form, sent)
  const answers = answersIn(plan_form, typed)
  const plan = { ...answers, recovery_key: answers.recovery_key || null }
  const request = { key: sent.key ?? '', act: 'plan-backups', request: plan }
  const outcome = await work.change(tx => once(tx, work.actor, request, () => planBackups(tx, work.actor, plan)))
  if (!outcome.ok) return show(c, work, set_plan, { typed, problems: outcome.problems })
  return c.redirect(withFlash(c.var.view.to.backups(), { xong: 'ghi' }), 303)
}
