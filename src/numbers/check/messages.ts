import type { TextCheck } from './check.ts'
import type { Register } from './register.ts'

/** What the thread asks of the register. */
export type Question = { [Read in keyof Register]: { read: Read; of: Parameters<Register[Read]> } }[keyof Register]
/** What the thread says: that it has begun, a question, what it came to, or what went wrong. */
export type Said = { begun: true } | { id: number; question: Question } | { checked: TextCheck } | { failed: Error }
export type Answered = { id: number; answer: unknown }
