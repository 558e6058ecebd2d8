import type { Db } from '../database/index.ts'
import { atOnce } from '../shared/at-once.ts'
import { canonicalJson } from '../shared/canonical-json.ts'
import { dayOf } from '../shared/dates.ts'
import { FreshMemory, nextMidnight } from '../web/index.ts'
import { answerFigure } from './answer-figure.ts'
import { catalogue, isFigureId, tablesOf } from './catalogue.ts'
import type { Answer, FigureParameters } from './figure.ts'
import { type Ask, type FigureRun, type Proof, proveRun } from './prove-run.ts'

/** What can be asked of the figures at an instant: a question, or what has become of a frozen run. */
export type FiguresAt = { now: Date; ask: Ask; prove(run: FigureRun): Promise<Proof> }

/** Answers and proofs remembered until a table behind their figure changes, or the day ends: an article of many numbers then costs no query for them. */
export type FigureMemory = { answers: FreshMemory<Answer | null>; proofs: FreshMemory<Proof> }

export function openFigureMemory(): FigureMemory {
  return { answers: new FreshMemory(), proofs: new FreshMemory() }
}

/** The figures as the database knows them at an instant. */
export function figuresAt(db: Db, now: Date): FiguresAt {
  const ask = asking(db, now)
  return { now, ask, prove: run => proveRun(ask, run) }
}

/** The same, remembered. */
export function rememberedFigures(db: Db, { answers, proofs }: FigureMemory, now: Date): FiguresAt {
  const asked = asking(db, now)
  const until = nextMidnight(now).getTime()
  const day = dayOf(now)
  const made = <Value>(figure: string, value: Value) => ({ value, tags: isFigureId(figure) ? tablesOf(figure) : [], until })
  const ask: Ask = (figure, parameters) =>
    answers.recall(keyOf(figure, parameters, day), async () => made(figure, await asked(figure, parameters)))
  // A run never changes, so its number and the day are the whole question.
  const prove = (run: FigureRun) => proofs.recall(`${run.figure_run_id} ${day}`, async () => made(run.figure, await proveRun(ask, run)))
  return { now, ask, prove }
}

/** How many questions whoever asks may have at the database at once: a page of a hundred numbers must not take all connections. */
const questions_at_once = 4

/** Asks figures of a database at an instant. */
export function asking(db: Db, now: Date): Ask {
  const inTurn = atOnce(questions_at_once)
  return async (figure, parameters) => {
    const asked = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null))
    const outcome = await inTurn(() => answerFigure(db, figure, asked, now))
    return outcome.ok ? outcome.value : null
  }
}

/** The definition's version belongs to the question: another definition answers another question. */
function keyOf(figure: string, parameters: Partial<FigureParameters>, day: string): string {
  const version = isFigureId(figure) ? catalogue[figure].version : 0
  return `${figure}/${version} ${day} ${canonicalJson(parameters)}`
}
