import { type Problem, problemsOf, type Refusal } from '../../basis/shared/outcome.ts'
import { type StaffContext, showStaffPage, withFlash } from '../../platform/sign-in/index.ts'
import { answersIn, problemsWith, sayProblems, type Typed, typedInto } from '../../platform/staff/index.ts'
import { showError, type WebContext } from '../../platform/web/index.ts'
import { askingOf, type Block, block_problems, blocks, canStand, page_regions, type Region } from '../portal/index.ts'
import type { ArrangedBlock } from './arrangement/arranged-blocks.ts'
import { changeArrangement, refusalToArrange } from './arrangement/change-arrangement.ts'
import type { Arrangement } from './arrangement/find-arrangement.ts'
import { sentAbout } from './arrangement-routes.tsx'
import { type ArrangerOptions, arrangementAt, standingAt } from './arranger-options.ts'
import { BlockPage } from './pages/block.tsx'
import { arrangement_problems } from './problem-words.ts'

/** Where a block is set up: a new one for a region, or one that stands. */
type Setting = { arrangement: Arrangement; block: Block; region: Region; one?: ArrangedBlock }

export async function showAdd(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const setting = await newSetting(c, work, c.req.query('khoi') ?? '', c.req.query('vung') ?? '')
  return setting instanceof Response ? setting : showSetting(c, work, options, setting, setting.block.setup.typed({}), [])
}

export async function addBlock(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const setting = await newSetting(c, work, sent.khoi ?? '', sent.vung ?? '')
  if (setting instanceof Response) return setting
  const { block, region } = setting
  const { typed, settings, problems } = await settingsIn(block, sent, work, options)
  if (problems.length > 0) return showSetting(c, work, options, setting, typed, problems)
  const change = { op: 'add', region, block: block.type, settings } as const
  const outcome = await work.change(tx => changeArrangement(tx, work.actor, { ...about, change }))
  if (!outcome.ok) return showSetting(c, work, options, setting, typed, outcome.problems)
  return c.redirect(`${withFlash(c.var.view.to.arrangement(setting.arrangement), { xong: 'them' })}#khoi-${outcome.value.n}`, 303)
}

/** The arrangement of the address with a block that can stand in a region of its page, while it is being arranged. */
async function newSetting(c: WebContext, work: StaffContext, type: string, asked: string): Promise<Setting | Response> {
  const arrangement = await arrangementToChange(c, work)
  if (arrangement instanceof Response) return arrangement
  const block = blocks.get(type)
  const region = page_regions[arrangement.page].find(name => name === asked)
  return block && region && canStand(type, arrangement.page, region) ? { arrangement, block, region } : showError(c, 404)
}

async function arrangementToChange(c: WebContext, work: StaffContext): Promise<Arrangement | Response> {
  const arrangement = await arrangementAt(c, work)
  if (arrangement instanceof Response) return arrangement
  const may_not = refusalToArrange(arrangement, await standingAt(work))
  return may_not ? c.redirect(c.var.view.to.arrangement(arrangement), 303) : arrangement
}

export async function showBlock(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const setting = await oldSetting(c, work)
  return setting instanceof Response ? setting : showSetting(c, work, options, setting, setting.block.setup.typed(setting.one.settings), [])
}

export async function setBlock(c: WebContext, work: StaffContext, options: ArrangerOptions): Promise<Response> {
  const { sent, ...about } = await sentAbout(c, work)
  const setting = await oldSetting(c, work)
  if (setting instanceof Response) return setting
  const { typed, settings, problems } = await settingsIn(setting.block, sent, work, options)
  if (problems.length > 0) return showSetting(c, work, options, setting, typed, problems, about.read)
  const { n } = setting.one
  const outcome = await work.change(tx => changeArrangement(tx, work.actor, { ...about, change: { op: 'set', n, settings } }))
  // The page that comes back has seen theirs: to save again is to decide.
  if (!outcome.ok) return showSetting(c, work, options, setting, typed, outcome.problems)
  return c.redirect(`${withFlash(c.var.view.to.arrangement(setting.arrangement), { xong: 'luu' })}#khoi-${n}`, 303)
}

async function oldSetting(c: WebContext, work: StaffContext): Promise<(Setting & { one: ArrangedBlock }) | Response> {
  const arrangement = await arrangementToChange(c, work)
  if (arrangement instanceof Response) return arrangement
  const one = arrangement.blocks.find(({ n }) => String(n) === c.req.param('block'))
  const block = blocks.get(one?.block ?? '')
  return one && block ? { arrangement, block, region: one.region, one } : showError(c, 404)
}

const problem_words = { ...arrangement_problems, ...block_problems }
type BlockProblem = Problem<keyof typeof problem_words>

type Read = { typed: Typed; settings: Record<string, unknown>; problems: readonly BlockProblem[] }

/** What was typed into the form of a block, as its settings; by its fields first, then by what the register says. */
async function settingsIn(
  block: Block,
  sent: Record<string, string>,
  { staff_page, today }: StaffContext,
  { portal }: ArrangerOptions,
): Promise<Read> {
  const { form, meant, problems } = block.setup
  const typed = typedInto(form, sent)
  // `setup` has held the codes of the form against their sentences where it was declared.
  const unfit = problemsOf(problemsWith(form, answersIn(form, typed), { today })) as Refusal<BlockProblem['code']> | null
  const settings = unfit ? {} : meant(typed)
  return { typed, settings, problems: unfit?.problems ?? (await problems(askingOf(portal, staff_page.view), settings)) }
}

async function showSetting(
  c: WebContext,
  { staff_page }: StaffContext,
  { portal }: ArrangerOptions,
  setting: Setting,
  typed: Typed,
  problems: readonly BlockProblem[],
  read = setting.arrangement.version,
): Promise<Response> {
  const { form, options } = setting.block.setup
  const field_errors = sayProblems(problem_words, { lang: staff_page.view.lang, form }, problems)
  const page = { ...staff_page, ...setting, typed, field_errors, read, options: await options(askingOf(portal, staff_page.view)) }
  return showStaffPage(c, <BlockPage {...page} />, problems.length > 0 ? 422 : 200)
}
