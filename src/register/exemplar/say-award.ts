import { sayDay } from '../../basis/shared/dates.ts'
import type { Language } from '../../platform/web/index.ts'
import type { AwardRow } from './reads/case-parts.ts'
import { exemplar_words, form_words, level_words } from './words.ts'

/** «Bằng khen cấp tỉnh, quyết định 77/QĐ-UBND ngày 01/12/2026» */
export function sayAward(
  { form, level, number, decided_on }: Pick<AwardRow, 'form' | 'level' | 'number' | 'decided_on'>,
  lang: Language,
): string {
  return exemplar_words[lang].award(form_words[form][lang], level_words[level][lang], number, sayDay(decided_on, lang))
}
