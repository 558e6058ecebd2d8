import { spawn } from 'node:child_process'
import type { Account } from './account.ts'

export type Ended = { code: number; output: string }

/**
 * Runs a program to its end, under another account where one is given. Throws with what it said, unless it may fail. A
 * signal to our group strikes it, too, until it has its own session, before it has begun: it is run again.
 */
export async function runProgram(program: string, args: string[], account: Account | null, { may_fail = false } = {}): Promise<Ended> {
  for (let times = 1; ; times++) {
    const { signal, ...ended } = await runOnce(program, args, account)
    if (signal && meant_for_us.has(signal) && times < most_times) continue
    if (ended.code === 0 || may_fail) return ended
    throw new Error(`${program} ended with ${ended.code}: ${ended.output.trim()}`)
  }
}

const meant_for_us = new Set<NodeJS.Signals>(['SIGHUP', 'SIGINT', 'SIGTERM'])
/** As often as somebody may press Ctrl-C in one breath. */
const most_times = 10

function runOnce(program: string, args: string[], account: Account | null): Promise<Ended & { signal: NodeJS.Signals | null }> {
  return new Promise((resolve, reject) => {
    const who = account ? { uid: account.uid, gid: account.gid } : {}
    // A server that is started here must outlive us and hear no signal of our terminal: hence its own session, and no
    // pipe that it would hold open.
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
    child.once('exit', (code, signal) => resolve({ code: code ?? 1, output: output || (signal ?? ''), signal }))
  })
}
