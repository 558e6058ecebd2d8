import type { Lang } from '../../../numbers/figure/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type Consent, listConsents } from '../../../register/exemplar/index.ts'
import { consentsIn, withoutTokens } from './consent-token.ts'

/**
 * A value whose texts tell what consents allow at this moment, and no more: whose consent has ended is «một nhân vật»
 * in every text, old and new. Texts that name nobody are given back as they are, without a question to the register.
 */
export async function tellConsented<T>(db: Pick<Db, 'executeQuery'>, lang: Lang, value: T): Promise<T> {
  const consents = consentsIn(value)
  if (consents.length === 0) return value
  const known = new Map((await listConsents(db, { consents })).map(consent => [consent.consent_id, consent]))
  return withTexts(value, text => withoutTokens(text, (consent_id, is_first) => toldBy(known.get(consent_id), lang, is_first))) as T
}

function withTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map(item => withTexts(item, change))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, withTexts(item, change)]))
}

function toldBy(consent: Consent | undefined, lang: Lang, is_first: boolean): string {
  const told = consent && { vi: consent.name ?? consent.story_vi, en: consent.name ?? consent.story_en }[lang]
  return told ?? left_out[consent?.kind ?? 'individual'][lang][is_first ? 'first' : 'within']
}

/** What stands in the place of whoever has taken their consent back. */
const left_out = {
  individual: { vi: { first: 'Một nhân vật', within: 'một nhân vật' }, en: { first: 'A person', within: 'a person' } },
  collective: { vi: { first: 'Một tập thể', within: 'một tập thể' }, en: { first: 'A collective', within: 'a collective' } },
}
