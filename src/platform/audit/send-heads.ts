import { dayOf } from '../../basis/shared/dates.ts'
import { type Database, type Rounds, startRounds } from '../database/index.ts'
import type { Mail } from '../jobs/index.ts'
import { findLastHead, lineOfHead, type Outside } from '../ledger/index.ts'
import { ledger_page_words } from './ledger-words.ts'

type Sending = { mail: Pick<Mail, 'post'>; to: string; outside: Outside; now: () => Date; say: (line: string) => void; every_ms?: number }

/**
 * Sends the newest signed head to an address outside, once a day: with what lies there, a ledger that was cut, or
 * written anew with its own key, is found out. A letter that did not go is tried again at the next round.
 */
export function startSendingHeads({ db }: Pick<Database, 'db'>, { mail, to, outside, now, say, every_ms = 10 * 60_000 }: Sending): Rounds {
  return startRounds(send, { what: 'ledger heads', every_ms, say })

  async function send(): Promise<void> {
    const at = now()
    const last = outside.last().mail
    if (last !== null && dayOf(new Date(last)) === dayOf(at)) return
    const head = await findLastHead(db)
    if (!head) return
    const { peaks: _, ...signed } = head
    const { subject, lead } = ledger_page_words.vi.letter
    const text = `${lead}\n${ledger_page_words.en.letter.lead}\n\n${lineOfHead(signed)}\n`
    const { state, reason } = await mail.post({ to, subject: `${subject} ${dayOf(at)}`, text, number: `dau-so-${head.size}` })
    if (state === 'sent' || state === 'unsure') outside.note('mail', at)
    else throw new Error(`the letter did not go: ${reason}`)
  }
}
