import { inDayMonthYear } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import type { Printed } from '../../basis/shared/printed.ts'
import { readCommand } from '../../basis/shared/read-command.ts'
import { problemInBoth } from '../../basis/shared/sentences.ts'
import type { Reads } from '../../platform/database/index.ts'
import { answerQuestion } from './answer-question.ts'
import { catalogue, isFigureId } from './catalogue.ts'
import type { Answer, FigureRow } from './figure.ts'
import type { Asked } from './parameters.ts'
import { printValue } from './print-value.ts'
import { clocksInWords, figure_words, map_words, problem_words, rule_words, sentenceOf } from './words.ts'

export const figure_usage = `neu-guong figure F16 [--valid-as-of 2021-02-19] [--recorded-as-of INSTANT] [--map as-was|as-of|restated] [--map-day DAY]
                     [--unit KEY] [--year YEAR] [--from DAY] [--to DAY] [--level LEVEL] [--kind KIND] [--rule RULE] [--json] [--sql]`

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const options = {
  ...{ 'valid-as-of': text, 'recorded-as-of': text, map: text, 'map-day': text, unit: text, year: text, from: text, to: text },
  ...{ level: text, kind: text, rule: text, json: yes, sql: yes },
} as const

/** `neu-guong figure …`: one question, answered in words or as JSON. */
export async function figureCommand(db: Reads, args: string[], now: Date): Promise<Printed> {
  const read = readArgs(args)
  if ('why' in read) return { code: 2, out: '', err: `${read.why}\n${figure_usage}\n` }
  const { figure, json, sql, asked } = read
  if (sql && isFigureId(figure)) return { code: 0, out: catalogue[figure].reads.map(query => query.sql.trim()).join('\n\n'), err: '' }
  const outcome = await answerQuestion(db, figure, asked, now)
  if (!outcome.ok) return { code: 2, out: '', err: outcome.problems.map(problemInWords).join('\n') }
  return { code: 0, out: json ? JSON.stringify(outcome.value, null, 2) : answerInWords(outcome.value), err: '' }
}

type Read = { figure: string; json: boolean; sql: boolean; asked: Asked } | { why: string }

function readArgs(args: string[]): Read {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    if (positionals.length !== 1) return { why: 'Nêu một số liệu · Name one figure:' }
    const { json = false, sql = false, ...rest } = values
    const asked = Object.fromEntries(Object.entries(rest).map(([name, value]) => [name.replaceAll('-', '_'), value])) as Asked
    return { figure: positionals[0]!.toUpperCase(), json, sql, asked }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

function problemInWords(problem: Problem<keyof typeof problem_words>): string {
  return `${problem.field ? `${problem.field}: ` : ''}${problemInBoth(problem_words, problem)}`
}

function answerInWords(answer: Answer): string {
  const { figure, parameters, value, numerator, denominator, rule, rows, digest } = answer
  const id = figure as keyof typeof figure_words
  const lines = [
    `${figure} · ${figure_words[id].name.vi} · ${figure_words[id].name.en}`,
    sentenceOf(id, answer, 'vi'),
    '',
    `  ${printValue(value)}`,
    ...(denominator === null ? [] : [`  ${numerator} / ${denominator}`]),
    ...(value.kind === 'change' ? [`  ${inDayMonthYear(value.since)}: ${value.before}`] : []),
    '',
    `  ${clocksInWords(parameters, 'vi')}`,
    `  ${map_words[parameters.map].vi}${parameters.map === 'restated' ? ` (${inDayMonthYear(parameters.map_day)})` : ''}`,
    ...(rule ? [`  ${ruleInWords(rule)}`] : []),
    '',
    ...rows.map(rowInWords),
    '',
    `${rows.length} dòng · rows   sha-256 ${digest}`,
  ]
  return lines.join('\n')
}

function ruleInWords(rule: string): string {
  return rule
    .split(', ')
    .map(name => `${name}: ${lookUp(rule_words, name)?.vi ?? name}`)
    .join('; ')
}

function rowInWords({ key, name, ...rest }: FigureRow): string {
  const facts = Object.entries(rest).filter(([, value]) => value !== null && value !== '' && value !== false)
  return `  ${name.padEnd(24)} ${facts.map(([field, value]) => (value === true ? field : `${field} ${value}`)).join(' · ')}  [${key}]`
}
