import type { Db } from '../database/index.ts'
import { canonicalJson } from '../shared/canonical-json.ts'
import { dayOf } from '../shared/dates.ts'
import { type FreshMemory, nextMidnight } from '../web/index.ts'
import { answerFigure } from './answer-figure.ts'
import { catalogue, isFigureId, tablesOf } from './catalogue.ts'
import type { Answer, FigureParameters } from './figure.ts'
import type { Ask } from './prove-run.ts'

export type AnswerMemory = FreshMemory<Answer | null>

/** Asks figures of a database at an instant. */
export function asking(db: Db, now: Date): Ask {
  return (figure, parameters) => answerOrNull(db, figure, parameters, now)
}

/** Asks as `asking` does, and remembers each answer until a table behind the figure changes, or the day ends: an article of many numbers then costs no query for them. */
export function rememberedAnswers(db: Db, memory: AnswerMemory, now: Date): Ask {
  return (figure, parameters) =>
    memory.recall(keyOf(figure, parameters, now), async () => ({
      value: await answerOrNull(db, figure, parameters, now),
      tags: isFigureId(figure) ? tablesOf(figure) : [],
      until: nextMidnight(now).getTime(),
    }))
}

async function answerOrNull(db: Db, figure: string, parameters: Partial<FigureParameters>, now: Date): Promise<Answer | null> {
  const asked = Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null))
  const outcome = await answerFigure(db, figure, asked, now)
  return outcome.ok ? outcome.value : null
}

/** The definition's version belongs to the question: another definition answers another question. */
function keyOf(figure: string, parameters: Partial<FigureParameters>, now: Date): string {
  const version = isFigureId(figure) ? catalogue[figure].version : 0
  return `${figure}/${version} ${dayOf(now)} ${canonicalJson(parameters)}`
}
