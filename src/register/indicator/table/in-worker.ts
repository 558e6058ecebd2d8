import type { Outcome } from '../../../basis/shared/outcome.ts'
import { runInChild } from '../../../platform/child-process/index.ts'
import type { ValueLine } from '../indicator.ts'
import type { IndicatorCode } from '../problem-words.ts'

const patience = { time: 45_000, heap: 1024 }

/** Reads a file of values in a process of its own. Refusals: those of readValues; too-hard. */
export function readValuesApart(bytes: Uint8Array): Promise<Outcome<ValueLine[], IndicatorCode>> {
  return runInChild('values-worker', { bytes }, patience) as Promise<Outcome<ValueLine[], IndicatorCode>>
}
