import { sql } from 'kysely'
import { query } from '../../../platform/database/index.ts'
import { declareRule, endFrom, from_day_by_instrument, listVersionsOf } from '../../rule/index.ts'
import { call_form } from '../forms.ts'
import { campaign_problems } from '../problem-words.ts'
import { firstProgramme, isProgramme, listChoices } from './programme-choice.ts'

const form = { programme: call_form.programme, ...from_day_by_instrument }

/** The plan by which a level carries a directive out, under the plan of the level above it. */
export const level_plans = declareRule({
  ...{ rule: 'ke-hoach', of: 'level', act: 'plan', form, instrument_kind: 'plan', may_be_past: true },
  title: { vi: 'Kế hoạch thực hiện của cấp mình', en: 'The plan of this level' },
  lead: {
    vi: 'Văn bản mà cấp mình dùng để thực hiện chỉ thị. Mọi đơn vị trực thuộc đọc được, cùng kế hoạch của các cấp trên.',
    en: 'The instrument by which this level carries the directive out. All below it read it with the plans of the levels above.',
  },
  words: { 'unknown-programme': campaign_problems['unknown-programme'] },
  optionsFor: listChoices,
  typedNow: async db => ({ programme: await firstProgramme(db) }),
  listVersions: (db, { unit_id, on }) =>
    listVersionsOf(
      db,
      { table: 'programme_plan', where: sql`r.unit_id = ${unit_id}`, order: 'programme_plan_id', on },
      (_, { subject }) => ({
        vi: subject ?? '',
        en: subject ?? '',
      }),
    ),
  problems: async (db, { programme }) => ((await isProgramme(db, programme)) ? [] : [{ code: 'unknown-programme', field: 'programme' }]),
  follows: async (db, _, { unit_id, today }) =>
    (await countBelow(db, { unit_id, day: today })).map(({ units }) => ({
      vi: `${units} đơn vị trực thuộc đọc được ở trang chương trình.`,
      en: `${units} units below read it on the page of the programme.`,
    })),
  set: async (tx, { programme, from }, { unit_id, instrument_id, today }) => {
    const of_programme = sql`unit_id = ${unit_id} and programme_id = (select programme_id from programme where key = ${programme} and is_open(recorded))`
    await endFrom(tx, 'programme_plan', {
      columns: ['programme_id', 'unit_id', 'under_plan_id', 'instrument_id'],
      from,
      where: of_programme,
    })
    await sql`
      insert into programme_plan (programme_id, unit_id, under_plan_id, instrument_id, valid)
      select g.programme_id, ${unit_id}, above.programme_plan_id, ${instrument_id}, daterange(${from}, 'infinity')
        from programme g
        left join lateral (
             select p.programme_plan_id
               from programme_plan p
               join unit_version v on v.unit_id = p.unit_id and v.valid @> last_day_alive(p.unit_id, ${today}::date, recorded_now()) and is_open(v.recorded)
               join unit_kind k    on k.unit_kind = v.unit_kind
              where p.programme_id = g.programme_id and p.unit_id <> ${unit_id} and p.valid @> ${today}::date and is_open(p.recorded)
                and is_under(${unit_id}, 'party', p.unit_id, ${today}::date, recorded_now())
              order by k.rank desc
              limit 1) above on true
       where g.key = ${programme} and is_open(g.recorded)`.execute(tx)
  },
})

const countBelow = query<{ unit_id: number; day: string }, { units: number }>(
  `select count(*)::int - 1 as units from units_by_branch('party', :unit_id, :day::date, recorded_now())`,
)
