export { answerFigure } from './answer-figure.ts'
export { answerPublicly, answerToPrint, type PrintableAnswer } from './answer-publicly.ts'
export { type Counted, catalogue, type Definition, type FigureId, isFigureId, tablesOf } from './catalogue.ts'
export type { Answer, FigureParameters, FigureRow, FigureValue } from './figure.ts'
export { figure_usage, figureCommand } from './figure-command.ts'
export {
  type AskPublicly,
  asking,
  type FigureMemory,
  type FiguresAt,
  figuresAt,
  openFigureMemory,
  rememberedFigures,
} from './figures-at.ts'
export { findRun } from './find-run.ts'
export { freezeFigure } from './freeze-figure.ts'
export { listMergerEffects, type PostAffected, type ScopeAffected, type UnitEffect } from './list-merger-effects.ts'
export { type Asked, parametersOf } from './parameters.ts'
export { type FigureChange, type MergerPreview, previewMerger } from './preview-merger.ts'
export { printNumber, printRate, printValue } from './print-value.ts'
export { type FigureRun, proveRun } from './prove-run.ts'
export type { PublicAnswer, PublicRow, PublicValue } from './public-answer.ts'
export type { PublicProof, PublicRunState } from './public-proof.ts'
export { figure_sealed } from './sealed.ts'
export { type Fate, type Lineage, traceLineage } from './trace-lineage.ts'
export {
  clocksInWords,
  figure_words,
  kind_words,
  type Lang,
  level_words,
  map_words,
  problem_words,
  rule_words,
  sentenceOf,
  status_words,
  time_words,
} from './words.ts'
