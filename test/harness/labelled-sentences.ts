import { readFileSync } from 'node:fs'
import { findQuantities, type Quantity } from '../../src/basis/quantity/index.ts'

/**
 * How well quantities are read: of those marked, how many were found, with their kind, and with their value; and what
 * was found beside them.
 */
export type ReadingScore = { marked: number; found: number; kind: number; value: number; wrong: string[]; extra: string[] }

type Mark = { text: string; kind: string; least: number | null; most: number | null }

/** Reads sentences «text <TAB> quantity|kind|least|most; …»; an open end is empty. */
export function scoreSentences(path: string): ReadingScore {
  const lines = readFileSync(path, 'utf8').split('\n')
  const score: ReadingScore = { marked: 0, found: 0, kind: 0, value: 0, wrong: [], extra: [] }
  for (const line of lines) if (!line.startsWith('#') && line.includes('\t')) scoreLine(score, line)
  return score
}

function scoreLine(score: ReadingScore, line: string): void {
  const [text = '', marks = ''] = line.split('\t')
  const left = findQuantities(text)
  for (const mark of marksIn(marks)) {
    const at = text.indexOf(mark.text)
    const index = left.findIndex(({ start, end }) => start < at + mark.text.length && end > at)
    const [found] = index < 0 ? [] : left.splice(index, 1)
    const [kind, value] = [found?.kind === mark.kind, found !== undefined && saysValue(found, mark)]
    score.marked++
    score.found += Number(found !== undefined)
    score.kind += Number(kind)
    score.value += Number(value)
    if (!kind || !value) score.wrong.push(`${mark.text} (${text})`)
  }
  score.extra.push(...left.map(quantity => `${quantity.text} (${text})`))
}

function marksIn(marks: string): Mark[] {
  return marks.split(';').flatMap(said => {
    const [text = '', kind = '', least, most] = said.trim().split('|')
    return text === '' ? [] : [{ text, kind, least: end(least), most: end(most) }]
  })
}

function end(said: string | undefined): number | null {
  return said ? Number(said) : null
}

function saysValue({ value }: Quantity, { kind, least, most }: Mark): boolean {
  return kind !== 'claim' || (isNear(value.least, least) && isNear(value.most, most))
}

function isNear(one: number | null, other: number | null): boolean {
  return one === null || other === null ? one === other : Math.abs(one - other) < 1e-6
}
