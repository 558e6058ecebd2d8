import { sql } from 'kysely'
import { query } from '../../../platform/database/index.ts'
import { choice } from '../../../platform/staff/index.ts'
import { declareRule, from_day_by_instrument, listVersionsOf } from '../../rule/index.ts'
import { campaign_problems } from '../problem-words.ts'
import { firstProgramme, isProgramme, listChoices } from './programme-choice.ts'

const form = {
  programme: choice({ label: { vi: 'Bổ sung cho', en: 'It says more of' }, wrong: 'unknown-programme' }),
  ...from_day_by_instrument,
}

/** What says more of a directive than it does itself: conclusions, regulations, guidance. They stand beside one another. */
export const conclusions = declareRule({
  ...{ rule: 'ket-luan', of: 'register', act: 'keep', form, instrument_kind: 'conclusion', may_be_past: true },
  title: { vi: 'Kết luận, quy định bổ sung cho chỉ thị', en: 'Conclusions beside the directive' },
  lead: {
    vi: 'Các văn bản cấp trên nói thêm về chỉ thị. Mọi người đọc được ở trang chương trình, cùng chỉ thị và kế hoạch các cấp.',
    en: 'What the levels above have said more of a directive. Everybody reads it on the page of the programme, with the directive and the plans.',
  },
  words: { 'unknown-programme': campaign_problems['unknown-programme'], 'cited-already': campaign_problems['cited-already'] },
  optionsFor: listChoices,
  typedNow: async db => ({ programme: await firstProgramme(db) }),
  listVersions: (db, { on }) =>
    listVersionsOf(db, { table: 'programme_conclusion', order: 'programme_conclusion_id', on }, (_, { subject }) => {
      const said = subject ?? ''
      return { vi: said, en: said }
    }),
  problems: async (db, { programme, ...cited }) => {
    if (!(await isProgramme(db, programme))) return [{ code: 'unknown-programme', field: 'programme' }]
    return (await findCited(db, { programme, ...cited })).length > 0 ? [{ code: 'cited-already', field: 'number' }] : []
  },
  set: async (tx, { programme, from }, { instrument_id }) => {
    await sql`
      insert into programme_conclusion (programme_id, instrument_id, valid)
      select programme_id, ${instrument_id}, daterange(${from}, 'infinity')
        from programme where key = ${programme} and is_open(recorded)`.execute(tx)
  },
})

const findCited = query<{ programme: string; number: string; issuer: string; signed_on: string }, { instrument_id: number }>(`
  select k.instrument_id
    from programme_conclusion k
    join instrument i using (instrument_id)
    join programme g  using (programme_id)
   where g.key = :programme and i.number = :number and i.issuer = :issuer and i.signed_on = :signed_on::date and is_open(k.recorded)`)
