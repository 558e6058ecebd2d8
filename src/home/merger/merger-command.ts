import { inDayMonthYear } from '../../basis/shared/dates.ts'
import { done, type Outcome, type Problem, problemsOf, refused } from '../../basis/shared/outcome.ts'
import type { Printed } from '../../basis/shared/printed.ts'
import { readCommand } from '../../basis/shared/read-command.ts'
import { type FigureChange, figure_words, type MergerPreview, previewMerger, printValue, rule_words } from '../../numbers/figure/index.ts'
import { type Actor, asOwner, change, type Database } from '../../platform/database/index.ts'
import { findAccount } from '../../platform/sign-in/index.ts'
import type { Merger } from '../../register/organisation/index.ts'
import { problemsWithEffects } from './decide-merger.ts'
import { sayEffects } from './effect-words.ts'
import { problemsWithToday } from './plan.ts'
import { unitOfFigures } from './preview-proposal.ts'
import { proposeMerger } from './propose-merger.ts'
import { readPlanFile } from './read-plan-file.ts'
import { type MergerCode, sayProblem } from './words.ts'

export const merger_usage = `neu-guong merger PLAN.json [--unit UNIT] [--json] [--apply --as ACCOUNT]
                     xem trước một văn bản sắp xếp đổi những gì · what an instrument would change
                     --apply --as: trình cho người thứ hai xác nhận, chưa ghi vào sổ · lays it before a second person; the map stays as it is`

const text = { type: 'string' } as const
const yes = { type: 'boolean' } as const
const options = { unit: text, as: text, apply: yes, json: yes } as const
const clerk: Actor = { person_id: null, name: 'neu-guong merger' }

/**
 * `neu-guong merger PLAN.json`: what a merger means; with `--apply --as ACCOUNT` it is laid, in the name of that
 * account, before a second person, who confirms it on a page. 0 done, 2 refused. The preview acts as the owner of the
 * register, as whoever sits at the machine may, and is taken back.
 */
export async function mergerCommand(database: Database, args: string[]): Promise<Printed> {
  const asked = readArgs(args)
  if ('why' in asked) return { code: 2, out: '', err: `${asked.why}\n${merger_usage}\n` }
  const read = await readPlanFile(asked.path)
  if (!read.ok) return refusal(read.problems)
  const plan = read.value
  const unfit = problemsOf(problemsWithToday(plan, database.clock()))
  if (unfit) return refusal(unfit.problems)
  const unit = asked.unit ?? (await unitOfFigures(database.db, plan))
  const outcome = await asOwner(database, owned => previewMerger(owned, clerk, { merger: plan, unit }))
  if (!outcome.ok) return refusal(outcome.problems)
  const left = problemsOf(problemsWithEffects(outcome.value.units))
  if (left) return refusal(left.problems)
  const laid = asked.as === null ? null : await lay(database, plan, asked.as)
  if (laid && !laid.ok) return refusal(laid.problems)
  const answer = { ...outcome.value, ...laid?.value }
  if (asked.json) return { code: 0, out: JSON.stringify(answer, null, 2), err: '' }
  return { code: 0, out: [previewInWords(outcome.value), ...(laid ? [laidInWords(laid.value)] : [])].join('\n\n'), err: '' }
}

type Laid = { merger_proposal_id: number; proposer: string }

async function lay(database: Database, plan: Merger, account: string): Promise<Outcome<Laid, MergerCode>> {
  const proposer = await findAccount(database, account)
  if (!proposer) return refused({ code: 'no-account', values: { account } })
  const laid = await change(database, proposer, tx => proposeMerger(tx, proposer, { plan, now: database.clock() }))
  return laid.ok ? done({ ...laid.value, proposer: proposer.name }) : laid
}

function laidInWords({ merger_proposal_id, proposer }: Laid): string {
  const vi = `Đã trình số ${merger_proposal_id}, thay mặt ${proposer}. Sổ chưa thay đổi: một người khác có phạm vi gồm mọi đơn vị này xác nhận ở trang Sáp nhập.`
  return `${vi}\nLaid as number ${merger_proposal_id} in the name of ${proposer}. The register is unchanged: another person whose reach covers these units confirms it on the page Mergers.`
}

type Asked = { path: string; unit: string | null; as: string | null; json: boolean }

function readArgs(args: string[]): Asked | { why: string } {
  try {
    const { values, positionals } = readCommand({ args, options, allowPositionals: true })
    if (positionals.length !== 1) return { why: 'Nêu một tệp kế hoạch · Name one plan:' }
    const { unit = null, as = null, apply = false, json = false } = values
    if (apply !== (as !== null)) return { why: '--apply đi cùng --as TÊN ĐĂNG NHẬP · --apply goes with --as SIGN-IN NAME:' }
    return { path: positionals[0]!, unit, as, json }
  } catch (error) {
    return { why: (error as Error).message }
  }
}

/** Each problem at its field, in both languages. */
function refusal(problems: Problem<MergerCode>[]): Printed {
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
    ...(figures.length > 0 ? ['', `Số liệu trước và từ ${inDayMonthYear(effective_on)} · figures before and from that day:`, ''] : []),
    ...figures.map(lineOf),
  ].join('\n')
}

function lineOf({ figure, rule, before, after, changes }: FigureChange): string {
  const under = rule ? ` · ${rule}: ${rule_words[rule].vi}` : ''
  const told = changes.map(({ change, row }) => `${change === 'went' ? '−' : change === 'came' ? '+' : '~'} ${row.name}`)
  const line = `${figure} ${figure_words[figure].name.vi}${under}: ${printValue(before.value)} → ${printValue(after.value)}`
  return told.length > 0 ? `${line}\n    ${told.join(', ')}` : line
}
