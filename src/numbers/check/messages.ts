import type { TextCheck } from './check.ts'
import type { Register } from './register.ts'

/** What the process asks of the register. */
export type Question = { [Read in keyof Register]: { read: Read; of: Parameters<Register[Read]> } }[keyof Register]
/** What the process says: a question, what the text came to, or what went wrong. */
export type Said = { id: number; question: Question } | { checked: TextCheck } | { failed: Error }
export type Answered = { id: number; answer: unknown }
