import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { MessageChannel, Worker } from 'node:worker_threads'
import { atOnce } from '../../basis/shared/at-once.ts'
import { done, type Outcome, refused } from '../../basis/shared/outcome.ts'
import type { Db } from '../../platform/database/index.ts'
import type { AskPublicly } from '../figure/index.ts'
import type { TextCheck } from './check.ts'
import type { Most, TextAsked } from './check-text.ts'
import type { Answered, Question, Said } from './messages.ts'
import { type Register, registerOf } from './register.ts'

/** Checks a text of somebody we do not know. Refusals: too-hard, where it took too long or too much memory. */
export type CheckText = (db: Db, asked: CheckAsked) => Promise<Outcome<TextCheck>>
export type CheckAsked = Omit<TextAsked, 'most'> & { ask: AskPublicly }

/**
 * Of a stranger's text so much is judged. An article of a newspaper has fifty quantities, and asks some dozen
 * questions.
 */
const most: Most = { quantities: 500, questions: 200 }
/**
 * The portal keeps a core for itself. An article takes some milliseconds, 40 KB of nothing but numbers half a second;
 * `patience_ms` counts from when the thread runs.
 */
const usual = { threads: Math.max(1, Math.min(2, availableParallelism() - 1)), patience_ms: 10_000, heap_mb: 256 }

/**
 * Opens a few threads, each at the first text that finds none idle, and uses them again. What takes too long is ended
 * with its thread.
 */
export function openCheck({ threads, patience_ms, heap_mb } = usual): CheckText {
  const idle = new Set<Worker>()
  const inTurn = atOnce(threads)
  return (db, { ask, ...asked }) =>
    inTurn(async () => {
      const [worker = startWorker(heap_mb, idle)] = idle
      idle.delete(worker)
      try {
        const checked = await checkIn(worker, registerOf(db, asked.now, ask), { ...asked, most }, patience_ms)
        if (checked) idle.add(worker)
        return checked ? done(checked) : refused({ code: 'too-hard', field: 'bai', limit: patience_ms / 1000 })
      } finally {
        if (!idle.has(worker)) await worker.terminate()
      }
    })
}

function startWorker(heap_mb: number, idle: Set<Worker>): Worker {
  const worker = new Worker(threadFile(), { resourceLimits: { maxOldGenerationSizeMb: heap_mb } })
  // Whoever waits for it hears of its end; an idle one is only replaced.
  worker.on('error', () => {})
  worker.once('exit', () => idle.delete(worker))
  worker.unref()
  return worker
}

/**
 * What a text came to in a thread, which asks us for what the register says; null where it took too long or too much
 * memory.
 */
function checkIn(worker: Worker, register: Register, asked: TextAsked, patience_ms: number): Promise<TextCheck | null> {
  const { promise, resolve, reject } = Promise.withResolvers<TextCheck | null>()
  const { port1: ours, port2: theirs } = new MessageChannel()
  let timer: NodeJS.Timeout | undefined
  const onError = (error: NodeJS.ErrnoException) => (error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? resolve(null) : reject(error))
  worker.once('error', onError)
  ours.on('message', (said: Said) => {
    if ('begun' in said) timer = setTimeout(() => resolve(null), patience_ms)
    else if ('checked' in said) resolve(said.checked)
    else if ('failed' in said) reject(said.failed)
    else answer(register, said.question).then(answer => ours.postMessage({ id: said.id, answer } satisfies Answered), reject)
  })
  worker.postMessage({ asked, port: theirs }, [theirs])
  return promise.finally(() => {
    clearTimeout(timer)
    worker.off('error', onError)
    ours.close()
  })
}

function answer(register: Register, question: Question): Promise<unknown> {
  return question.read === 'ask' ? register.ask(...question.of) : register.unitsOf(...question.of)
}

/** Beside the bundle where there is one; under test the one that was built before. */
function threadFile(): URL {
  const beside = new URL(`./${'check-worker'}.js`, import.meta.url)
  return existsSync(fileURLToPath(beside)) ? beside : new URL(`../../../dist/server/${'check-worker'}.js`, import.meta.url)
}
