// `npm run check`: types, lint and format, the house's own rules, and a mirror of sizes. One line a check; details only
// where one fails.
// `npm run check -- --fix` lets Biome write what it can mend.
import { spawn } from 'node:child_process'
import { chdir } from 'node:process'
import { fileURLToPath } from 'node:url'
import { underPinnedNode } from './pinned-node.mjs'

await underPinnedNode()
chdir(fileURLToPath(new URL('..', import.meta.url)))
const fix = process.argv.includes('--fix')
const results = [
  await checked('types', () => runs('tsc', ['--noEmit', '--pretty', 'false'])),
  await checked('lint and format', () => runs('biome', ['check', '--max-diagnostics=50', ...(fix ? ['--write'] : [])])),
  ...(await houseRules()),
]
const { sizes } = await import('./sizes.mjs')
console.log(sizes().join('\n'))
const failed = results.filter(ok => !ok).length
console.log(failed === 0 ? 'All checks hold.' : `${failed} of ${results.length} checks do not hold.`)
process.exit(failed === 0 ? 0 : 1)

/** `work` answers with what is wrong: nothing when it is an empty text. */
async function checked(name, work) {
  const started = performance.now()
  const wrong = await work()
  return told(name, wrong, performance.now() - started)
}

function told(name, wrong, ms) {
  console.log(`${wrong === '' ? 'ok  ' : 'FAIL'}  ${name.padEnd(24)} ${(ms / 1000).toFixed(1)} s`)
  if (wrong !== '') console.log(wrong.trimEnd().replace(/^/gm, '      '))
  return wrong === ''
}

/** Runs a tool of node_modules; a tool that ends well has said nothing worth reading. */
function runs(tool, args) {
  return new Promise(ended => {
    const child = spawn(`node_modules/.bin/${tool}`, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', chunk => (output += chunk))
    child.once('error', error => ended(error.message))
    child.once('close', code => ended(code === 0 ? '' : output || `${tool} ended with ${code}`))
  })
}

/** The tests of test/house, each file a check of its own: a rule is written once, and `npm test` holds it too. */
async function houseRules() {
  const { startVitest } = await import('vitest/node')
  const quiet = { reporters: [{}], watch: false, project: ['house'] }
  const vitest = await startVitest('test', [], quiet)
  const modules = vitest.state.getTestModules().toSorted((a, b) => a.moduleId.localeCompare(b.moduleId))
  if (modules.length === 0) return [told('house rules', 'no test of test/house ran', 0)]
  return modules.map(module => told(nameOf(module), wrongIn(module), module.diagnostic().duration))
}

function nameOf(module) {
  return module.relativeModuleId.replace(/^.*\/|\.test\.ts$/g, '').replaceAll('-', ' ')
}

function wrongIn(module) {
  const tests = [...module.children.allTests('failed')].map(test => `${test.name}\n${messagesOf(test.result().errors)}`)
  const outside = module.ok() || tests.length > 0 ? [] : [messagesOf(module.errors())]
  return [...tests, ...outside].join('\n')
}

function messagesOf(errors) {
  return errors.map(error => [error.message, error.diff].filter(Boolean).join('\n')).join('\n')
}
