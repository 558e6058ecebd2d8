export { findQuantities } from './find-quantities.ts'
export type { Bound, Detail, Period, Quantity, QuantityKind, Span, Value } from './quantity.ts'
export { type Reading, readText, repairsLegacy, type TextFormat } from './read-text.ts'
