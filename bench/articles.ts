import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Quantity } from '../src/basis/quantity/index.ts'
import type { TextCheck } from '../src/numbers/check/index.ts'
import { type Result, type Say, timed } from './measure.ts'

/**
 * Articles of newspapers about anything but this programme, in a folder: how many quantities they have, and how many of
 * their claims are stamped. The register knows nothing of them, so each stamp is read by a person.
 */
export async function benchArticles(folder: string, check: (text: string) => Promise<TextCheck>, say: Say): Promise<Result[]> {
  const texts = globSync('**/*.txt', { cwd: folder })
    .filter(path => !/\.(tok|sum|info|ref\d*)\.txt$|\.(sum|info)\./.test(path))
    .sort()
    .map(path => ({ path, text: readFileSync(join(folder, path), 'utf8') }))
  const kinds = new Map<Quantity['kind'], number>()
  let stamped = 0
  const [taken] = await timed(
    async () => {
      for (const { path, text } of texts)
        for (const { kind, verdict, text: said, figure } of (await check(text)).quantities) {
          kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
          if (verdict !== 'holds' && verdict !== 'differs') continue
          stamped++
          say(`stamped «${verdict}»: [${said}] ${figure} in ${path}`)
        }
    },
    { times: 1, warmup: 0 },
  )
  say(`${texts.length} articles: ${[...kinds].map(([kind, count]) => `${count} ${kind}`).join(', ')}; ${Math.round(taken! / 1000)} s`)
  const what = `claims of ${texts.length} articles about other things that are stamped`
  return [{ what, value: stamped, unit: '', against: null, ratio: null, goal: '≤ 0', met: stamped === 0 }]
}
