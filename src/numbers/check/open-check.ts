import type { ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { atOnce } from '../../basis/shared/at-once.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import { converse, startProgram } from '../../platform/child-process/index.ts'
import type { Reads } from '../../platform/database/index.ts'
import type { AskPublicly } from '../figure/index.ts'
import type { TextCheck } from './check.ts'
import type { Most, TextAsked } from './check-text.ts'
import type { Question, Said } from './messages.ts'
import { type Register, registerOf } from './register.ts'

/** Checks a text of somebody we do not know. Refusals: too-hard, where it took too long or too much memory. */
export type CheckText = (db: Reads, asked: CheckAsked) => Promise<Outcome<TextCheck, 'too-hard'>>
export type CheckAsked = Omit<TextAsked, 'most'> & { ask: AskPublicly }

/**
 * Of a stranger's text so much is judged. An article of a newspaper has fifty quantities, and asks some dozen
 * questions.
 */
const most: Most = { quantities: 500, questions: 200 }
/**
 * The portal keeps a core for itself. An article takes some milliseconds of a core, 40 KB of nothing but numbers or cells
 * of a table up to 0.7 seconds (measured on two cores that others used as well); `patience_ms` counts from when a process
 * has begun.
 */
const usual = { processes: Math.max(1, Math.min(2, availableParallelism() - 1)), patience_ms: 10_000, heap_mb: 256 }

/**
 * Opens a few processes, each at the first text that finds none idle, and uses them again. What takes too long is ended
 * with its process.
 */
export function openCheck(given: Partial<typeof usual> = {}): CheckText {
  const { processes, patience_ms, heap_mb } = { ...usual, ...given }
  const idle = new Set<ChildProcess>()
  const inTurn = atOnce(processes)
  return (db, { ask, ...asked }) =>
    inTurn(async () => {
      const [child = startChild(heap_mb, idle)] = idle
      idle.delete(child)
      hold(child)
      try {
        const checked = await checkIn(child, registerOf(db, asked.now, ask), { ...asked, most }, patience_ms)
        if (checked !== 'too-hard') idle.add(child)
        return checked === 'too-hard' ? refused({ code: 'too-hard', field: 'bai', limit: patience_ms / 1000 }) : done(checked)
      } finally {
        if (idle.has(child)) letGo(child)
        else child.kill('SIGKILL')
      }
    })
}

function startChild(heap_mb: number, idle: Set<ChildProcess>): ChildProcess {
  const child = startProgram('check-worker', { heap: heap_mb })
  // Whoever waits for it hears of its end; an idle one is only replaced.
  child.on('error', () => {})
  child.once('exit', () => idle.delete(child))
  return child
}

/** A program that waits for a text keeps us alive; an idle one does not. */
function hold(child: ChildProcess) {
  child.ref()
  child.channel?.ref()
}

function letGo(child: ChildProcess) {
  child.unref()
  child.channel?.unref()
}

/** What a text came to in a process, which asks us for what the register says. */
function checkIn(child: ChildProcess, register: Register, asked: TextAsked, time: number): Promise<TextCheck | 'too-hard'> {
  return converse<Said, TextCheck>(
    child,
    { asked },
    {
      time,
      hear: (said, end) => {
        if ('checked' in said) end.answer(said.checked)
        else if ('failed' in said) end.fail(said.failed)
        else answer(register, said.question).then(answer => child.send({ id: said.id, answer }, () => {}), end.fail)
      },
    },
  )
}

function answer(register: Register, question: Question): Promise<unknown> {
  return question.read === 'ask' ? register.ask(...question.of) : register.unitsOf(...question.of)
}
