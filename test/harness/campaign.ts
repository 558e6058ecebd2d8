import type pg from 'pg'
import { addDays, dayOf } from '../../src/basis/shared/dates.ts'
import { change } from '../../src/platform/database/index.ts'
import { addMember, addPerson, type InventedCommune, inventCommune } from '../../src/platform/sign-in/invented-commune.ts'
import { type Typed, typedInto } from '../../src/platform/staff/index.ts'
import { text_fields } from '../../src/register/commitment/commitment.ts'
import { deedsFields, remedyFields, sectionFields } from '../../src/register/commitment/forms.ts'
import { issueCampaign } from '../../src/register/programme/index.ts'
import type { World } from './database.ts'

/** The invented commune with a campaign that its district's office has called today, by the verb. */
export type InventedCampaign = InventedCommune & {
  campaign_id: number
  today: string
  year: number
  due_on: string
  closes_on: string
  names: Record<string, number>
}

export const instrument = (number: string, signed_on: string) => ({
  number,
  kind: 'decision' as const,
  issuer: 'Huyện ủy',
  title: 'Về đợt cam kết',
  signed_on,
})

/** `more`: so many others are members of Lan's cell, and their names are long. */
export async function inventCampaign(world: World, { more = 0 } = {}): Promise<InventedCampaign> {
  const commune = await inventCommune(world.owner)
  await addMore(world, commune, more)
  const today = dayOf(new Date())
  await world.owner.query(
    `insert into instrument (number, kind, issuer, title, signed_on) values ('05-CT/TW', 'directive', 'Bộ Chính trị', 'x', '2016-05-15')`,
  )
  await world.owner.query(
    `insert into programme (key, name_vi, name_en, instrument_id, started_on) select 'chi-thi-05', 'x', 'x in English', instrument_id, '2016-05-15' from instrument`,
  )
  const year = Number(today.slice(0, 4)) + 1
  const [due_on, closes_on] = [addDays(today, 30), addDays(today, 60)]
  const call = { year, opens_on: today, due_on, closes_on, deeds_least: 2, deeds_most: 3, form_version: 1, theme: 'Nói đi đôi với làm' }
  const issued = await change(world.database, { person_id: commune.people.superior, name: 'Đặng Phúc Sinh' }, tx =>
    issueCampaign(
      tx,
      { person_id: commune.people.superior, name: 'Đặng Phúc Sinh' },
      {
        programme: 'chi-thi-05',
        unit: 'huyen-uy',
        call,
        instrument: instrument('12-CV/HU', today),
        today,
        // Whatever day it is when the tests run.
        accepts_doubts: true,
      },
    ),
  )
  if (!issued.ok) throw new Error(JSON.stringify(issued.problems))
  return { ...commune, campaign_id: issued.value.campaign_id, today, year, due_on, closes_on, names: await obligationsOf(world) }
}

async function addMore({ owner }: World, { units }: InventedCommune, more: number): Promise<void> {
  await owner.query(`set neu_guong.loading = 'yes'`)
  for (let n = 1; n <= more; n++) await addMember(owner, await addPerson(owner, `Nông Thị Phương Thảo Nguyên ${n}`), units.cell)
  await owner.query('reset neu_guong.loading')
}

/** The obligation of each person of the cast who is due, by full name. */
async function obligationsOf(world: World): Promise<Record<string, number>> {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ full_name: string; obligation_id: number }>(
    'select v.full_name, o.obligation_id from obligation o join person_version v using (person_id) order by 2',
  )
  return Object.fromEntries(rows.map(row => [row.full_name, row.obligation_id]))
}

/** What an earlier year's review left for whoever owes an obligation to remedy. */
export async function addLimitation(
  { owner }: World,
  { campaign_id, today }: InventedCampaign,
  { obligation_id, years_ago, what }: { obligation_id: number; years_ago: number; what: string },
): Promise<void> {
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await owner.query(
    `with c as (insert into campaign (programme_id, unit_id, year) select programme_id, unit_id, year - $2::int from campaign where campaign_id = $1 returning campaign_id),
          o as (insert into obligation (campaign_id, person_id, unit_id, due_from)
                select c.campaign_id, o.person_id, o.unit_id, o.due_from - 365 * $2::int from c, obligation o where o.obligation_id = $3 returning obligation_id)
     insert into limitation (obligation_id, what, raised_on) select obligation_id, $4, $5::date from o`,
    [campaign_id, years_ago, obligation_id, what, addDays(today, -300 * years_ago)],
  )
  await owner.query('commit')
}

export const written = {
  thought: 'Học nghị quyết đủ buổi',
  ethics: 'Sống giản dị',
  working_style: 'Hẹn việc gì xong việc ấy',
  discipline: 'Dự đủ các kỳ sinh hoạt',
  prevention: 'Tránh nể nang khi góp ý',
}

/** The fields of a commitment as its pages read what was sent. */
export function fieldsFrom(sent: Record<string, string>): Typed {
  const window = { from: '2000-01-01', to: '2100-12-31' }
  const none = { vi: '', en: '' }
  const sections = text_fields.map(section => ({ section, title: none, hint: none, longest: 2000 }))
  return typedInto({ ...sectionFields(sections), ...deedsFields(window, { deeds_least: 2 }), ...remedyFields(window) }, sent)
}

/**
 * Members of Lan's cell besides the cast, each due in the campaign. The number of each is that of their obligation,
 * from `first` to `last`.
 */
export async function addDue(owner: pg.Client, scene: InventedCampaign, first: number, last: number): Promise<void> {
  const everybody = [first, last]
  await owner.query(`set neu_guong.loading = 'yes'`)
  await owner.query('insert into person (person_id) select generate_series($1::bigint, $2)', everybody)
  await owner.query(
    `insert into person_version (person_id, full_name) select i, 'Nông Văn ' || i from generate_series($1::bigint, $2) i`,
    everybody,
  )
  await owner.query(
    `insert into obligation (obligation_id, campaign_id, person_id, unit_id, due_from) select i, $3, i, $4, $5 from generate_series($1::bigint, $2) i`,
    [...everybody, scene.campaign_id, scene.units.cell, scene.today],
  )
}
