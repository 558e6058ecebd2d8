// `npm test`: builds, runs every test (browser stories included), and ends with a line that counts them.
// Arguments go to Vitest: `npm test -- src/quantity`, `npm test -- -t merger`.
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { underPinnedNode } from './pinned-node.mjs'

await underPinnedNode()
chdir(fileURLToPath(new URL('..', import.meta.url)))
const broken = await fails(async () => (await import('./build.mjs')).ensureBuilt())
const counts = { passed: 0, failed: 0, skipped: 0 }
const stopped = await fails(async () => Object.assign(counts, await runVitest(process.argv.slice(2))))
// What ends the run before any test (a global setup that throws, a filter that matches nothing) is told by Vitest's
// exit code alone.
const failures = counts.failed + broken + stopped || Number(Boolean(process.exitCode))
if (counts.skipped > 0) console.log(`${counts.skipped} skipped`)
console.log(`${counts.passed} passed, ${failures} failed`)
// Not left to the event loop: a handle that a test forgot must not hold the run open.
process.exit(failures > 0 || counts.passed === 0 ? 1 : 0)

/**
 * A bundle that cannot be made is one failure among the others: the tests that do not need it still say what they know.
 */
async function fails(work) {
  try {
    await work()
    return 0
  } catch (error) {
    console.error(error.stack ?? error)
    return 1
  }
}

async function runVitest(args) {
  const { parseCLI, startVitest } = await import('vitest/node')
  const { filter, options } = parseCLI(['vitest', 'run', ...args])
  const vitest = await startVitest('test', filter, { reporters: ['default'], ...options, watch: false })
  return counted(vitest.state.getTestModules(), vitest.state.getUnhandledErrors())
}

/**
 * A file that does not load, a hook that throws and an error outside any test count as failures too, not only failed
 * tests.
 */
function counted(modules, strayErrors) {
  const tests = modules.flatMap(module => [...module.children.allTests()])
  const count = state => tests.filter(test => test.result().state === state).length
  const silently = modules.filter(module => !module.ok() && ![...module.children.allTests('failed')].length).length
  return { passed: count('passed'), failed: count('failed') + silently + strayErrors.length, skipped: count('skipped') + count('pending') }
}
