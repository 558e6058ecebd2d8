import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readText } from '../src/basis/quantity/index.ts'
import { type Result, rounded, type Say } from './measure.ts'

type Phrase = { said: string; kind: 'claim' | 'ordinal' | 'date'; value: number | null; in: string }

/**
 * The Vietnamese corpora of Duckling (https://github.com/facebook/duckling), in a folder: how many of their phrases are
 * found in a sentence of our own, with their kind and their value. Left out is what no newspaper writes («3M», «,77»,
 * rupees) and what names no number («hôm qua»).
 */
export function benchDuckling(folder: string, say: Say): Result[] {
  const phrases = dimensions.flatMap(dimension => phrasesOf(folder, dimension))
  const read = phrases.map(phrase => ({ phrase, ...readPhrase(phrase) }))
  for (const { phrase, found, kind, value } of read)
    if (!found || !kind || !value) say(`Duckling: «${phrase.said}» ${found ? (kind ? 'another value' : 'another kind') : 'not found'}`)
  const share = (what: string, count: number, goal: number): Result => {
    const value = count / read.length
    return { what, value: rounded(value, 3), unit: '', against: null, ratio: null, goal: `≥ ${goal}`, met: value >= goal }
  }
  return [
    share(`Duckling's phrases (${read.length}): found`, read.filter(({ found }) => found).length, 0.98),
    share('their kind', read.filter(({ kind }) => kind).length, 0.95),
    share('their value', read.filter(({ value }) => value).length, 0.96),
  ]
}

type Dimension = { name: string; kind: Phrase['kind']; value: RegExp | null; in: string; left_out: RegExp }

const no_number = /^\D*$/
const dimensions: readonly Dimension[] = [
  {
    name: 'Numeral',
    kind: 'claim',
    value: /NumeralValue \(?(-?[\d.]+)/,
    in: 'Có {} hộ dân.',
    left_out: /[KkMG]$|^-?,|^0\d,|^-|^âm|^trăm$|^không$/,
  },
  {
    name: 'AmountOfMoney',
    kind: 'claim',
    value: /simple (?:VND|Dollar|USD|EUR) ([\d.]+)/,
    in: 'Tổng chi {} trong đợt.',
    left_out: /[KkMG]|xen|xu|^\D*hai đô 23|chấm|phẩy|^VN\$|^USD|^EUR|^\$/,
  },
  { name: 'Ordinal', kind: 'ordinal', value: /OrdinalData (\d+)/, in: 'Đây là lần {}.', left_out: /^đầu tiên$/ },
  {
    name: 'Time',
    kind: 'date',
    value: null,
    in: 'Hội nghị họp vào {}.',
    left_out: /CET|^\d+ s |bữa|tuần (này|tới|sau)|của tuần|đầu tiên|\d:\d\d:\d\d|^7\/3$/,
  },
]

const EXAMPLES = /examples\w*\s*\(([^[]*?)\)\s*\[([^\]]*)\]/g

function phrasesOf(folder: string, { name, kind, value, in: sentence, left_out }: Dimension): Phrase[] {
  const corpus = readFileSync(join(folder, 'Duckling', name, 'VI', 'Corpus.hs'), 'utf8')
  return [...corpus.matchAll(EXAMPLES)].flatMap(([, of = '', list = '']) => {
    const number = value?.exec(of)?.[1]
    if (value && !number) return []
    const said = [...list.matchAll(/"([^"]*)"/g)].map(([, phrase = '']) => phrase)
    const taken = said.filter(phrase => !left_out.test(phrase) && (kind !== 'date' || namesNumber(phrase)))
    return taken.map(phrase => ({ said: phrase, kind, value: number ? Number(number) : null, in: sentence }))
  })
}

/** A day, a month, an hour: digits, or a word for a number; «thứ» alone needs a weekday. */
function namesNumber(phrase: string): boolean {
  return (
    !no_number.test(phrase) || /(thứ|tháng|quý|giờ|tiếng)\s+(hai|ba|tư|năm|sáu|mười)|(hai|ba|một|mười)\s+(giờ|tiếng|tháng)/.test(phrase)
  )
}

function readPhrase({ said, kind, value, in: sentence }: Phrase): { found: boolean; kind: boolean; value: boolean } {
  const at = sentence.indexOf('{}')
  const found = readText(sentence.replace('{}', said)).quantities.filter(({ start, end }) => start < at + said.length && end > at)
  const right = found.find(quantity => quantity.kind === kind)
  const is_value = value === null || right?.value.least === value || right?.value.most === value || right?.detail?.value === value
  return { found: found.length > 0, kind: right !== undefined, value: right !== undefined && is_value }
}
