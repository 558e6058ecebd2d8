// `npm run dev`: the server, built and started again at each change of a source. A source that does not build leaves
// the last good server running.
// Arguments go to `serve`. The embedded database stops and starts with the server: 0.2 s, and no second way of running
// it.
import { spawn } from 'node:child_process'
import { readdirSync, watch } from 'node:fs'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { ensureBuilt } from './build.mjs'
import { reachesAllAnyway, underPinnedNode } from './pinned-node.mjs'

await underPinnedNode()
chdir(fileURLToPath(new URL('..', import.meta.url)))
let server = null
const changed = changes()
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => stopServer(signal).then(() => process.exit(0)))

for (;;) {
  if (await builds()) {
    await stopServer()
    server = startServer()
  }
  await changed.next
  // An editor saves several files, and each of them in several steps.
  await wait(80)
  changed.again()
}

async function builds() {
  const started = performance.now()
  try {
    await ensureBuilt()
    console.log(`built in ${Math.round(performance.now() - started)} ms`)
    return true
  } catch (error) {
    console.error(error.message)
    return false
  }
}

function startServer() {
  const child = spawn(process.execPath, ['bin/neu-guong.mjs', 'serve', ...process.argv.slice(2)], { stdio: 'inherit' })
  const ended = new Promise(resolve => child.once('exit', resolve))
  ended.then(code => code && console.error(`The server ended with ${code}; it starts again at the next change.`))
  return { child, ended }
}

async function stopServer(heard = 'SIGTERM') {
  if (!server) return
  if (!reachesAllAnyway(heard)) server.child.kill('SIGTERM')
  await server.ended
}

/** `next` is fulfilled by the first change since the last `again`, which also finds new folders. */
function changes() {
  let watchers = []
  const bell = {
    again() {
      for (const watcher of watchers) watcher.close()
      bell.next = new Promise(ring => {
        watchers = folders().map(folder => watch(folder, () => ring()))
      })
    },
  }
  bell.again()
  return bell
}

/** Each folder by itself: on Linux a recursive watch holds on to files, and loses those that an editor replaces. */
function folders() {
  const below = ['src', 'migrations'].flatMap(top => readdirSync(top, { recursive: true, withFileTypes: true }))
  return ['src', 'migrations', ...below.filter(entry => entry.isDirectory()).map(entry => join(entry.parentPath, entry.name))]
}
