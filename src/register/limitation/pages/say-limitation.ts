import { sayDay } from '../../../basis/shared/dates.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { Limitation } from '../reads/find-limitation.ts'
import { limitation_words } from '../words.ts'

/** Where a limitation stands, and how often it was carried over. */
export function sayState(lang: Language, { state, carries }: Pick<Limitation, 'state' | 'carries'>): string {
  const words = limitation_words[lang]
  const said = words.states[state ?? 'none']
  if (carries === 0) return said
  return state === 'carried' ? words.carries(carries) : `${said}, ${words.carries(carries)}`
}

export function sayDue(lang: Language, { due_on, state }: Pick<Limitation, 'due_on' | 'state'>, today: string): string {
  if (due_on === null) return ''
  const day = sayDay(due_on, lang)
  return due_on < today && state !== 'verified' && state !== 'repaired' ? limitation_words[lang].overdue(day) : day
}
