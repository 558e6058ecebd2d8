import { problemsWithDay, problemsWithInstant } from '../../basis/shared/asked-days.ts'
import { done, type Outcome, problemsOf } from '../../basis/shared/outcome.ts'
import type { Printed } from '../../basis/shared/printed.ts'
import { readCommand } from '../../basis/shared/read-command.ts'
import { problemInBoth } from '../../basis/shared/sentences.ts'
import type { Db } from '../../platform/database/index.ts'
import type { TextCheck } from './check.ts'
import { checkText } from './check-text.ts'
import { printCheck, totalsOf } from './print-check.ts'
import { readTextFile } from './read-file.ts'
import { type UnreadableCode, unreadable_words } from './words.ts'

export const check_usage = `neu-guong check FILE [--valid-as-of 2021-02-19] [--recorded-as-of INSTANT] [--strict] [--json] [--en]
                     FILE: .txt, .md, .html, or - · 0 mọi số xét được đều đúng, 1 có số khác, 2 không đọc được · 0 all that were judged hold, 1 one differs, 2 unreadable
                     --strict: 1 cả khi có số chưa chắc hay chưa có trong sổ · 1 also where one is unsure or not in the register`

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const options = { 'valid-as-of': text, 'recorded-as-of': text, strict: yes, json: yes, en: yes } as const

export type CheckFileOptions = { valid_as_of?: string | undefined; recorded_as_of?: string | undefined; now: Date }

/**
 * `neu-guong check FILE …`. Exit 0: every claim that was judged holds; 1: one differs, or (strict) one is unsure or not
 * in the register; 2: it cannot be read.
 */
export async function checkCommand(db: Db, args: string[], now: Date, colour: boolean): Promise<Printed> {
  const read = readArgs(args)
  if ('why' in read) return { code: 2, out: '', err: `${read.why}\n${check_usage}\n` }
  const { path, json, lang, strict, ...rest } = read
  const outcome = await checkFile(db, path, { ...rest, now })
  if (!outcome.ok) return { code: 2, out: '', err: outcome.problems.map(problem => problemInBoth(unreadable_words, problem)).join('\n') }
  const { differs, unsure, unknown } = totalsOf(outcome.value)
  const code = differs + (strict ? unsure + unknown : 0) > 0 ? 1 : 0
  return { code, out: json ? JSON.stringify(outcome.value, null, 2) : printCheck(outcome.value, { colour, lang }), err: '' }
}

/** Reads a file (or standard input, "-") and checks it. Refusals say why it cannot be read. */
export async function checkFile(
  db: Db,
  path: string,
  { valid_as_of, recorded_as_of, now }: CheckFileOptions,
): Promise<Outcome<TextCheck, UnreadableCode>> {
  const unfit = problemsOf([
    ...(valid_as_of === undefined ? [] : problemsWithDay('--valid-as-of', valid_as_of, now)),
    ...(recorded_as_of === undefined ? [] : problemsWithInstant('--recorded-as-of', recorded_as_of, now)),
  ])
  if (unfit) return unfit
  const file = await readTextFile(path)
  if (!file.ok) return file
  const { text, format, encoding } = file.value
  const check = await checkText(db, { text, format, valid_as_of, recorded_as_of, now })
  return done({ ...check, legacy: check.legacy ?? (encoding === 'windows-1258' ? encoding : null) })
}

type Read =
  | {
      path: string
      json: boolean
      strict: boolean
      lang: 'vi' | 'en'
      valid_as_of?: string | undefined
      recorded_as_of?: string | undefined
    }
  | { why: string }

function readArgs(args: string[]): Read {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    if (positionals.length !== 1) return { why: 'Nêu một tệp · Name one file:' }
    const { 'valid-as-of': valid_as_of, 'recorded-as-of': recorded_as_of, strict = false, json = false, en = false } = values
    return { path: positionals[0]!, json, strict, lang: en ? 'en' : 'vi', valid_as_of, recorded_as_of }
  } catch (error) {
    return { why: (error as Error).message }
  }
}
