import { findQuantities } from '../../../basis/quantity/index.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { type Lang, type PublicAnswer, printValue, status_words } from '../../figure/index.ts'
import { actualOf, holds } from './judge.ts'

/**
 * English words for a number that is not said exactly, as their Vietnamese sisters are read: «hàng trăm» is 100 to 999.
 */
const vague_in_english: Record<string, [least: number, most: number]> = {
  dozens: [10, 99],
  hundreds: [100, 999],
  thousands: [1000, Number.POSITIVE_INFINITY],
}

/**
 * Whether a number, as an article prints it, is what the register answers: exact, or within what its words allow. The
 * print is one number and nothing else: «02», «2 - 3», «hàng trăm», «21/96», «362.750 m²», «đã được công nhận». `day` is
 * that of the article.
 */
export function isSupported(printed: string, answer: PublicAnswer, lang: Lang, day: string): boolean {
  if (answer.value.kind === 'status') return saysStatus(printed, answer.value.status, lang)
  const actual = actualOf(answer, 'value')
  if (!actual) return printed === printValue(answer.value, lang)
  const vague = lang === 'en' ? lookUp(vague_in_english, printed.toLowerCase()) : undefined
  if (vague) return actual.least >= vague[0] && actual.most <= vague[1]
  // A counted noun behind it, so that «2 - 3» is read as a count and not as a day.
  const quantities = findQuantities(`${inVietnamese(printed, lang)} việc`)
  return quantities.length === 1 && holds(quantities[0]!, actual, day)
}

function saysStatus(printed: string, status: string, lang: Lang): boolean {
  const said = printed
    .trim()
    .toLowerCase()
    .replace(/^đang /, '')
  return lookUp(status_words, status)?.[lang].toLowerCase().endsWith(said) ?? false
}

/** «362,750.5» is written «362.750,5» where the reader of quantities comes from. */
function inVietnamese(printed: string, lang: Lang): string {
  if (lang === 'vi') return printed
  return printed.replace(/[.,](?=\d)/g, mark => (mark === ',' ? '.' : ','))
}
