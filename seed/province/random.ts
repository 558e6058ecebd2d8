/** A stream of numbers in [0, 1). */
export type Random = () => number

/**
 * A stream that depends on its seed and its label alone (sfc32), so that one part of the province may grow without
 * moving the others.
 */
export function randomFrom(seed: number, label: string): Random {
  let [a, b, c, count] = [seed | 0, hashOf(label), 0x9e3779b9 | 0, 1]
  const next = () => {
    const mixed = (((a + b) | 0) + count) | 0
    count = (count + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + mixed) | 0
    return (mixed >>> 0) / 4294967296
  }
  for (let i = 0; i < 15; i++) next()
  return next
}

function hashOf(label: string): number {
  let hash = 0x811c9dc5
  for (let i = 0; i < label.length; i++) hash = Math.imul(hash ^ label.charCodeAt(i), 0x01000193)
  return hash | 0
}

/** A whole number, both ends included. */
export function between(random: Random, least: number, most: number): number {
  return least + Math.floor(random() * (most - least + 1))
}

export function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)]!
}

export function chance(random: Random, probability: number): boolean {
  return random() < probability
}

/** One of the things, each as likely as its weight says. */
export function weighted<T>(random: Random, things: readonly (readonly [T, number])[]): T {
  let left = random() * things.reduce((sum, [, weight]) => sum + weight, 0)
  for (const [thing, weight] of things) {
    left -= weight
    if (left < 0) return thing
  }
  return things.at(-1)![0]
}
