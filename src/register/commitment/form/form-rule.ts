import { sql } from 'kysely'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { type Answers, grouped, text, tick, whole } from '../../../platform/staff/index.ts'
import { type FormVersion, nameFormVersion } from '../../programme/index.ts'
import { declareRule, from_day_by_instrument, type RuleVersion } from '../../rule/index.ts'
import { type TextField, text_fields } from '../commitment.ts'
import { findForm } from '../reads/find-form.ts'

/** What an office says of one of the five texts: whether it is asked, at which place, in which words, how long. */
const question = {
  asked: tick({ vi: 'Hỏi phần này', en: 'Ask for it' }),
  place: whole({ label: { vi: 'Thứ tự trên mẫu', en: 'Its place on the form' }, least: 1, most: 9, wrong: 'no-such-place' }),
  title_vi: text({ label: { vi: 'Tên phần', en: 'Title in Vietnamese' }, most: 120, required: 'no-title-of-part' }),
  title_en: text({ label: { vi: 'Tên phần, tiếng Anh', en: 'Title in English' }, most: 120, required: 'no-title-of-part' }),
  hint_vi: text({ label: { vi: 'Lời gợi ý', en: 'Hint in Vietnamese' }, most: 300, required: 'no-hint' }),
  hint_en: text({ label: { vi: 'Lời gợi ý, tiếng Anh', en: 'Hint in English' }, most: 300, required: 'no-hint' }),
  longest: whole({
    label: { vi: 'Dài nhất bao nhiêu ký tự', en: 'At most how many characters' },
    least: 100,
    most: 5000,
    wrong: 'no-such-length',
  }),
}
type Question = Answers<typeof question>

const legends: Record<TextField, Sentence> = {
  thought: { vi: 'Phần về tư tưởng, chính trị', en: 'On thought and politics' },
  ethics: { vi: 'Phần về đạo đức, lối sống', en: 'On ethics and lifestyle' },
  working_style: { vi: 'Phần về tác phong, lề lối làm việc', en: 'On the working style' },
  discipline: { vi: 'Phần về tổ chức kỷ luật', en: 'On organisation and discipline' },
  prevention: { vi: 'Phần về phòng ngừa suy thoái', en: 'On what is to be prevented' },
}

type FieldOf<F> = F[keyof F]
const form: Record<string, FieldOf<typeof question> | FieldOf<typeof from_day_by_instrument>> = Object.assign(
  {},
  ...text_fields.map(section => grouped({ legend: legends[section] }, `${section}_`, question)),
  from_day_by_instrument,
)

/** The form of a commitment: another version of it, with which campaigns open from a day on. */
export const commitment_form = declareRule({
  ...{ rule: 'mau', of: 'register', act: 'keep', form, needs_second: true },
  title: { vi: 'Mẫu bản cam kết', en: 'The form of a commitment' },
  lead: {
    vi: 'Đổi ở đây là lập một bản mẫu mới, cho các đợt mở từ ngày áp dụng. Đợt đã mở giữ mẫu của mình; bản đã nộp hiện mãi theo mẫu lúc nộp.',
    en: 'A change here makes another version, for campaigns that open from its day on. Those that have opened keep their form; what was handed in shows for ever with the form of then.',
  },
  words: {
    'no-such-place': { vi: 'Nhập thứ tự từ 1 đến {limit}.', en: 'Give a place from 1 to {limit}.' },
    'no-title-of-part': { vi: 'Nhập tên phần.', en: 'Give the title.' },
    'no-hint': { vi: 'Nhập lời gợi ý.', en: 'Give the hint.' },
    'no-such-length': { vi: 'Nhập số ký tự từ 100 đến {limit}.', en: 'Give a number from 100 to {limit}.' },
    'nothing-asked': { vi: 'Mẫu phải hỏi ít nhất một phần.', en: 'The form must ask for at least one part.' },
    'same-place': { vi: 'Hai phần cùng một thứ tự.', en: 'Two parts have the same place.' },
  },
  typedNow: async db => {
    const { sections } = await findForm(db, (await findNewest(db, {}))[0]!.form_version)
    return Object.assign(
      {},
      ...text_fields.map((name, i) =>
        typedOf(
          name,
          i,
          sections.findIndex(one => one.section === name),
          sections,
        ),
      ),
    )
  },
  listVersions: listFormVersions,
  problems: async (_, answers) => {
    const asked = questionsIn(answers)
    if (asked.length === 0) return [{ code: 'nothing-asked', field: 'thought_asked' }]
    const twice = asked.find(({ place }, i) => asked.findIndex(other => other.place === place) < i)
    return twice ? [{ code: 'same-place', field: `${twice.section}_place` }] : []
  },
  samples: answers => [
    { title: { vi: 'Các phần sẽ hỏi', en: 'What will be asked, in Vietnamese' }, text: saysQuestions(answers, 'vi') },
    { title: { vi: 'Bằng tiếng Anh', en: 'In English' }, text: saysQuestions(answers, 'en') },
  ],
  follows: async (db, _, { today }) => {
    const running = await listRunning(db, { day: today })
    return running.map(({ year, form_version, due }) => ({
      vi: `Đợt ${year} đã phát động giữ mẫu ${form_version}: ${due} người không phải viết lại gì.`,
      en: `The campaign of ${year}, which was called, keeps form ${form_version}: none of ${due} people writes anything anew.`,
    }))
  },
  set: async (tx, answers, { instrument_id }) => {
    const [{ form_version }] = (await findNewest(tx, {})) as [{ form_version: number }]
    await addVersion(tx, { form_version: form_version + 1, from: String(answers.from), instrument_id }, questionsIn(answers))
  },
})

