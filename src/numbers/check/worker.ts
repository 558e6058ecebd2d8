import { setPriority } from 'node:os'
import { begun, endWithParent } from '../../platform/child-process/index.ts'
import type { TextAsked } from './check-text.ts'
import { judgeText } from './check-text.ts'
import type { Answered, Question, Said } from './messages.ts'
import type { Register } from './register.ts'

// The portal goes first.
setPriority(10)
endWithParent()

const waiting = new Map<number, (answer: never) => void>()
const say = (said: Said) => process.send!(said)
let asked = 0

/** The process that checks what strangers paste: its loops cannot hold up the portal. One text after the other. */
process.on('message', async (said: { asked: TextAsked } | Answered) => {
  if ('asked' in said) return await check(said.asked)
  waiting.get(said.id)!(said.answer as never)
  waiting.delete(said.id)
})

async function check(text: TextAsked) {
  process.send!(begun)
  try {
    say({ checked: await judgeText(register, text) })
  } catch (error) {
    say({ failed: error as Error })
  }
}

/** The register on the other side of the channel. */
const register: Register = {
  unitsOf: (...of) => ask({ read: 'unitsOf', of }),
  ask: (...of) => ask({ read: 'ask', of }),
}

function ask(question: Question) {
  return new Promise<never>(resolve => {
    const id = ++asked
    waiting.set(id, resolve)
    say({ id, question })
  })
}
