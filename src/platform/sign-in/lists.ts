import { sayInstant } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import type { GrantRow, LentRow } from '../role/index.ts'
import { dayCell, type ListsOf, listsOf, type Workbook } from '../staff/index.ts'
import { batch_words } from './batch/batch-words.ts'
import type { NotCome } from './batch/list-not-come.ts'
import type { Waiting } from './invitation/confirm-invitation.ts'
import { invitation_words } from './invitation/invitation-words.ts'
import { sayInvited } from './pages/invite-unit.tsx'
import { power_words } from './power/power-words.ts'
import { access_words, role_words } from './words.ts'

// The lists of this room's pages as workbooks: the same rows, all of them.

/** The roles that are granted at a unit and directly under it. */
export function grantsWorkbook(of: ListsOf & { grants: readonly GrantRow[] }): Workbook {
  const words = power_words[of.lang]
  const rows = of.grants.map(({ full_name, role, unit_name, since, until, instrument }) => [
    full_name,
    role_words[of.lang][role],
    sayName(unit_name, of.lang),
    { day: since },
    dayCell(until),
    instrument,
  ])
  const headings = [words.person, words.role, words.unit, words.from, words.to, words.instrument]
  return listsOf(of, words.grants(rows.length), [{ name: words.role, headings, rows }])
}

/** What somebody has lent of their own. */
export function lentWorkbook(of: ListsOf & { lent: readonly LentRow[] }): Workbook {
  const words = power_words[of.lang]
  const rows = of.lent.map(({ full_name, role, unit_name, acts, since, until }) => [
    full_name,
    role_words[of.lang][role],
    sayName(unit_name, of.lang),
    acts === null ? words.all_acts : acts.map(act => lookUp(words.act_names, act) ?? act).join(', '),
    { day: since },
    dayCell(until),
  ])
  const headings = [words.receiver, words.role, words.unit, words.acts, words.from, words.to]
  return listsOf(of, words.lent_n(rows.length), [{ name: words.lending, headings, rows }])
}

/** The invitations that wait for a second person. */
export function waitingWorkbook(of: ListsOf & { waiting: readonly Waiting[] }): Workbook {
  const { lang } = of
  const words = invitation_words[lang]
  const rows = of.waiting.map(({ full_name, unit_name, roles, maker_name, asked_at, was_used }) => {
    const held = roles.map(({ role, unit_name }) => `${role_words[lang][role]}, ${sayName(unit_name, lang)}`).join('; ')
    const by = (was_used ? words.opened_by : words.printed_by)(maker_name, sayInstant(asked_at, lang))
    return [full_name, sayName(unit_name, lang), held || words.holds_nothing, by]
  })
  const { person, unit, role } = power_words[lang]
  return listsOf(of, words.waiting_n(rows.length), [{ name: words.to_waiting, headings: [person, unit, role, words.by_whom], rows }])
}

/** Who has read somebody's file, for that person. */
export function readingsWorkbook(
  of: ListsOf & { readings: readonly { read_at: string; reader: string; on_behalf_of: string | null; noun: string }[] },
): Workbook {
  const words = access_words[of.lang]
  const rows = of.readings.map(({ read_at, reader, on_behalf_of, noun }) => [
    sayInstant(read_at, of.lang),
    reader,
    on_behalf_of,
    lookUp(words.nouns, noun) ?? noun,
  ])
  return listsOf(of, words.readings, [{ name: words.what, headings: [words.when, words.reader, words.on_behalf_of, words.what], rows }])
}

/** Who of a unit and below has not opened an account. */
export function notComeWorkbook(of: ListsOf & { not_come: readonly NotCome[] }): Workbook {
  const { lang } = of
  const words = batch_words[lang]
  const rows = of.not_come.map(one => [one.full_name, sayName(one.unit_name, lang), sayInvited(one, lang)])
  const headings = [words.person, words.unit, words.invited]
  return listsOf(of, words.not_come(rows.length), [{ name: words.person, headings, rows }])
}
