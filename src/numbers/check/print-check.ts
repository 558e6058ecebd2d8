import { inDayMonthYear } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { fill } from '../../basis/shared/sentences.ts'
import { figure_words } from '../figure/index.ts'
import type { CheckedQuantity, TextCheck, Verdict } from './check.ts'
import { check_words, dated_by_words, quantity_kind_words, sayDoubt, verdict_words } from './words.ts'

export type PrintOptions = { colour: boolean; lang: 'vi' | 'en'; width?: number }

const COLOURS: Record<Verdict | 'plain' | 'strong', string> = {
  holds: '32',
  differs: '31;1',
  'not-in-register': '2',
  unsure: '33',
  plain: '2',
  strong: '1',
}
const MARKS: Record<Verdict, string> = { holds: '✓', differs: '≠', unsure: '?', 'not-in-register': '–' }

/**
 * A check for people: what needs a hand first, each phrase in its context, then the sum. `width` is that of the
 * terminal, in columns.
 */
export function printCheck(check: TextCheck, options: PrintOptions): string {
  const { lang } = options
  const sentence = (name: string, values: Record<string, string | number>) => fill(lookUp(check_words, name)![lang], values)
  const lines = [
    sentence('judged_by', { day: inDayMonthYear(check.date), by: dated_by_words[check.dated_by][lang] }),
    ...(check.legacy ? [sentence('repaired', { letters: check.legacy })] : []),
    '',
    ...(check.quantities.length === 0
      ? [check_words.nothing![lang]]
      : inOrder(check.quantities).flatMap(quantity => rowOf(quantity, options))),
    '',
    sentence('total', totalsOf(check)),
  ]
  return lines.join('\n')
}

export function totalsOf({ quantities }: TextCheck): Record<'holds' | 'differs' | 'unsure' | 'unknown' | 'plain', number> {
  const count = (verdict: Verdict | null) => quantities.filter(quantity => quantity.verdict === verdict).length
  return {
    ...{ holds: count('holds'), differs: count('differs'), unsure: count('unsure') },
    ...{ unknown: count('not-in-register'), plain: count(null) },
  }
}

const ORDER = ['differs', 'unsure', 'not-in-register', 'holds', null]

function inOrder(quantities: CheckedQuantity[]): CheckedQuantity[] {
  return ORDER.flatMap(verdict => quantities.filter(quantity => quantity.verdict === verdict))
}

/** One line: verdict, phrase in its context; a second one for what the register says, a third for what should stand. */
function rowOf(quantity: CheckedQuantity, { colour, lang, width = 80 }: PrintOptions): string[] {
  const paint = (text: string, as: keyof typeof COLOURS) => (colour ? `\u001b[${COLOURS[as]}m${text}\u001b[0m` : text)
  const { verdict, figure, register_text, should_be } = quantity
  const kind = verdict ? `${MARKS[verdict]} ${verdict_words[verdict][lang]}` : `· ${quantity_kind_words[quantity.kind][lang]}`
  const head = kind.padEnd(HEAD)
  const { before, text, behind } = fitted(quantity, width - HEAD)
  const phrase = `${paint(before, 'plain')}${paint(colour ? text : `[${text}]`, verdict ?? 'plain')}${paint(behind, 'plain')}`
  const indent = ' '.repeat(HEAD)
  return [
    `${paint(head, verdict ?? 'plain')}${phrase}`,
    ...(figure && verdict !== 'unsure'
      ? [`${indent}${figure} ${figure_words[figure].name[lang]}: ${paint(register_text ?? '–', 'strong')}`]
      : []),
    ...(verdict === 'unsure'
      ? wrapped(`${figure ? `${figure} ${figure_words[figure].name[lang]}. ` : ''}${sayDoubt(quantity, lang)}`, width - HEAD, indent)
      : []),
    ...(should_be ? [`${indent}→ ${check_words.should_be![lang]}: ${paint(should_be, 'strong')}`] : []),
  ]
}

const HEAD = 22

/** A sentence in lines no longer than there is room. */
function wrapped(sentence: string, room: number, indent: string): string[] {
  const lines: string[] = ['']
  for (const word of sentence.split(' ')) {
    const line = lines.at(-1)!
    if (line !== '' && line.length + 1 + word.length > room) lines.push(word)
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`
  }
  return lines.map(line => indent + line)
}

/** The phrase with as many words on either side as the line has room for. */
function fitted({ text, context }: CheckedQuantity, room: number): { before: string; text: string; behind: string } {
  const flat = (words: string) => words.replace(/\s+/g, ' ')
  const phrase = flat(text).length > room - 4 ? `${flat(text).slice(0, room - 5)}…` : flat(text)
  const side = Math.max(0, Math.floor((room - 2 - phrase.length) / 2))
  const before = flat(context.before).slice(-side || Infinity)
  const behind = flat(context.behind).slice(0, Math.max(0, room - 2 - phrase.length - before.length))
  return { before: side === 0 ? '' : before.replace(/^\S+\s/, ''), text: phrase, behind: behind.replace(/\s\S*$/, '') }
}
