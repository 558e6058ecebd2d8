import { dayOf } from '../../../basis/shared/dates.ts'
import { query, type Tx } from '../../../platform/database/index.ts'
import type { LetterLinks } from '../../../platform/jobs/index.ts'
import { composeMail } from './letter-rules.ts'
import type { LetterText } from './letters.ts'

/** A letter about the account of whoever asks, in the words of the levels above their cell. */
export async function composeAccountLetter(tx: Tx, { sign_in, no_more, names, now }: LetterLinks & { names: string[]; now: Date }) {
  const letter = names.length > 0 ? 'thu-chung' : 'thu-tin-bao'
  const [words] = await findOwnText(tx, { letter, day: dayOf(now) })
  return composeMail(words!, { 'trang đăng nhập': sign_in, 'trang thôi nhận': no_more, 'họ tên': names.join(', ') })
}

/** Who is a member nowhere gets what the register began with. */
const findOwnText = query<{ letter: string; day: string }, LetterText>(`
  select t.subject, t.body_vi, t.body_en
    from letter_text_for(:letter::text,
                         (select m.unit_id from membership m
                           where m.person_id = current_person_id() and m.valid @> :day::date and is_open(m.recorded)
                           order by lower(m.valid) desc limit 1),
                         :day::date) t`)
