import { setPriority } from 'node:os'
import { type MessagePort, parentPort } from 'node:worker_threads'
import type { TextAsked } from './check-text.ts'
import { judgeText } from './check-text.ts'
import type { Answered, Question, Said } from './messages.ts'
import type { Register } from './register.ts'

// The portal's own thread goes first. On Linux a priority is a thread's; elsewhere it would be the whole program's.
if (process.platform === 'linux') setPriority(10)

/**
 * The thread that checks what strangers paste: its loops cannot hold up the portal. One text after the other, each with
 * a port of its own.
 */
parentPort!.on('message', async ({ asked, port }: { asked: TextAsked; port: MessagePort }) => {
  const say = (said: Said) => port.postMessage(said)
  say({ begun: true })
  try {
    say({ checked: await judgeText(registerBehind(port), asked) })
  } catch (error) {
    say({ failed: error as Error })
  }
})

/** The register on the other side of a port. */
function registerBehind(port: MessagePort): Register {
  const waiting = new Map<number, (answer: never) => void>()
  port.on('message', ({ id, answer }: Answered) => {
    waiting.get(id)!(answer as never)
    waiting.delete(id)
  })
  const ask = (question: Question) =>
    new Promise<never>(resolve => {
      const id = ++asked
      waiting.set(id, resolve)
      port.postMessage({ id, question } satisfies Said)
    })
  return {
    unitsOf: (...of) => ask({ read: 'unitsOf', of }),
    ask: (...of) => ask({ read: 'ask', of }),
  }
}

let asked = 0
