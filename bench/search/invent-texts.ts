import type { LabelledSet } from './labelled-set.ts'

/** A source of numbers that gives the same ones each time (mulberry32). */
export function drawer(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

const least = 120
const more = 240

/**
 * Articles of 120 to 360 syllables in which each word is followed by one that follows it in the texts that are given; a
 * number now and then, and a village of its own, so that there are rare words too.
 */
export function* inventTexts({ texts }: Pick<LabelledSet, 'texts'>, count: number): Generator<{ title: string; body: string }> {
  const draw = drawer(19022021)
  const words = texts.flatMap(({ body }) => body.split(/\s+/))
  const after = new Map<string, number[]>()
  for (const [i, word] of words.entries()) {
    const known = after.get(word)
    if (known) known.push(i + 1)
    else after.set(word, [i + 1])
  }
  const next = (at: number) => {
    const follows = after.get(words[at] ?? '')
    const chosen = follows?.[Math.floor(draw() * follows.length)] ?? words.length
    return chosen < words.length ? chosen : Math.floor(draw() * words.length)
  }
  for (let n = 0; n < count; n++) {
    const length = least + Math.floor(draw() * more)
    const said: string[] = []
    for (let at = Math.floor(draw() * words.length); said.length < length; at = next(at))
      said.push(draw() < 0.02 ? String(Math.floor(draw() * 9000)) : words[at]!)
    yield { title: said.slice(0, 9).join(' '), body: `${said.join(' ')} thôn Nà số ${n % 20_000}` }
  }
}
