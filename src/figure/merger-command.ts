import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Actor, asOwner, change, type Database } from '../database/index.ts'
import { type Merger, merger_problem_words, mergeUnits } from '../organisation/index.ts'
import { inDayMonthYear } from '../shared/dates.ts'
import type { Problem } from '../shared/outcome.ts'
import type { Printed } from '../shared/printed.ts'
import { readCommand } from '../shared/read-command.ts'
import { problemInBoth } from '../shared/sentences.ts'
import { type FigureChange, type MergerPreview, previewMerger } from './preview-merger.ts'
import { printValue } from './print-value.ts'
import { figure_words, rule_words } from './words.ts'

export const merger_usage = `neu-guong merger PLAN.json [--unit tinh-bac-kan] [--apply] [--json]
                     xem trước một văn bản sắp xếp đổi số liệu nào · what an instrument would change; --apply ghi vào sổ · writes it`

const instrument = z.object({
  ...{ number: z.string(), issuer: z.string(), title: z.string(), signed_on: z.string() },
  kind: z.enum(['directive', 'resolution', 'decision', 'plan', 'conclusion', 'regulation', 'law', 'other']),
  ...{ effective_on: z.string().nullish(), published_on: z.string().nullish(), note: z.string().nullish() },
})
const successor = z.object({
  ...{ key: z.string(), code: z.string().nullable(), name: z.string(), unit_kind: z.string(), parent: z.string().nullable() },
  population: z.number().nullish(),
})
const share = z.number().nullable()
const edge = z.object({
  ...{ predecessor: z.string(), successor: z.string(), population_share: share, area_share: share },
  certainty: z.enum(['documented', 'inferred', 'unknown']).optional(),
})
const carry = z.object({
  rule: z.enum(['all', 'any', 'population', 'none', 'as-stated']),
  ...{ least_share: z.number().nullish(), stated: z.array(z.string()).optional() },
})

/** A plan as a file: the shape of `Merger` (organisation/), in JSON. */
const plan = z.object({
  ...{ hierarchy: z.string(), instrument, effective_on: z.string(), successors: z.array(successor), edges: z.array(edge) },
  ...{ going_on: z.array(z.string()).optional(), abolished: z.array(z.string()).optional() },
  moved: z.array(z.object({ unit: z.string(), parent: z.string() })).optional(),
  carry: carry.nullish(),
})

const options = { unit: { type: 'string' }, apply: { type: 'boolean' }, json: { type: 'boolean' } } as const
const clerk: Actor = { person_id: null, name: 'neu-guong merger' }

/**
 * `neu-guong merger PLAN.json`: the preview of a merger, or the merger itself. 0 done, 2 refused; nothing is written unless `--apply` is given and everything fits. It acts as the
 * owner of the register, as whoever sits at the machine may: no page writes the map, so the application may not.
 */
export async function mergerCommand(database: Database, args: string[]): Promise<Printed> {
  const read = readArgs(args)
  if ('why' in read) return { code: 2, out: '', err: `${read.why}\n${merger_usage}\n` }
  const { merger, unit, apply, json } = read
  if (apply) {
    const outcome = await asOwner(database, owned => change(owned, clerk, tx => mergeUnits(tx, clerk, merger)))
    return outcome.ok ? { code: 0, out: JSON.stringify(outcome.value, null, 2), err: '' } : refusal(outcome.problems)
  }
  const outcome = await asOwner(database, owned => previewMerger(owned, clerk, { merger, unit }))
  if (!outcome.ok) return refusal(outcome.problems)
  return { code: 0, out: json ? JSON.stringify(outcome.value, null, 2) : previewInWords(outcome.value), err: '' }
}

type Read = { merger: Merger; unit: string; apply: boolean; json: boolean } | { why: string }

function readArgs(args: string[]): Read {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    if (positionals.length !== 1) return { why: 'Nêu một tệp kế hoạch · Name one plan:' }
    const { unit = 'tinh-bac-kan', apply = false, json = false } = values
    const shaped = plan.safeParse(JSON.parse(readFileSync(positionals[0]!, 'utf8')))
    if (!shaped.success) return { why: shaped.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`).join('\n') }
    return { merger: shaped.data, unit, apply, json }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

function refusal(problems: Problem[]): Printed {
  return { code: 2, out: '', err: problems.map(sentenceOf).join('\n') }
}

function sentenceOf(problem: Problem): string {
  return `${problem.field ? `${problem.field}: ` : ''}${problemInBoth(merger_problem_words, problem)}`
}

function previewInWords({ effective_on, figures }: MergerPreview): string {
  return [`Trước và từ ${inDayMonthYear(effective_on)} · before and from that day:`, '', ...figures.map(lineOf)].join('\n')
}

function lineOf({ figure, rule, before, after, changes }: FigureChange): string {
  const under = rule ? ` · ${rule}: ${rule_words[rule].vi}` : ''
  const told = changes.map(({ change, row }) => `${change === 'went' ? '−' : change === 'came' ? '+' : '~'} ${row.name}`)
  const line = `${figure} ${figure_words[figure].name.vi}${under}: ${printValue(before.value)} → ${printValue(after.value)}`
  return told.length > 0 ? `${line}\n    ${told.join(', ')}` : line
}
