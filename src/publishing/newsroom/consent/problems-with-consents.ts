import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type Consent, listConsents, listNamedIn, type NamedConsent } from '../../../register/exemplar/index.ts'
import type { DraftText } from '../draft/draft.ts'
import type { DraftCode } from '../draft/draft-words.ts'
import { consentsIn } from './consent-token.ts'

/**
 * Why a text may not go on, for the persons in it: unknown-consent (no number of a consent to be named or told),
 * consent-ended, and name-not-bound, where it names somebody in plain letters who could not take that back.
 */
export async function problemsWithConsents(db: Db, content: DraftText): Promise<Problem<DraftCode>[]> {
  const asked = consentsIn(content)
  const known = asked.length === 0 ? [] : await listConsents(db, { consents: asked })
  const text = toldIn(content)
  return [...problemsWithTokens(asked, known), ...problemsWithNames(text, await listNamedIn(db, text))]
}

function* problemsWithTokens(asked: readonly number[], known: readonly Consent[]): Generator<Problem<DraftCode>> {
  for (const consent_id of asked) {
    const consent = known.find(one => one.consent_id === consent_id)
    const values = { token: `{@${consent_id}}` }
    if (!consent || !told_in_text.has(consent.scope)) yield { code: 'unknown-consent', field: 'body', values }
    else if (!consent.is_in_force) yield { code: 'consent-ended', field: 'body', values }
  }
}

const told_in_text: ReadonlySet<Consent['scope']> = new Set(['name', 'story'])

/** Whoever wrote the text is named by their byline, not as an exemplar. */
function toldIn({ byline: _, citations: __, ...told }: DraftText): string {
  return JSON.stringify(told)
}

function* problemsWithNames(text: string, named: readonly NamedConsent[]): Generator<Problem<DraftCode>> {
  for (const { name, consent_id } of named)
    if (saysName(text, name)) yield { code: 'name-not-bound', field: 'body', values: { name, token: `{@${consent_id}}` } }
}

function saysName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ''} ${text[at + name.length] ?? ''}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}
