import { sql } from 'kysely'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { tick } from '../../../platform/staff/index.ts'
import { by_instrument, declareRule, type RulePlace, type RuleVersion } from '../../rule/index.ts'
import { call_fields, call_form } from '../forms.ts'
import { campaign_problems } from '../problem-words.ts'
import { firstProgramme, isProgramme, listChoices } from './programme-choice.ts'

const form = {
  programme: call_form.programme,
  year: call_fields.year,
  theme: call_fields.theme,
  also_running: tick({
    vi: 'Tôi xác nhận: đợt của năm ấy, nếu đã phát động, cũng đổi theo. Chưa phát động thì không cần đánh dấu.',
    en: 'I confirm: the campaign of that year, where it was called, changes with it. Before it is called no mark is needed.',
  }),
  ...by_instrument,
}

/** What a year is devoted to, by the level that sets it, for itself and all below it. */
export const themes = declareRule({
  ...{ rule: 'chuyen-de', of: 'level', act: 'keep', form },
  title: { vi: 'Chuyên đề năm', en: 'Theme of a year' },
  lead: {
    vi: 'Mỗi năm một chuyên đề, cho cấp mình và các đơn vị trực thuộc. Đợt phát động sau đó mang chuyên đề này.',
    en: 'One theme a year, for this level and all below it. A campaign that is called afterwards carries it.',
  },
  words: {
    'no-theme': campaign_problems['no-theme'],
    'no-such-year': campaign_problems['no-such-year'],
    'unknown-programme': campaign_problems['unknown-programme'],
    'campaign-runs': campaign_problems['campaign-runs'],
  },
  optionsFor: listChoices,
  typedNow: async (db, { today }) => ({ programme: await firstProgramme(db), year: String(yearAhead(today)) }),
  listVersions: listThemesOf,
  problems: async (db, { programme, year, also_running }, at) => {
    if (!(await isProgramme(db, programme))) return [{ code: 'unknown-programme', field: 'programme' }]
    const called = await findCalled(db, { programme, year, unit_id: at.unit_id })
    return called.length > 0 && !also_running ? [{ code: 'campaign-runs', field: 'also_running', limit: year }] : []
  },
  follows: async (db, { programme, year }, { unit_id }) =>
    (await findCalled(db, { programme, year, unit_id })).map(({ due, written }) => ({
      vi: `Đợt ${year} đã phát động: ${due} người thấy chuyên đề mới ở đầu bản cam kết từ hôm nay; ${written} bản đã nộp giữ nguyên lời.`,
      en: `The campaign of ${year} was called: ${due} people see the new theme at the top of their commitment from today on; ${written} that are handed in keep their words.`,
    })),
  set: async (tx, { programme, year, theme }, { unit_id, instrument_id }) => {
    await sql`
      update theme set recorded = closed(recorded)
       where unit_id = ${unit_id} and year = ${year} and is_open(recorded)
         and programme_id = (select programme_id from programme where key = ${programme} and is_open(recorded))`.execute(tx)
    await sql`
      insert into theme (programme_id, unit_id, year, title, instrument_id)
      select programme_id, ${unit_id}, ${year}, ${theme}, ${instrument_id}
        from programme where key = ${programme} and is_open(recorded)`.execute(tx)
  },
})

/** From October on the year to come is spoken of. */
function yearAhead(today: string): number {
  return Number(today.slice(0, 4)) + (today.slice(5, 7) >= '10' ? 1 : 0)
}

async function listThemesOf(db: Db, { unit_id }: RulePlace): Promise<RuleVersion[]> {
  const { rows } = await sql<Omit<RuleVersion, 'said'> & { title: string; year: number }>`
    select h.title, h.year, h.year || '-01-01' as since, h.year || '-12-31' as until, h.instrument_id, i.number, i.issuer, i.title as subject,
           lower(h.recorded) as recorded_at, case when upper(h.recorded) < 'infinity' then upper(h.recorded) end as ended_at
      from theme h
      left join instrument i using (instrument_id)
     where h.unit_id = ${unit_id}
     order by h.year desc, lower(h.recorded) desc
     limit 60`.execute(db as Tx)
  return rows.map(({ title, year, ...version }) => ({ ...version, said: { vi: `${year}: ${title}`, en: `${year}: ${title}` } }))
}

/** The campaign of a level's year, where it was called and not withdrawn: how many owe a commitment in it, and gave one. */
const findCalled = query<{ programme: string; year: number; unit_id: number }, { due: number; written: number }>(`
  select coalesce(sum(y.due), 0)::int as due, coalesce(sum(y.submitted), 0)::int as written
    from campaign c
    join programme g             using (programme_id)
    join campaign_terms t        on t.campaign_id = c.campaign_id and is_open(t.recorded)
    left join commitment_tally y on y.campaign_id = c.campaign_id
   where g.key = :programme and c.year = :year and c.unit_id = :unit_id
   group by c.campaign_id`)
