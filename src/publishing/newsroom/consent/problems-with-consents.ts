import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Db } from '../../../platform/database/index.ts'
import { type Consent, listConsents, listConsentsInForce } from '../../../register/exemplar/index.ts'
import type { DraftText } from '../draft/draft.ts'
import { consentsIn } from './consent-token.ts'

/** Of more who let themselves be named no register of ours tells. */
const most_named = 20_000

/**
 * Why a text may not go on, for the persons in it: unknown-consent (no number of a consent to be named or told),
 * consent-ended, and name-not-bound, where it names somebody in plain letters who could not take that back.
 */
export async function problemsWithConsents(db: Db, content: DraftText): Promise<Problem[]> {
  const asked = consentsIn(content)
  const known = asked.length === 0 ? [] : await listConsents(db, { consents: asked })
  const named = await listConsentsInForce(db, { wanted: null, limit: most_named })
  return [...problemsWithTokens(asked, known), ...problemsWithNames(content, named)]
}

function* problemsWithTokens(asked: readonly number[], known: readonly Consent[]): Generator<Problem> {
  for (const consent_id of asked) {
    const consent = known.find(one => one.consent_id === consent_id)
    const values = { token: `{@${consent_id}}` }
    if (!consent || !told_in_text.has(consent.scope)) yield { code: 'unknown-consent', field: 'body', values }
    else if (!consent.is_in_force) yield { code: 'consent-ended', field: 'body', values }
  }
}

const told_in_text: ReadonlySet<Consent['scope']> = new Set(['name', 'story'])

/** Whoever wrote the text is named by their byline, not as an exemplar. */
function* problemsWithNames(
  { byline: _, citations: __, ...told }: DraftText,
  named: readonly (Consent & { name: string })[],
): Generator<Problem> {
  const text = JSON.stringify(told)
  for (const { kind, scope, name, consent_id } of named)
    if (kind === 'individual' && scope === 'name' && saysName(text, name))
      yield { code: 'name-not-bound', field: 'body', values: { name, token: `{@${consent_id}}` } }
}

function saysName(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const around = `${text[at - 1] ?? ''} ${text[at + name.length] ?? ''}`
    if (!/[\p{L}\p{N}]/u.test(around)) return true
  }
  return false
}
