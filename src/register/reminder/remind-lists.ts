import { sayInstant } from '../../basis/shared/dates.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import { commitment_words } from '../commitment/index.ts'
import type { RemindedRow, WaveRow } from './list-reminders.ts'
import { remind_words, senderIn } from './remind-words.ts'

/** Whom a wave of reminders reached, and how. */
export function waveWorkbook(of: ListsOf & { reminded: readonly RemindedRow[]; sent_at: string }): Workbook {
  const words = remind_words[of.lang]
  const rows = of.reminded.map(row => [
    row.full_name,
    sayName(row.unit_name, of.lang),
    row.read_at ? sayInstant(row.read_at, of.lang) : words.not_seen,
    words.mails[row.mail ?? 'none'],
  ])
  const title = words.wave(sayInstant(of.sent_at, of.lang))
  return listsOf(of, title, [{ name: words.sheets, headings: [words.person, words.cell, words.seen, words.letter], rows }])
}

/** The waves of reminders that went out under a unit, by count. */
export function wavesWorkbook(of: ListsOf & { waves: readonly WaveRow[]; year: number }): Workbook {
  const words = remind_words[of.lang]
  const rows = of.waves.map(wave => [
    sayInstant(wave.sent_at, of.lang),
    senderIn(of.lang, wave),
    ...[wave.reminded, wave.read, wave.sent, wave.waiting, wave.failed, wave.without_mail],
  ])
  const headings = [words.when, words.by_whom, words.people, words.seen, words.mail, words.waiting, words.trouble, words.sheet]
  return listsOf(of, `${words.waves} · ${commitment_words[of.lang].campaign_of(of.year)}`, [{ name: words.waves, headings, rows }])
}
