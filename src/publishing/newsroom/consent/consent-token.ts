/**
 * What stands in a text for somebody’s name or story: `{@12}`, with the number of the consent by which it may be told.
 * It may stand wherever words stand, the title too, and is filled in when it is read.
 */
export const consent_token = /\{@([1-9]\d{0,14})\}/g

/** The consents that are named anywhere in a value, each once. */
export function consentsIn(value: unknown): number[] {
  const found = (JSON.stringify(value) ?? '').matchAll(consent_token)
  return [...new Set([...found].map(([, consent_id]) => Number(consent_id)))]
}

/** A text with other words for each consent that it names. */
export function withoutTokens(text: string, told: (consent_id: number, is_first: boolean) => string): string {
  return text.replace(consent_token, (_, consent_id: string, at: number) => told(Number(consent_id), at === 0))
}
