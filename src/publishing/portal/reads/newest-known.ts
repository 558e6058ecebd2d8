import { done, type Outcome } from '../../../basis/shared/outcome.ts'
import { type Asked, catalogue, type FigureCode, type FigureId, isFigureId, type PublicAnswer } from '../../../numbers/figure/index.ts'
import { tablesRead } from '../../../platform/database/index.ts'
import { findRoot, findSuccessor } from '../../../register/organisation/index.ts'
import type { Asking } from '../blocks/block.ts'

const first_year = 2016

/** What decides of which unit a figure is shown where nobody asked for one. */
export const newest_tables = [findRoot, findSuccessor].flatMap(read => tablesRead(read.sql))

/**
 * What a figure comes to. Where nobody asked for a year: of the newest that has something to count. That may be next
 * year, whose campaign has begun; but nothing out of many says then no more than that it is early. Where nobody asked
 * for a unit: of what the register's root has become, if that has such a year, and otherwise of the root.
 */
export async function newestKnown(asking: Asking, figure: FigureId, asked: Asked): Promise<Outcome<PublicAnswer, FigureCode>> {
  const as_asked = await asking.answer(figure, asked)
  if (!catalogue[figure].takes.includes('year') || !mayHaveAnother(as_asked)) return as_asked
  const successor = asked.unit === undefined ? await successorOfRoot(asking, figure, asked) : null
  const of_successor = successor && (await firstKnown(asking, figure, { ...asked, unit: successor }))
  const found = of_successor ?? (await firstKnown(asking, figure, asked))
  return found ? done(found) : as_asked
}

/** A question that is refused for another reason is refused for every year. */
function mayHaveAnother(answer: Outcome<PublicAnswer, FigureCode>): boolean {
  return answer.ok || answer.problems.every(({ code }) => code === 'nothing-known')
}

async function firstKnown(asking: Asking, figure: FigureId, asked: Asked): Promise<PublicAnswer | null> {
  const this_year = Number(dayIn(asking, asked).slice(0, 4))
  const years = asked.year === undefined ? yearsDown(this_year + 1) : [asked.year]
  for (const year of years) {
    const answer = await asking.answer(figure, { ...asked, year })
    if (answer.ok && hasCome(answer.value.value, asked.year === undefined && Number(year) > this_year)) return answer.value
    if (!mayHaveAnother(answer)) return null
  }
  return null
}

function yearsDown(from: number): number[] {
  return Array.from({ length: from - first_year + 1 }, (_, i) => from - i)
}

function hasCome(value: PublicAnswer['value'], is_early: boolean): boolean {
  return value.kind !== 'none-due' && !(is_early && value.kind === 'rate' && value.numerator === 0)
}

/** The register's root, where a figure is shown of what it has become and nobody had asked for a unit. */
export async function rootBefore(asking: Asking, asked: Asked, { figure, parameters }: PublicAnswer): Promise<Root | null> {
  if (asked.unit !== undefined || !isFigureId(figure)) return null
  const root = await rootOf(asking, figure, asked)
  return root && root.key !== parameters.unit ? root : null
}

/** The key of what the root has become by the day; null where it is still itself. */
async function successorOfRoot(asking: Asking, figure: FigureId, asked: Asked): Promise<string | null> {
  const root = await rootOf(asking, figure, asked)
  if (!root) return null
  const known_at = asked.recorded_as_of ?? asking.now.toISOString()
  const day = dayIn(asking, asked)
  const [successor] = await findSuccessor(asking.reads, { unit: root.key, day, known_at })
  return successor?.key ?? null
}

export type Root = { key: string; name: string; unit_kind: string }

async function rootOf(asking: Asking, figure: FigureId, asked: Asked): Promise<Root | null> {
  const [root] = await findRoot(asking.reads, { hierarchy: catalogue[figure].defaults.hierarchy, day: dayIn(asking, asked) })
  return root ?? null
}

function dayIn({ day }: Asking, { valid_as_of = day }: Asked): string {
  return valid_as_of
}
