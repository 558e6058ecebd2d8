import { addDays } from '../../src/basis/shared/dates.ts'
import type { Outcome } from '../../src/basis/shared/outcome.ts'
import { change } from '../../src/platform/database/index.ts'
import { addMember } from '../../src/platform/sign-in/invented-commune.ts'
import { typedInto } from '../../src/platform/staff/index.ts'
import { deedsFields, sectionFields } from '../../src/register/commitment/forms.ts'
import { presentedFields } from '../../src/register/plan/forms.ts'
import { section_names } from '../../src/register/plan/plan.ts'
import { approvePlan, returnPlan } from '../../src/register/plan/verbs/judge-plan.ts'
import { savePlanDraft } from '../../src/register/plan/verbs/save-plan-draft.ts'
import { submitPlan } from '../../src/register/plan/verbs/submit-plan.ts'
import { type InventedCampaign, inventCampaign } from './campaign.ts'
import type { World } from './database.ts'

export type PlanPerson = 'leader' | 'hoa' | 'lan' | 'superior' | 'administrator' | 'office'
type Draft = { plan_duty_id: number; version: number }
export type InventedPlans = Awaited<ReturnType<typeof inventPlans>>

/**
 * Hoàng Minh Đạo heads the district, Hòa a cell whose post leads; the office above is the province's, held by Ma Thị
 * Hương. The campaign of the next year is called again from the province, after they are all members.
 */
export async function inventPlans(world: World) {
  const scene = await inventCampaign(world)
  let keys = 0
  await load(
    world,
    `insert into role_grant (person_id, role, unit_id, valid, recorded) values ($1, 'superior-office', $2, '[2020-01-01,infinity)', '[2020-01-01,infinity)')`,
    [scene.people.administrator, scene.units.province],
  )
  await addLeader(world, scene)
  const actor = (who: PlanPerson) => ({ person_id: scene.people[who], name: who })
  const as = <T>(who: PlanPerson, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
  const key = () => `ke-hoach-bam-nut-${String(++keys).padStart(6, '0')}`
  /** The plan that somebody owes; NaN where they owe none. */
  const dutyOf = async (who: PlanPerson): Promise<number> => {
    const { rows } = await world.owner.query(
      `select plan_duty_id as id from plan_duty where person_id = $1 and upper(recorded) = 'infinity'`,
      [scene.people[who]],
    )
    return rows[0]?.id ?? Number.NaN
  }
  const write = async (who: PlanPerson, changes: Record<string, string> = {}): Promise<Draft> => {
    const plan_duty_id = await dutyOf(who)
    const fields = planForm(scene, changes)
    const save = (version: number) => as(who, tx => savePlanDraft(tx, actor(who), { plan_duty_id, version, fields, today: scene.today }))
    const first = await save(0)
    const saved = first.ok ? first : await save(Number(first.problems[0]!.limit))
    if (!saved.ok) throw new Error(JSON.stringify(saved.problems))
    return { plan_duty_id, version: saved.value.version }
  }
  const submit = (who: PlanPerson, { plan_duty_id, version }: Draft, pressed = key(), today = scene.today) =>
    as(who, tx => submitPlan(tx, actor(who), { plan_duty_id, version, key: pressed, today }))
  const approve = (who: PlanPerson, plan_duty_id: number, version: number, today = scene.today) =>
    as(who, tx => approvePlan(tx, actor(who), { plan_duty_id, version, key: key(), today }))
  const giveBack = (who: PlanPerson, plan_duty_id: number, version: number, comment: string, today = scene.today) =>
    as(who, tx => returnPlan(tx, actor(who), { plan_duty_id, version, comment, key: key(), today }))
  return {
    scene,
    actor,
    as,
    key,
    dutyOf,
    write,
    submit,
    approve,
    giveBack,
    load: (sql: string, values?: unknown[]) => load(world, sql, values),
  }
}

export const codesOf = (outcome: Outcome<unknown>) =>
  outcome.ok ? [] : outcome.problems.map(({ code, field }) => (field ? `${code} ${field}` : code))

export function planForm({ today }: InventedCampaign, changes: Record<string, string> = {}) {
  return typedInto(everyField(), {
    exemplary_content: 'Không nhận quà, không nể nang',
    tasks_of_the_post: 'Gỡ xong việc đất tồn ở hai xã',
    deed_1_what: 'Tiếp dân mỗi tháng hai ngày',
    deed_1_how: '',
    deed_1_measure: 'sổ tiếp dân',
    deed_1_due_on: addDays(today, 300),
    presented_on: today,
    ...changes,
  })
}

/** The fields of a plan, as its pages read what was sent. */
function everyField() {
  const none = { vi: '', en: '' }
  const sections = section_names.map(section => ({ section, title: none, hint: none, longest: 3000 }))
  const window = { from: '2000-01-01', to: '2100-12-31' }
  return { ...sectionFields(sections), ...deedsFields(window, { deeds_least: 1 }), ...presentedFields({ since: window.from }) }
}

async function load({ owner }: World, sql: string, values: unknown[] = []): Promise<void> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await owner.query(sql, values)
  await owner.query('commit')
}

/** The leader joins a cell; his tenure is told anew, so that his duty follows. */
async function addLeader({ owner }: World, { people, units }: InventedCampaign): Promise<void> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await addMember(owner, people.leader, units.cell)
  await owner.query(`update tenure set recorded = closed(recorded) where person_id = $1`, [people.leader])
  await owner.query(
    `insert into tenure (post_id, person_id, valid) select post_id, person_id, valid from tenure where person_id = $1 and upper(recorded) = transaction_timestamp()`,
    [people.leader],
  )
  await owner.query('commit')
}
