// `npm run bench -- NAME [--json]`: one of bench/*.ts. Prints a table; with --json the last line is {"bench": …,
// "results": [{"what", "value", "unit", "against", "ratio", "goal", "met"}]}, so that runs can be compared by program.
import { globSync } from 'node:fs'
import { basename, join } from 'node:path'
import { chdir } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle, ensureBuilt } from '../scripts/build.mjs'
import { underPinnedNode } from '../scripts/pinned-node.mjs'

await underPinnedNode()
chdir(fileURLToPath(new URL('..', import.meta.url)))
const json = process.argv.includes('--json')
const [name] = process.argv.slice(2).filter(arg => !arg.startsWith('--'))
const known = globSync('bench/*.bench.ts').map(path => basename(path, '.bench.ts'))
if (!known.includes(name)) {
  console.error(`npm run bench -- ${known.join('|')} [--json]`)
  process.exit(process.argv.includes('--help') ? 0 : 2)
}
await ensureBuilt()
const outDir = join('dist', 'bench', name)
await bundle(outDir, { [name]: `bench/${name}.bench.ts` })
const { bench } = await import(pathToFileURL(join(process.cwd(), outDir, `${name}.js`)))
const results = await bench(line => console.error(line))
if (!json) print(results)
else console.log(JSON.stringify({ bench: name, results }))
process.exit(0)

/** A goal that is not met is told, not punished: the machine may be busy. */
function print(results) {
  const rows = results.map(({ what, value, unit, against, ratio, goal, met }) => [
    what,
    `${value} ${unit}`,
    against ?? '',
    ratio === null || ratio === undefined ? '' : ratio.toFixed(2),
    goal ?? '',
    met === null || met === undefined ? '' : met ? 'met' : 'NOT MET',
  ])
  const all = [['what', 'value', 'against', 'ratio', 'goal', ''], ...rows]
  const widths = all[0].map((_, column) => Math.max(...all.map(row => row[column].length)))
  for (const row of all)
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
}
