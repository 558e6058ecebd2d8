import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { record } from '../../../platform/ledger/index.ts'
import { type Standing, standingOf } from '../../../platform/role/index.ts'
import type { ExemplarCode } from '../problem-words.ts'
import { type Clerk, decideStep } from '../verbs/take-step.ts'
import { type AdoptionReport, findReport } from './list-results.ts'

type Asked = { adoption_report_id: number; today: string }

/**
 * The office of another unit confirms what a model is reported to have brought: from then on it is added up. Refusals:
 * unknown-report; own-work, not-yours, own-unit as with a case; verified-already.
 */
export async function verifyReport(tx: Tx, actor: Clerk, { adoption_report_id, today }: Asked): Promise<Outcome<null, ExemplarCode>> {
  const [report] = await findReport(tx, { adoption_report_id })
  if (!report || report.year === null) return refused({ code: 'unknown-report' })
  const decision = decideVerification(report, await standingOf(tx, actor.person_id, today))
  if (!decision.ok) return decision
  const { rows } = await sql`
    insert into adoption_report_verification (adoption_report_id, verified_on, verified_by)
    values (${adoption_report_id}, ${today}::date, ${actor.person_id})
        on conflict do nothing
    returning adoption_report_id`.execute(tx)
  if (rows.length === 0) return refused({ code: 'verified-already' })
  await record(tx, actor, {
    act: 'verify-adoption-report',
    ...{ object: 'adoption', object_id: String(report.adoption_id), digest: digestOf({ adoption_report_id, verified_on: today }) },
    retention: 'organisation',
  })
  return done(null)
}

/** Whether somebody may verify a report: as a case is verified, by the office of another unit and never one's own. */
export function decideVerification({ unit_id, said_by }: Pick<AdoptionReport, 'unit_id' | 'said_by'>, standing: Standing) {
  // What was said before its sayer was kept has no numbers, and nothing to verify.
  return decideStep({ unit_id, nominated_by: said_by ?? 0, person_id: null, state: 'submitted' }, 'verify', standing)
}
