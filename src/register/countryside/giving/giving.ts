/** Who gave: a household, one person, or several together. */
export const giver_kinds = ['household', 'person', 'collective'] as const

/** More than anybody gives; a number above it is a slip of the pen. */
export const largest_quantity = 1_000_000_000_000

/** Within so many days the same amount by the same giver at the same place may be the same gift, told twice. */
export const days_alike = 7

/**
 * A quantity as people write it in Vietnam: dots between thousands, a comma before decimals, at most three of these.
 * Null is none, or one that can be read in two ways: «1.5» is neither one and a half nor fifteen.
 */
export function quantityIn(text: string): number | null {
  const plain = text.replaceAll(/[\u0020\u00a0]/g, '')
  if (!/^(\d{1,13}|\d{1,3}(\.\d{3})+)(,\d{1,3})?$/.test(plain)) return null
  const quantity = Number(plain.replaceAll('.', '').replace(',', '.'))
  return quantity > 0 && quantity <= largest_quantity ? quantity : null
}
