import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export type Ended = { code: number; output: string }

/** Runs a program to its end, under another account where one is given. Throws with what it said, unless it may fail. */
export function runProgram(program: string, args: string[], account: Account | null, { may_fail = false } = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const who = account ? { uid: account.uid, gid: account.gid } : {}
    // A server that is started here must outlive us and hear no signal of our terminal: hence its own session, and no pipe that it would hold open.
    const child = spawn(program, args, {
      ...who,
      cwd: '/',
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')))
    child.once('error', reject)
    child.once('exit', (code, signal) => {
      const ended = { code: code ?? 1, output: output || (signal ?? '') }
      if (ended.code === 0 || may_fail) resolve(ended)
      else reject(new Error(`${program} ended with ${ended.code}: ${ended.output.trim()}`))
    })
  })
}
