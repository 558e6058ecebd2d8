export { answerOnce } from './answer-once.ts'
export { begun, converse } from './converse.ts'
export { type Patience, runInChild } from './run-in-child.ts'
export { startProgram } from './start-program.ts'