type Asked = Question & { section: TextField }

/** What is asked, in its order. */
function questionsIn(answers: Record<string, unknown>): Asked[] {
  const of = (section: TextField) =>
    Object.fromEntries(Object.keys(question).map(name => [name, lookUp(answers, `${section}_${name}`)])) as unknown as Question
  const all = text_fields.map(section => ({ section, ...of(section) }))
  return all.filter(({ asked }) => asked).sort((a, b) => a.place - b.place)
}

function saysQuestions(answers: Record<string, unknown>, lang: 'vi' | 'en'): string {
  return questionsIn(answers)
    .map((one, i) => `${i + 1}. ${lang === 'vi' ? one.title_vi : one.title_en}\n${lang === 'vi' ? one.hint_vi : one.hint_en}`)
    .join('\n\n')
}

type Placed = Awaited<ReturnType<typeof findForm>>['sections']

/** One question as the newest version asks it; one that it does not ask comes last, unmarked. */
function typedOf(name: TextField, i: number, at: number, sections: Placed): Record<string, string> {
  const now = sections[at]
  const legend = legends[name]
  const typed = {
    ...(now && { asked: '1' }),
    place: String(now ? at + 1 : sections.length + i + 1),
    ...{ title_vi: now?.title.vi ?? legend.vi, title_en: now?.title.en ?? legend.en },
    ...{ hint_vi: now?.hint.vi ?? legend.vi, hint_en: now?.hint.en ?? legend.en },
    longest: String(now?.longest ?? 2000),
  }
  return Object.fromEntries(Object.entries(typed).map(([field, value]) => [`${name}_${field}`, value]))
}

const findNewest = query<Record<string, never>, { form_version: number }>('select max(form_version) as form_version from campaign_form')

type Running = { year: number; form_version: number; due: number }
/** Campaigns that were called and still take commitments, now or later. */
const listRunning = query<{ day: string }, Running>(`
  select c.year, t.form_version, coalesce(sum(y.due), 0)::int as due
    from campaign c
    join campaign_terms t        on t.campaign_id = c.campaign_id and is_open(t.recorded) and t.closes_on >= :day::date
    left join commitment_tally y on y.campaign_id = c.campaign_id
   group by c.campaign_id, c.year, t.form_version
   order by c.year, c.campaign_id`)

/** The versions, the newest first; a campaign opens with the newest of its day, unless its call says another. */
async function listFormVersions(db: Db): Promise<RuleVersion[]> {
  const { rows } = await sql<Omit<RuleVersion, 'said'> & { form_version: number; titles_vi: string; titles_en: string }>`
    select f.form_version, lower(f.valid)::text as since,
           (lag(lower(f.valid)) over (order by f.form_version desc) - 1)::text as until,
           f.instrument_id, i.number, i.issuer, i.title as subject, f.recorded_at, null as ended_at, s.titles_vi, s.titles_en
      from campaign_form f
      left join instrument i using (instrument_id)
     cross join lateral (
           select string_agg(s.title_vi, '; ' order by s.ordinal) as titles_vi, string_agg(s.title_en, '; ' order by s.ordinal) as titles_en
             from commitment_section s
            where s.form_version = (select max(p.form_version) from commitment_part p where p.form_version <= f.form_version)) s
     order by f.form_version desc`.execute(db as Tx)
  return rows.map(({ form_version, titles_vi, titles_en, ...version }) => ({
    ...version,
    said: { vi: `Mẫu ${form_version}: ${titles_vi}`, en: `Form ${form_version}: ${titles_en}` },
  }))
}

/** The parts of the form go on as they were; the texts stand on the part that held texts first. */
async function addVersion(tx: Tx, version: FormVersion, asked: readonly Asked[]): Promise<void> {
  const { form_version } = version
  await nameFormVersion(tx, version)
  await sql`
    insert into commitment_part (form_version, part, ordinal, title_vi, title_en, holds)
    select ${form_version}, part, ordinal, title_vi, title_en, holds
      from commitment_part
     where form_version = (select max(form_version) from commitment_part)
       and (holds <> 'sections' or part = (select part from commitment_part where form_version = (select max(form_version) from commitment_part)
                                              and holds = 'sections' order by ordinal limit 1))`.execute(tx)
  const rows = asked.map(({ section, title_vi, title_en, hint_vi, hint_en, longest }, i) => ({
    ...{ section, ordinal: i + 1, title_vi, title_en, hint_vi, hint_en, longest },
  }))
  await sql`
    insert into commitment_section (form_version, section, part, ordinal, title_vi, title_en, hint_vi, hint_en, longest)
    select ${form_version}, r.section, p.part, r.ordinal, r.title_vi, r.title_en, r.hint_vi, r.hint_en, r.longest
      from commitment_part p,
           jsonb_to_recordset(${JSON.stringify(rows)}) as r(section text, ordinal int, title_vi text, title_en text, hint_vi text, hint_en text, longest int)
     where p.form_version = ${form_version} and p.holds = 'sections'`.execute(tx)
}
