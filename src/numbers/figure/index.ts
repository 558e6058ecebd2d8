export { answerFigure } from './answer-figure.ts'
export { type Counted, catalogue, type Definition, type FigureId, figure_ids_of_the_map, isFigureId, tablesOf } from './catalogue.ts'
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
  type SinceThen,
} from './figures-at.ts'
export { type Asked, parametersOf } from './parameters.ts'
export {
  type FigureChange,
  type MergerPreview,
  previewMerger,
  type RecognitionFate,
  type RuleShown,
  rules_shown,
} from './preview-merger.ts'
export { printNumber, printRate, printValue, roundRate } from './print-value.ts'
export { type FigureRun, proveRun } from './prove-run.ts'
export { answerPublicly, answerToPrint, type PrintableAnswer } from './public/answer-publicly.ts'
export type { PublicAnswer, PublicRow, PublicValue } from './public/public-answer.ts'
export type { PublicProof, PublicRunState } from './public/public-proof.ts'
export type { Why } from './public/why-different.ts'
export { findRun } from './reads/find-run.ts'
export { listMergerEffects, type PostAffected, type ScopeAffected, type UnitEffect } from './reads/list-merger-effects.ts'
export { figure_sealed } from './sealed.ts'
export { type Course, type Held, traceCourses } from './trace-courses.ts'
export { type Fate, type Lineage, traceLineage } from './trace-lineage.ts'
export { freezeFigure } from './verbs/freeze-figure.ts'
export { sayWhy } from './why-words.ts'
export {
  clocksInWords,
  type FigureCode,
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
