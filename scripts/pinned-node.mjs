// Every entry of the project may be started by whatever Node the machine has; the work itself is done by Node 24 or
// later.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const least = 24
const pinned = fileURLToPath(new URL('../node_modules/node/bin/node', import.meta.url))

/**
 * Returns where this process is recent enough; otherwise the script runs again under the Node that package.json pins,
 * and this process ends with its code.
 */
export async function underPinnedNode() {
  if (Number.parseInt(process.versions.node, 10) >= least) return
  if (!existsSync(pinned))
    stop(`Node ${least} or later is needed; this is ${process.version}. Run "npm ci" here first: it brings the pinned one.`)
  process.exit(await runAgain())
}

function runAgain() {
  const PATH = `${join(pinned, '..')}:${process.env.PATH ?? ''}`
  const child = spawn(pinned, [...process.execArgv, ...process.argv.slice(1)], { stdio: 'inherit', env: { ...process.env, PATH } })
  for (const signal of ['SIGTERM', 'SIGHUP', 'SIGINT']) process.on(signal, () => reachesAllAnyway(signal) || child.kill(signal))
  return new Promise(ended => {
    child.once('error', error => stop(`The pinned Node does not start here: ${error.message}`))
    child.once('exit', (code, signal) => ended(code ?? (signal === 'SIGINT' ? 130 : 143)))
  })
}

/** Ctrl-C at a terminal goes to the whole group: sent a second time it would read as impatience. */
export function reachesAllAnyway(signal) {
  return signal === 'SIGINT' && process.stdin.isTTY === true
}

function stop(sentence) {
  process.stderr.write(`${sentence}\n`)
  process.exit(1)
}
