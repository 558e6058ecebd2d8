/**
 * A text that remembers where each of its characters stood in the input: character i came from `from[i]` up to `to[i]`.
 * Null arrays mean the text is the input.
 */
export type Traced = { text: string; from: Int32Array | null; to: Int32Array | null }

export function untouched(text: string): Traced {
  return { text, from: null, to: null }
}

/** Where the characters start..end-1 of the traced text stood in the input. */
export function sourceOf(traced: Traced, start: number, end: number): { start: number; end: number } {
  if (!traced.from || !traced.to) return { start, end }
  if (end <= start) return { start: traced.from[start] ?? traced.to.at(-1) ?? 0, end: traced.from[start] ?? traced.to.at(-1) ?? 0 }
  return { start: traced.from[start]!, end: traced.to[end - 1]! }
}

/** `second` was made from `first.text`: one trace from its characters to the first input. */
export function after(first: Traced, second: Traced): Traced {
  if (!first.from || !first.to) return second
  if (!second.from || !second.to) return { text: second.text, from: first.from, to: first.to }
  const inputs = { from: first.from, to: first.to }
  const last = inputs.to.length - 1
  return {
    text: second.text,
    from: second.from.map(at => (at <= last ? inputs.from[at]! : (inputs.to[last] ?? 0))),
    to: second.to.map((at, i) => (at > second.from![i]! ? inputs.to[at - 1]! : (inputs.from[at] ?? inputs.to[last] ?? 0))),
  }
}

/** Writes a traced text piece by piece; `length` is about how long it will be. */
export function tracedWriter(length: number) {
  const pieces: string[] = []
  let from = new Int32Array(length + 16)
  let to = new Int32Array(length + 16)
  let written = 0
  const add = (text: string) => {
    pieces.push(text)
    while (written + text.length > from.length) [from, to] = [twiceAsLong(from), twiceAsLong(to)]
    written += text.length
    return written - text.length
  }
  return {
    /** Characters that stand one by one in the input, from `at` on. */
    copy(text: string, at: number): void {
      const start = add(text)
      for (let i = 0; i < text.length; i++) {
        from[start + i] = at + i
        to[start + i] = at + i + 1
      }
    },
    /** Characters that together stand for start..end of the input. */
    stand(text: string, start: number, end: number): void {
      const first = add(text)
      from.fill(start, first, first + text.length)
      to.fill(end, first, first + text.length)
    },
    done: (): Traced => ({ text: pieces.join(''), from: from.slice(0, written), to: to.slice(0, written) }),
  }
}

function twiceAsLong(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const longer = new Int32Array(2 * numbers.length)
  longer.set(numbers)
  return longer
}

/**
 * A text without any of these needs no folding: marks apart from their letters, characters nobody sees, letters and
 * digits as wide as a Chinese character, hyphens that do not break a line, emphasis.
 */
const UNFOLDED = /[\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff\uff01-\uff5e\u2010\u2011]|\*\*|__/
/** Each of these by itself. Two or three stars, or two underscores, set words apart in Markdown. */
const FOLDED =
  // biome-ignore lint/suspicious/noMisleadingCharacterClass: the marks themselves are what is looked for
  /([^\u0300-\u036f])([\u0300-\u036f]+)|[\u00ad\u200b-\u200d\u2060\ufeff]|([\uff01-\uff5e\u2010\u2011])|(?<![*_])(?:\*{2,3}|__)(?![*_])/g
/**
 * NFC without the characters nobody sees (soft hyphens, zero-width spaces) or that only set words apart («**15** xã»),
 * and with plain digits and hyphens: "１２％" is "12%".
 */
export function fold(text: string): Traced {
  if (!UNFOLDED.test(text)) return untouched(text)
  const out = tracedWriter(text.length)
  let at = 0
  for (const hit of text.matchAll(FOLDED)) {
    out.copy(text.slice(at, hit.index), at)
    at = hit.index + hit[0].length
    if (hit[2]) out.stand(hit[0].normalize('NFC'), hit.index, at)
    else if (hit[3]) out.stand(/[\u2010\u2011]/.test(hit[3]) ? '-' : hit[3].normalize('NFKC'), hit.index, at)
  }
  out.copy(text.slice(at), at)
  return out.done()
}

/** The same where nobody asks where a character stood. */
export function foldText(text: string): string {
  return fold(text).text
}

/** Turns UTF-16 offsets that come in rising order into offsets in code points. */
export function codePointCounter(text: string): (offset: number) => number {
  if (!/[\ud800-\udfff]/.test(text)) return offset => offset
  const pairs = [...text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)].map(hit => hit.index)
  return offset => {
    let low = 0
    let high = pairs.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (pairs[middle]! < offset) low = middle + 1
      else high = middle
    }
    return offset - low
  }
}
