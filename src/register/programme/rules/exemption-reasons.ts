import { sql } from 'kysely'
import { query } from '../../../platform/database/index.ts'
import { lines } from '../../../platform/staff/index.ts'
import { declareRule, endFrom, from_day_by_instrument, listVersionsOf } from '../../rule/index.ts'
import { campaign_problems } from '../problem-words.ts'

/** Why somebody may be exempt; `asks_note`: it is said more exactly, each time. */
export type ExemptionReason = { exemption_reason_id: number; name_vi: string; name_en: string; asks_note: boolean }

const asked_in_words = { vi: 'ghi rõ', en: 'say more' }
const not_asked = 'không cần'

const form = {
  reasons: lines({
    label: { vi: 'Các lý do', en: 'The reasons' },
    hint: {
      vi: `Mỗi dòng: lý do | bằng tiếng Anh | ${asked_in_words.vi} hoặc ${not_asked}.`,
      en: `Each line: reason in Vietnamese | in English | «${asked_in_words.vi}» where it must be said more exactly, or «${not_asked}».`,
    },
    ...{ parts: 3, rows: 8, wrong: 'odd-reason' },
  }),
  ...from_day_by_instrument,
}

/** For what an office may exempt somebody from a campaign. */
export const exemption_reasons = declareRule({
  ...{ rule: 'ly-do-mien', of: 'register', act: 'keep', form },
  title: { vi: 'Lý do miễn đăng ký', en: 'Reasons for an exemption' },
  lead: {
    vi: 'Văn phòng chọn một trong các lý do này khi miễn cho một người. Ai đã được miễn thì giữ lý do đã ghi.',
    en: 'An office chooses one of these when it exempts somebody. Who is exempt keeps the reason that was recorded.',
  },
  words: { 'odd-reason': campaign_problems['odd-reason'], 'no-reasons': campaign_problems['no-reasons'] },
  typedNow: async (db, { today }) => {
    const now = await listExemptionReasons(db, { day: today })
    const line = ({ name_vi, name_en, asks_note }: ExemptionReason) => [name_vi, name_en, asks_note ? asked_in_words.vi : not_asked]
    return { reasons: now.map(reason => line(reason).join(' | ')).join('\n') }
  },
  listVersions: (db, { on }) =>
    listVersionsOf<ExemptionReason>(db, { table: 'exemption_reason', order: 'ordinal', on }, rows => ({
      vi: rows.map(({ name_vi }) => name_vi).join('; '),
      en: rows.map(({ name_en }) => name_en).join('; '),
    })),
  problems: async (_, { reasons }) => {
    if (reasons.length === 0) return [{ code: 'no-reasons', field: 'reasons' }]
    const odd = reasons.findIndex(([, , asks = '']) => ![asked_in_words.vi, not_asked].includes(asks.toLowerCase()))
    return odd >= 0 ? [{ code: 'odd-reason', field: 'reasons', limit: odd + 1 }] : []
  },
  set: async (tx, { reasons, from }, { instrument_id }) => {
    await endFrom(tx, 'exemption_reason', { columns: ['ordinal', 'name_vi', 'name_en', 'asks_note', 'instrument_id'], from })
    const rows = reasons.map(([name_vi, name_en, asks = ''], i) => ({
      ...{ ordinal: i + 1, name_vi, name_en },
      asks_note: asks.toLowerCase() === asked_in_words.vi,
    }))
    await sql`
      insert into exemption_reason (ordinal, name_vi, name_en, asks_note, instrument_id, valid)
      select r.ordinal, r.name_vi, r.name_en, r.asks_note, ${instrument_id}, daterange(${from}, 'infinity')
        from jsonb_to_recordset(${JSON.stringify(rows)}) as r(ordinal integer, name_vi text, name_en text, asks_note boolean)`.execute(tx)
  },
})

export const listExemptionReasons = query<{ day: string }, ExemptionReason>(`
  select exemption_reason_id, name_vi, name_en, asks_note
    from exemption_reason
   where valid @> :day::date and is_open(recorded)
   order by ordinal`)
