import { CompiledQuery } from 'kysely'
import { dayBefore } from '../../basis/shared/dates.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { type Actor, change, type Database, type Tx } from '../../platform/database/index.ts'
import { type CarryRule, type Merger, mergeUnits, type OrganisationCode } from '../../register/organisation/index.ts'
import { answerFigure } from './answer-figure.ts'
import { type FigureId, figure_ids_of_the_map } from './catalogue.ts'
import type { Answer } from './figure.ts'
import { type RowChange, rowChanges } from './prove-run.ts'
import { listMergerEffects, type UnitEffect } from './reads/list-merger-effects.ts'
import type { FigureCode } from './words.ts'

type PreviewCode = OrganisationCode | FigureCode

/**
 * One figure on the eve and on the day of a merger. `rule` is the carry rule tried; null is what the instrument orders.
 */
export type FigureChange = { figure: FigureId; rule: CarryRule | null; before: Answer; after: Answer; changes: RowChange[] }
export type MergerPreview = {
  effective_on: string
  unit: string | null
  units: UnitEffect[]
  figures: FigureChange[]
  recognitions: RecognitionFate[]
}

/**
 * A commune that held a standing on the eve and does not go on as itself; of each rule (`ordered`: the instrument's
 * own) the names of those that hold it from the day on. None: it lapses.
 */
export type RecognitionFate = { key: string; name: string; rank: number; held_on_by: Record<RuleShown, string[]> }

/** Under which rules a standing is shown, so that whoever drafts the instrument sees what each would mean. */
const rules_tried = ['all', 'any', 'none'] as const
export const rules_shown = ['ordered', ...rules_tried] as const
export type RuleShown = (typeof rules_shown)[number]

/**
 * What a merger would change: it is carried out in a transaction, what it means for each unit and the figures on its
 * eve and on its day are asked, and everything is taken back. Nothing is written. `unit` is the key of the unit whose
 * figures are asked; null asks none. Refusals are those of `mergeUnits`, and of the figures (unknown-unit).
 */
export async function previewMerger(
  database: Pick<Database, 'kysely'>,
  actor: Actor,
  { merger, unit }: { merger: Merger; unit: string | null },
): Promise<Outcome<MergerPreview, PreviewCode>> {
  let preview: MergerPreview | null = null
  const outcome = await change(database, actor, async tx => {
    const merged = await mergeUnits(tx, actor, merger)
    if (!merged.ok) return merged
    // The laws that wait for the commit are asked now: there will be none.
    await tx.executeQuery(CompiledQuery.raw('set constraints all immediate'))
    const units = await listMergerEffects(tx, merger)
    const figures = unit === null ? done([]) : await figuresAround(tx, merger, unit)
    if (!figures.ok) return figures
    preview = { effective_on: merger.effective_on, unit, units, figures: figures.value, recognitions: fatesOfRecognitions(figures.value) }
    return refused({ code: 'only-a-preview' })
  })
  return preview ? done(preview) : (outcome as Outcome<MergerPreview, PreviewCode>)
}

async function figuresAround(tx: Tx, { effective_on }: Merger, unit: string): Promise<Outcome<FigureChange[], FigureCode>> {
  const { rows } = await tx.executeQuery<{ now: string }>(CompiledQuery.raw('select recorded_now() as now'))
  const changes: FigureChange[] = []
  for (const { figure, rule } of questions()) {
    const ask = (valid_as_of: string) => {
      const asked = { unit, valid_as_of, recorded_as_of: rows[0]!.now, ...(rule && { rule }) }
      return answerFigure(tx, figure, asked, new Date(rows[0]!.now))
    }
    const [before, after] = [await ask(dayBefore(effective_on)), await ask(effective_on)]
    if (!before.ok) return before
    if (!after.ok) return after
    changes.push({ figure, rule, before: before.value, after: after.value, changes: rowChanges(before.value.rows, after.value.rows) })
  }
  return done(changes)
}

function questions(): { figure: FigureId; rule: CarryRule | null }[] {
  const as_ordered = figure_ids_of_the_map.map(figure => ({ figure, rule: null }))
  return [...as_ordered, ...rules_tried.map(rule => ({ figure: 'F16' as const, rule }))]
}

/** What becomes of each recognition that a merger touches: read from F16 as it comes out under each rule. */
function fatesOfRecognitions(figures: readonly FigureChange[]): RecognitionFate[] {
  const standing = figures.filter(({ figure }) => figure === 'F16')
  const holders = standing[0]?.before.rows ?? []
  const fates = holders.map(({ key, name, rank }) => ({
    ...{ key, name: String(name), rank: Number(rank) },
    held_on_by: Object.fromEntries(standing.map(({ rule, after }) => [rule ?? 'ordered', heirsAmong(after.rows, key)])),
  }))
  return fates.filter(({ key }) => !standing.some(({ after }) => after.rows.some(row => row.key === key))) as RecognitionFate[]
}

function heirsAmong(rows: Answer['rows'], key: string): string[] {
  return rows
    .filter(({ carried_from }) =>
      String(carried_from ?? '')
        .split(' ')
        .includes(key),
    )
    .map(({ name }) => String(name))
}
