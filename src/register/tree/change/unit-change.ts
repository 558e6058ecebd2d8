import type { InstrumentText, NewUnit, UnitRevision } from '../../organisation/index.ts'

/**
 * What an instrument founds, and what it names otherwise. Nothing is moved, ended or joined by it: that is a merger's.
 */
export type UnitChange = { instrument: InstrumentText; units: NewUnit[]; revisions: UnitRevision[] }

export type ChangeState = 'waits' | 'carried-out' | 'rejected' | 'withdrawn' | 'undone'

/**
 * What is done with a change, from where to where, and by whom: whoever laid it, a second person, or whoever has charge
 * of its units.
 */
export const moves = {
  confirm: { from: 'waits', to: 'carried-out', by: 'second', act: 'confirm' },
  reject: { from: 'waits', to: 'rejected', by: 'second', act: 'confirm' },
  withdraw: { from: 'waits', to: 'withdrawn', by: 'proposer', act: 'keep' },
  undo: { from: 'carried-out', to: 'undone', by: 'either', act: 'keep' },
} as const satisfies Record<string, { from: ChangeState; to: ChangeState; by: 'second' | 'proposer' | 'either'; act: 'keep' | 'confirm' }>
export type ChangeMove = keyof typeof moves

/**
 * How many units one person founds or names otherwise alone; a longer list takes a second person. `most_units_alone` of
 * the database says the same.
 */
export const most_alone = 20

export const longest_reason = 1000

/** How many units a change touches. */
export function sizeOf({ units, revisions }: Pick<UnitChange, 'units' | 'revisions'>): number {
  return units.length + revisions.length
}
