import { type Random, randomFrom } from '../../test/harness/ledger-tampers.ts'

export { type Random, randomFrom }

export function oneOf<T>(list: readonly T[], random: Random): T {
  return list[below(list.length, random)]!
}

/** A whole number from 0 on. */
export function below(most: number, random: Random): number {
  return Math.floor(random() * most)
}
