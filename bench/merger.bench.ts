import { onOwnGround, type Register } from '../prove/ground.ts'
import { loadDemo } from '../seed/load-demo.ts'
import { mergerOf2025 } from '../seed/territory/mergers.ts'
import { previewMerger } from '../src/numbers/figure/index.ts'
import { asOwner } from '../src/platform/database/index.ts'
import { percentile, type Result, rounded, type Say, timed } from './measure.ts'

const goal_s = 5
const clerk = { person_id: null, name: 'bench' }

/**
 * What the merger of 2025 would have meant, asked of the register as it stood on 19/02/2021: 108 communes become 37,
 * eight districts end, and the figures are asked on both sides of it under each carry rule.
 */
export function bench(say: Say): Promise<Result[]> {
  return onOwnGround(async newRegister => measure(await newRegister(), say))
}

async function measure({ owner, database }: Register, say: Say): Promise<Result[]> {
  await loadDemo(owner, { seed: 19_02_2021, scale: 0, until: '2021-02-19', say })
  const merger = mergerOf2025()
  const preview = async () => {
    const outcome = await asOwner(database, owned => previewMerger(owned, clerk, { merger, unit: 'tinh-bac-kan' }))
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  }
  const seconds = percentile(await timed(preview, { times: 5, warmup: 1 }), 0.95) / 1000
  const what = `preview of ${merger.edges.length} successions and ${merger.successors.length} new units, p95 of 5`
  return [{ what, value: rounded(seconds), unit: 's', against: null, ratio: null, goal: `≤ ${goal_s} s`, met: seconds <= goal_s }]
}
