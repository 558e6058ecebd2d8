import type { ActRow } from '../../ledger/index.ts'

/** Acts one after the other, the last first, in runs: one act by one actor, for the same person, on one kind of object. */
export function foldActs(acts: readonly ActRow[]): ActRow[][] {
  const runs: ActRow[][] = []
  for (const act of acts) {
    const run = runs.at(-1)
    if (run && isOfRun(act, run[0]!)) run.push(act)
    else runs.push([act])
  }
  return runs
}

function isOfRun(one: ActRow, other: ActRow): boolean {
  return (['act', 'actor_id', 'agent', 'on_behalf_of', 'object'] as const).every(what => one[what] === other[what])
}
