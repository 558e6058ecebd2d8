import { expect, test } from 'vitest'
import { type Source, sources } from './tree.ts'

test('what may be refused is typed by its codes, so that one without a sentence does not compile', () => {
  expect(sources().flatMap(source => anyCode(source))).toEqual([])
})

test('an outcome of any code is found, whatever it holds', () => {
  const text = `
    Outcome<null> Outcome<Map<string, { a: 1, b: 2 }>> Outcome<(a: A, b: B) => void>
    Outcome<null, OwnCode> Outcome<Pick<A, 'b'>, 'c'> type Outcome<T, Code> Outcome<{ a: 1; b: 2 }, never>`
  expect(anyCode({ path: 'a.ts', text })).toEqual([
    'a.ts Outcome<null>',
    'a.ts Outcome<Map<string, { a: 1, b: 2 }>>',
    'a.ts Outcome<(a: A, b: B) => void>',
  ])
})

function anyCode({ path, text }: Source): string[] {
  return [...text.matchAll(/\bOutcome<(?!T\b)/g)].flatMap(({ index }) => {
    const written = upToItsEnd(text.slice(index))
    return hasTwo(written) ? [] : [`${path} ${written}`]
  })
}

function upToItsEnd(text: string): string {
  const depth = depthOf()
  const signs = Array.from(text.slice(0, 2000))
  const depths = signs.map(sign => depth(sign))
  return signs.slice(0, depths.indexOf(0, 'Outcome<'.length) + 1).join('')
}

/** Whether there is a comma between its two parts, and not only within one. */
function hasTwo(written: string): boolean {
  const depth = depthOf()
  return [...written].some(sign => depth(sign) === 1 && sign === ',')
}

/** How many brackets are open after each sign; the arrow of a function closes none. */
function depthOf(): (sign: string) => number {
  let [depth, before] = [0, '']
  return sign => {
    if ('<{(['.includes(sign)) depth++
    if ('})]'.includes(sign) || (sign === '>' && before !== '=')) depth--
    before = sign
    return depth
  }
}
