import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import { dayOf } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import { planBackups } from '../../platform/backup/index.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'
import { grantByMachine, holdsSampleData, inviteByMachine, type MachineInvitation } from '../../platform/sign-in/index.ts'
import { addHolidays, addUnits, nameRegister, nameStandingRule } from '../../register/organisation/index.ts'
import { enterFirstPerson } from '../../register/people/index.ts'
import { beginProgramme, findUnitNumber, nameRatingScheme } from '../../register/programme/index.ts'
import { setReminderDays } from '../../register/reminder/index.ts'
import { emblem_limits, isEmblem } from './emblem.ts'
import { type Founding, peopleOf, profileOf, unitsOf } from './founding.ts'
import { problemsInFounding } from './founding-problems.ts'
import { clearSteps } from './setup/saved-steps.ts'
import type { FoundingCode } from './words.ts'

/** A sheet for each of the first people, with the role that it opens. */
export type Founded = { sheets: (MachineInvitation & { role: 'administrator' | 'superior-office' })[] }

/**
 * Founds a register: its roots and first units, whose it is, the first people with their roles and sheets, the
 * programme, the rules, the calendar, where backups go. In one transaction of the owner. Refusals: holds-sample-data,
 * already-founded; those of `problemsInFounding` and of `addUnits`, all at once at their fields.
 */
export async function foundRegister(
  tx: Tx,
  actor: Actor,
  { file, emblem = null, now }: { file: Founding; emblem?: Buffer | null; now: Date },
): Promise<Outcome<Founded, FoundingCode>> {
  const begun = await problemWithBeginning(tx)
  if (begun) return refused(begun)
  const wrong = [...problemsInFounding(file, now), ...(emblem && !isEmblem(emblem) ? [not_an_emblem] : [])]
  const units = await addFirstUnits(tx, actor, { file, now })
  const refusal = problemsOf([...wrong, ...(units.ok ? [] : units.problems)])
  if (refusal) return refusal
  await nameRegister(tx, { ...profileOf(file), emblem })
  await beginProgramme(tx, file.programme)
  await setRules(tx, actor, file, dayOf(now))
  await clearSteps(tx)
  const content = { act: 'found-register', object: 'unit', object_id: file.territory.key, digest: digestOf(file) } as const
  await record(tx, actor, { ...content, retention: 'organisation' })
  return admitFirstPeople(tx, actor, { file, now })
}

/** Said at the field of the file. */
const not_an_emblem: Problem<FoundingCode> = { code: 'not-an-emblem', field: 'register.emblem_file', limit: emblem_limits.most }

/** What holds from the first day on, until somebody who may changes it. */
async function setRules(tx: Tx, actor: Actor, { carry, reminder_days, rating, holidays, backup }: Founding, today: string): Promise<void> {
  const { rule, least_share = null, note = null } = carry
  await nameStandingRule(tx, { rule, least_share, note })
  if (reminder_days != null) await setReminderDays(tx, { days: reminder_days, from: today })
  if (rating) await nameRatingScheme(tx, rating, today)
  if (holidays) await addHolidays(tx, holidays)
  if (backup) await planFirstBackups(tx, actor, backup)
}

/**
 * By the problems of the file it can be planned so. Without a recovery key, the machine's settings say it (BACKUP_KEY).
 */
async function planFirstBackups(tx: Tx, actor: Actor, plan: NonNullable<Founding['backup']>): Promise<void> {
  const { folder, hour: at_hour, kept_days: days, recovery_key = null } = plan
  await planBackups(tx, actor, { folder, at_hour, recovery_key, days, weeks: 0, months: 0 })
}

/**
 * Why this register cannot begin, or null: holds-sample-data, already-founded. Until the transaction ends nobody else
 * begins it.
 */
export async function problemWithBeginning(tx: Tx): Promise<Problem<FoundingCode> | null> {
  // The loader of the demo waits here too: of two who begin at once, the second finds the register begun.
  await sql`select pg_advisory_xact_lock(hashtext('prepare-demo'))`.execute(tx)
  // The owner sees persons only while it says that it loads.
  await sql`set local neu_guong.loading = 'yes'`.execute(tx)
  if (await holdsSampleData(tx)) return { code: 'holds-sample-data' }
  const unit = await tx.selectFrom('unit').select('key').orderBy('unit_id').limit(1).executeTakeFirst()
  return unit ? { code: 'already-founded', values: { unit: unit.key } } : null
}

/** Problems stand at the fields of the file: «party.key», «units.0.parent». */
async function addFirstUnits(tx: Tx, actor: Actor, { file, now }: { file: Founding; now: Date }): Promise<Outcome<unknown, FoundingCode>> {
  const { units, fields } = unitsOf(file)
  const added = await addUnits(tx, actor, { units, instrument: file.instrument, now, at: 'all' })
  if (added.ok) return added
  const atFile = (field = '') => field.replace(/^all\.(\d+)/, (_, i: string) => fields[Number(i)]!)
  return { ok: false, problems: added.problems.map(problem => ({ ...problem, field: atFile(problem.field) })) }
}

/** Each is entered in their cell, granted their role at the root of the party by the machine itself, and invited. */
async function admitFirstPeople(
  tx: Tx,
  actor: Actor,
  { file, now }: { file: Founding; now: Date },
): Promise<Outcome<Founded, FoundingCode>> {
  const unit_id = (await findUnitNumber(tx, file.party.key))!
  const sheets: Founded['sheets'] = []
  for (const { person, cell, role, field } of peopleOf(file)) {
    const entered = await enterFirstPerson(tx, actor, { person, cell, from: dayOf(now), field: `${field}.cell` })
    if (!entered.ok) return entered
    const { person_id } = entered.value
    await grantByMachine(tx, actor, { person_id, role, unit_id }, now)
    sheets.push({ ...(await inviteByMachine(tx, actor, { person_id, full_name: person.full_name }, now)), role })
  }
  return done({ sheets })
}
