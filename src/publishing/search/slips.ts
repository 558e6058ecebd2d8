const letters = Array.from('abcdefghijklmnopqrstuvwxyz0123456789')
const longest = 12

/** What one slip makes of a word without marks: a letter too many, too few, another one, or two the wrong way round. */
export function oneSlipFrom(word: string): string[] {
  if (word.length < 2 || word.length > longest) return []
  const cuts = Array.from({ length: word.length + 1 }, (_, i) => [word.slice(0, i), word.slice(i)] as const)
  const made = cuts.flatMap(([left, right]) => [
    ...letters.flatMap(letter => [left + letter + right, ...(right ? [left + letter + right.slice(1)] : [])]),
    ...(right ? [left + right.slice(1)] : []),
    ...(right.length > 1 ? [left + right[1]! + right[0]! + right.slice(2)] : []),
  ])
  return [...new Set(made)].filter(one => one !== word && one !== '')
}
