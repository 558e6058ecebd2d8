// `npm run prove -- 1,2,3,11 [--nightly] [--json] [--n=NUMBER]`: each guarantee with its number of trials, its failures
// and its negative control, one line each. Ends with 1 where one does not hold or a control passes. Without numbers all
// that there are.
import { globSync } from 'node:fs'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle, ensureBuilt } from '../scripts/build.mjs'
import { underPinnedNode } from '../scripts/pinned-node.mjs'

await underPinnedNode()
chdir(fileURLToPath(new URL('..', import.meta.url)))
const known = globSync('prove/guarantee-*.ts').map(path => Number(/(\d+)\.ts$/.exec(path)[1]))
const [asked = known.join()] = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const numbers = asked.split(',').map(Number)
const sizes = process.argv.find(arg => arg.startsWith('--n='))
const wants_help = process.argv.includes('--help')
if (wants_help || numbers.some(number => !known.includes(number)) || (sizes && !/^--n=[1-9]\d*$/.test(sizes))) {
  console.error(`npm run prove -- ${known.sort((a, b) => a - b).join()} [--nightly] [--json] [--n=NUMBER]`)
  process.exit(wants_help ? 0 : 2)
}
await ensureBuilt()
const outDir = join('dist', 'prove')
const name = number => `guarantee-${String(number).padStart(2, '0')}`
const extra = globSync('prove/*-process.ts').map(path => [path.replace(/^prove\/|\.ts$/g, ''), path])
await bundle(outDir, Object.fromEntries([...known.map(number => [name(number), `prove/${name(number)}.ts`]), ...extra]))
let held = true
for (const number of numbers) held = (await proved(number)) && held
process.exit(held ? 0 : 1)

async function proved(number) {
  const guarantee = await import(pathToFileURL(join(process.cwd(), outDir, `${name(number)}.js`)))
  const started = performance.now()
  const n = sizes ? Number(sizes.slice(4)) : process.argv.includes('--nightly') ? guarantee.nightly_n : guarantee.n
  const { failures, notes = [] } = await guarantee.run(n)
  const control_failed = await guarantee.control()
  const seconds = Math.round((performance.now() - started) / 1000)
  const holds = failures === 0 && control_failed
  if (process.argv.includes('--json'))
    console.log(JSON.stringify({ guarantee: number, n, failures, control_failed, seconds, holds, notes }))
  else {
    const control = control_failed ? 'control failed as it must' : 'CONTROL PASSED'
    console.log(`guarantee ${number} · N=${n} · failures=${failures} · ${control} · ${seconds} s`)
    for (const note of notes) console.log(`  ${note}`)
  }
  return holds
}
