import { type Actor, asOwner, change, type Database } from '../database/index.ts'
import { type FigureChange, figure_words, type MergerPreview, previewMerger, printValue, rule_words } from '../figure/index.ts'
import { mergeUnits } from '../organisation/index.ts'
import { inDayMonthYear } from '../shared/dates.ts'
import { type Problem, problemsOf } from '../shared/outcome.ts'
import type { Printed } from '../shared/printed.ts'
import { readCommand } from '../shared/read-command.ts'
import { sayEffects } from './effect-words.ts'
import { problemsWithToday } from './plan.ts'
import { readPlanFile } from './read-plan-file.ts'
import { sayProblem } from './words.ts'

export const merger_usage = `neu-guong merger PLAN.json [--unit tinh-bac-kan] [--apply] [--json]
                     xem trước một văn bản sắp xếp đổi những gì · what an instrument would change; --apply ghi vào sổ · writes it`

const options = { unit: { type: 'string' }, apply: { type: 'boolean' }, json: { type: 'boolean' } } as const
const clerk: Actor = { person_id: null, name: 'neu-guong merger' }

/**
 * `neu-guong merger PLAN.json`: the preview of a merger, or the merger itself. 0 done, 2 refused; nothing is written unless `--apply` is given and everything fits. It acts as the
 * owner of the register, as whoever sits at the machine may: no page writes the map, so the application may not.
 */
export async function mergerCommand(database: Database, args: string[]): Promise<Printed> {
  const asked = readArgs(args)
  if ('why' in asked) return { code: 2, out: '', err: `${asked.why}\n${merger_usage}\n` }
  const read = await readPlanFile(asked.path)
  if (!read.ok) return refusal(read.problems)
  const merger = read.value
  const unfit = problemsOf(problemsWithToday(merger, database.clock()))
  if (unfit) return refusal(unfit.problems)
  if (asked.apply) {
    const outcome = await asOwner(database, owned => change(owned, clerk, tx => mergeUnits(tx, clerk, merger)))
    return outcome.ok ? { code: 0, out: JSON.stringify(outcome.value, null, 2), err: '' } : refusal(outcome.problems)
  }
  const outcome = await asOwner(database, owned => previewMerger(owned, clerk, { merger, unit: asked.unit }))
  if (!outcome.ok) return refusal(outcome.problems)
  return { code: 0, out: asked.json ? JSON.stringify(outcome.value, null, 2) : previewInWords(outcome.value), err: '' }
}

type Asked = { path: string; unit: string; apply: boolean; json: boolean }

function readArgs(args: string[]): Asked | { why: string } {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    if (positionals.length !== 1) return { why: 'Nêu một tệp kế hoạch · Name one plan:' }
    const { unit = 'tinh-bac-kan', apply = false, json = false } = values
    return { path: positionals[0]!, unit, apply, json }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

/** Each problem at its field, in both languages. */
function refusal(problems: Problem[]): Printed {
  const lines = problems.map(
    problem => `${problem.field ? `${problem.field}: ` : ''}${sayProblem('vi', problem)} · ${sayProblem('en', problem)}`,
  )
  return { code: 2, out: '', err: lines.join('\n') }
}

function previewInWords({ effective_on, units, figures }: MergerPreview): string {
  const [vi, en] = [sayEffects(units, 'vi'), sayEffects(units, 'en')]
  return [
    `Các đơn vị từ ${inDayMonthYear(effective_on)} · the units from that day on:`,
    ...vi.flatMap((told, i) => [
      `  ${told.name} (${told.key}): ${told.fate} · ${en[i]!.fate}`,
      ...told.lines.flatMap((line, n) => [`    ${line}`, `    ${en[i]!.lines[n]!}`]),
    ]),
    '',
    `Số liệu trước và từ ${inDayMonthYear(effective_on)} · figures before and from that day:`,
    '',
    ...figures.map(lineOf),
  ].join('\n')
}

function lineOf({ figure, rule, before, after, changes }: FigureChange): string {
  const under = rule ? ` · ${rule}: ${rule_words[rule].vi}` : ''
  const told = changes.map(({ change, row }) => `${change === 'went' ? '−' : change === 'came' ? '+' : '~'} ${row.name}`)
  const line = `${figure} ${figure_words[figure].name.vi}${under}: ${printValue(before.value)} → ${printValue(after.value)}`
  return told.length > 0 ? `${line}\n    ${told.join(', ')}` : line
}
