import { sql } from 'kysely'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import { type Db, query, type Tx } from '../../../platform/database/index.ts'
import { tick, whole } from '../../../platform/staff/index.ts'
import { declareRule, endFrom, from_day_by_instrument, listVersionsOf } from '../../rule/index.ts'
import { most_deeds } from '../forms.ts'
import { campaign_problems } from '../problem-words.ts'

export type DeedBounds = { deeds_least: number; deeds_most: number }

const form = {
  deeds_least: whole({ label: { vi: 'Ít nhất mấy việc làm theo', en: 'At least how many deeds' }, least: 1, most: most_deeds }),
  deeds_most: whole({ label: { vi: 'Nhiều nhất mấy việc', en: 'At most how many' }, least: 1, most: most_deeds }),
  also_running: tick({
    vi: 'Đổi cả cho các đợt đang nhận. Không đánh dấu thì các đợt ấy giữ số việc lúc mở.',
    en: 'Also for campaigns that are open. Unmarked, these keep the bounds they opened with.',
  }),
  ...from_day_by_instrument,
}

/** How many deeds a commitment has: what a campaign that opens from a day on is called with. */
export const deed_bounds = declareRule({
  ...{ rule: 'so-viec', of: 'register', act: 'keep', form },
  title: { vi: 'Số việc làm theo', en: 'Number of deeds' },
  lead: {
    vi: 'Mỗi bản cam kết có bấy nhiêu việc. Đợt mở từ ngày áp dụng trở đi dùng số mới; đợt đang nhận giữ số cũ, trừ khi đánh dấu.',
    en: 'So many deeds stand in a commitment. A campaign that opens from that day on has the new bounds; one that is open keeps its own, unless marked.',
  },
  words: { 'wrong-bounds': campaign_problems['wrong-bounds'], 'today-alone': campaign_problems['today-alone'] },
  typedNow: async (db, { today }) => {
    const [now] = await findDeedBounds(db, { day: today })
    return { deeds_least: String(now?.deeds_least ?? ''), deeds_most: String(now?.deeds_most ?? '') }
  },
  listVersions: (db, { on }) =>
    listVersionsOf<DeedBounds>(db, { table: 'deed_bounds', order: 'deeds_least', on }, ([{ deeds_least, deeds_most }]) =>
      sayBounds(deeds_least, deeds_most),
    ),
  problems: async (_, { deeds_least, deeds_most, also_running, from }, { today }) => [
    ...problemsWithBounds(deeds_least, deeds_most),
    // What is open is open today.
    ...(also_running && from !== today ? [{ code: 'today-alone' as const, field: 'from', limit: today }] : []),
  ],
  follows: async (db, answers, { today }) => (answers.also_running ? followsForRunning(db, answers, today) : followsLater(db, today)),
  set: async (tx, { deeds_least, deeds_most, also_running, from }, { instrument_id, today }) => {
    await endFrom(tx, 'deed_bounds', { columns: ['deeds_least', 'deeds_most', 'instrument_id'], from })
    await sql`
      insert into deed_bounds (deeds_least, deeds_most, instrument_id, valid)
      values (${deeds_least}, ${deeds_most}, ${instrument_id}, daterange(${from}, 'infinity'))`.execute(tx)
    if (also_running) await changeRunning(tx, { deeds_least, deeds_most }, today)
  },
})

/** The bounds by which a campaign that opens on a day is called. */
export const findDeedBounds = query<{ day: string }, DeedBounds>(
  'select deeds_least, deeds_most from deed_bounds where valid @> :day::date and is_open(recorded)',
)

function problemsWithBounds(least: number, most: number): Problem<'wrong-bounds'>[] {
  const are_bounds = least >= 1 && most >= least && most <= most_deeds
  return are_bounds ? [] : [{ code: 'wrong-bounds', field: 'deeds_most', limit: most_deeds }]
}

function sayBounds(least: number, most: number): Sentence {
  return least === most ? { vi: `${least} việc`, en: `${least} deeds` } : { vi: `${least}–${most} việc`, en: `${least}–${most} deeds` }
}

type Running = { year: number; due: number; handed_in: number; closes_on: string }

/** The campaigns that take commitments today, with how many owe one, and how many have handed in. */
const listRunning = query<{ day: string }, Running>(`
  select c.year, t.closes_on, coalesce(sum(y.due), 0)::int as due, coalesce(sum(y.submitted), 0)::int as handed_in
    from campaign c
    join campaign_terms t        on t.campaign_id = c.campaign_id and is_open(t.recorded) and :day::date between t.opens_on and t.closes_on
    left join commitment_tally y on y.campaign_id = c.campaign_id
   group by c.campaign_id, c.year, t.closes_on
   order by c.year, c.campaign_id`)

async function followsForRunning(db: Db, { deeds_least, deeds_most }: DeedBounds, day: string): Promise<Sentence[]> {
  const bounds = sayBounds(deeds_least, deeds_most)
  const running = await listRunning(db, { day })
  return running.map(({ year, due, handed_in }) => ({
    vi: `Đợt ${year}: ${due - handed_in} người chưa nộp sẽ ghi ${bounds.vi}; ${handed_in} bản đã nộp giữ nguyên, sửa lại mới theo số mới.`,
    en: `Campaign of ${year}: ${due - handed_in} people who have not handed in write ${bounds.en}; ${handed_in} that are handed in stay, and follow the new bounds once they are amended.`,
  }))
}

async function followsLater(db: Db, day: string): Promise<Sentence[]> {
  return (await listRunning(db, { day })).map(({ year, due }) => ({
    vi: `Đợt ${year} đang nhận, ${due} người: giữ số việc lúc mở.`,
    en: `The campaign of ${year}, ${due} people, is open: it keeps its bounds.`,
  }))
}

/** Terms that hold from now on; what they were before stays known as such. */
async function changeRunning(tx: Tx, { deeds_least, deeds_most }: DeedBounds, today: string): Promise<void> {
  await sql`
    with ended as (
      update campaign_terms set recorded = closed(recorded)
       where is_open(recorded) and ${today}::date between opens_on and closes_on
      returning *)
    insert into campaign_terms (campaign_id, opens_on, due_on, closes_on, deeds_least, deeds_most, form_version, instrument_id, joins_until)
    select campaign_id, opens_on, due_on, closes_on, ${deeds_least}, ${deeds_most}, form_version, instrument_id, joins_until from ended`.execute(
    tx,
  )
}
