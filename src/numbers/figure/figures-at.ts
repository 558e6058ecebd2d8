import { atOnce } from '../../basis/shared/at-once.ts'
import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import { dayOf } from '../../basis/shared/dates.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import type { Reads } from '../../platform/database/index.ts'
import { nextMidnight, TaggedCache } from '../../platform/web/index.ts'
import { answerFigure } from './answer-figure.ts'
import { answerQuestion } from './answer-question.ts'
import { catalogue, isFigureId, tablesOf } from './catalogue.ts'
import type { FigureParameters } from './figure.ts'
import type { Asked } from './parameters.ts'
import { type Ask, asOfToday, type FigureRun, proveRun } from './prove-run.ts'
import { answerPublicly } from './public/answer-publicly.ts'
import type { PublicAnswer } from './public/public-answer.ts'
import { type PublicProof, publicProof } from './public/public-proof.ts'
import { suppressSmallCells } from './public/suppress-small-cells.ts'
import { findWhy, type Why } from './public/why-different.ts'
import { type ReadMemory, rememberedReads } from './remembered-reads.ts'
import type { FigureCode } from './words.ts'

/** Asks a figure for everybody; null where there is no answer. */
export type AskPublicly = (figure: string, asked: Partial<FigureParameters>) => Promise<PublicAnswer | null>

/**
 * What everybody can ask of the figures at an instant: a question, with its problems where they are wanted, or what has
 * become of a frozen run.
 */
export type FiguresAt = {
  now: Date
  /** What else is asked of the register at that instant, remembered where the figures are. */
  reads: Reads
  ask: AskPublicly
  answer(figure: string, asked: Asked): Promise<Outcome<PublicAnswer, FigureCode>>
  prove(run: FigureRun): Promise<PublicProof>
  /** The same question of today, and why it comes to something else. */
  sinceThen(earlier: PublicAnswer): Promise<SinceThen>
}
export type SinceThen = { today: PublicAnswer | null; why: Why | null }

/**
 * Answers and proofs remembered until a table behind their figure changes, or the day ends: an article of many numbers
 * then costs no query for them.
 */
export type FigureMemory = {
  answers: TaggedCache<PublicAnswer | null>
  proofs: TaggedCache<PublicProof>
  reads: ReadMemory
}

export function openFigureMemory(): FigureMemory {
  return { answers: new TaggedCache(), proofs: new TaggedCache(), reads: new TaggedCache() }
}

/**
 * How many questions whoever asks may have at the database at once: a page of a hundred numbers must not take all
 * connections.
 */
const questions_at_once = 4

/** The figures as the database knows them at an instant. */
export function figuresAt(db: Reads, now: Date): FiguresAt {
  const inTurn = atOnce(questions_at_once)
  const answer: FiguresAt['answer'] = (figure, asked) => inTurn(() => answerPublicly(db, figure, asked, { now, answer: answerQuestion }))
  const ask: AskPublicly = async (figure, parameters) => {
    const outcome = await inTurn(() => answerPublicly(db, figure, given(parameters), { now }))
    return outcome.ok ? outcome.value : null
  }
  const prove = async (run: FigureRun) =>
    publicProof(await proveRun(asking(db, now), run), {
      suppress: answer => inTurn(() => suppressSmallCells(db, answer, now)),
      why: compared => inTurn(() => findWhy(db, compared)),
    })
  return { now, reads: db, ask, answer, prove, sinceThen: sinceThen(db, ask) }
}

/** The same, remembered. */
export function rememberedFigures(db: Reads, memory: FigureMemory, now: Date): FiguresAt {
  const until = nextMidnight(now).getTime()
  const day = dayOf(now)
  const made = <Value>(figure: string, value: Value) => ({ value, tags: isFigureId(figure) ? tablesOf(figure) : [], until })
  const reads = rememberedReads(db, memory.reads, now)
  const { answer, ...asked } = figuresAt(reads, now)
  const ask: AskPublicly = (figure, parameters) =>
    memory.answers.recall(keyOf(figure, parameters, day), async () => made(figure, await asked.ask(figure, parameters)))
  // A run never changes, so its number and the day are the whole question.
  const prove = (run: FigureRun) =>
    memory.proofs.recall(`${run.figure_run_id} ${day}`, async () => made(run.figure, await asked.prove(run)))
  return { now, reads, ask, answer, prove, sinceThen: sinceThen(reads, ask) }
}

function sinceThen(db: Reads, ask: AskPublicly): FiguresAt['sinceThen'] {
  return async earlier => {
    const today = await ask(earlier.figure, asOfToday(earlier.parameters))
    return { today, why: today && (await findWhy(db, { earlier, today })) }
  }
}

/** Asks the register itself at an instant: for what is not shown to everybody. */
export function asking(db: Reads, now: Date): Ask {
  const inTurn = atOnce(questions_at_once)
  return async (figure, parameters) => {
    const outcome = await inTurn(() => answerFigure(db, figure, given(parameters), now))
    return outcome.ok ? outcome.value : null
  }
}

function given(parameters: Partial<FigureParameters>): Asked {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null))
}

/** The definition's version belongs to the question: another definition answers another question. */
function keyOf(figure: string, parameters: Partial<FigureParameters>, day: string): string {
  const version = isFigureId(figure) ? catalogue[figure].version : 0
  return `${figure}/${version} ${day} ${canonicalJson(parameters)}`
}
