import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { converse, runInChild, startProgram } from './index.ts'

const memory = { heap: 64 }

test('a program that is aborted, or killed, in the middle of its work is «too hard», and its caller goes on', async () => {
  for (const signal of ['SIGABRT', 'SIGKILL', 'SIGSEGV'] as const) {
    const child = startProgram('check-worker', memory)
    const waiting = converse(child, { nothing: true }, { time: 60_000, hear: () => {} })
    child.kill(signal)
    expect(await waiting, signal).toBe('too-hard')
  }
})

test('a program that says nothing is given up after its time, one with a fault of its own is thrown', async () => {
  const child = startProgram('check-worker', memory)
  // An answer to a question that was never asked: the program ends by its own fault.
  await expect(converse(child, { id: 7, answer: null }, { time: 60_000, hear: () => {} })).rejects.toThrow('ended with 1')
  const silent = startProgram('docx-worker', memory)
  expect(await converse(silent, { bytes: null }, { time: 1, hear: () => {} })).toBe('too-hard')
  silent.kill('SIGKILL')
  const slow = startProgram('docx-worker', memory)
  await expect(converse(slow, { bytes: null }, { time: 60_000, start: 0, hear: () => {} })).rejects.toThrow('has not begun')
  slow.kill('SIGKILL')
  await expect(runInChild('no-such-program', {}, { time: 60_000, heap: 64 })).rejects.toThrow('ended with 1')
})

test.skipIf(!existsSync('/proc/self/environ'))('a program sees none of our settings, and does not outlive us', async () => {
  process.env.A_SECRET = 'không ai biết'
  const child = startProgram('check-worker', memory)
  expect(readFileSync(`/proc/${child.pid}/environ`, 'utf8')).not.toContain('A_SECRET')
  child.kill('SIGKILL')
  delete process.env.A_SECRET

  const kit = fileURLToPath(new URL('./start-program.ts', import.meta.url))
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `
    const { startProgram } = await import(${JSON.stringify(kit)})
    console.log(startProgram('check-worker', { heap: 64 }).pid)
    setInterval(() => {}, 1000)`,
  ])
  const [said] = await once(parent.stdout, 'data')
  const orphan = Number(said)
  parent.kill('SIGKILL')
  while (isAlive(orphan)) await sleep(20)
})

test.skipIf(process.platform === 'win32')('a program that is busy when its parent is killed ends too', async () => {
  const kit = JSON.stringify(fileURLToPath(new URL('./end-with-parent.ts', import.meta.url)))
  const busy = `const { endWithParent } = await import(${kit})
    endWithParent()
    process.stdout.write('busy')
    for (;;);`
  const parent = spawn(process.execPath, [
    '--input-type=module',
    '-e',
    `
    const { spawn } = await import('node:child_process')
    const child = spawn(process.execPath, ['--input-type=module', '-e', ${JSON.stringify(busy)}])
    child.stdout.once('data', () => console.log(child.pid))`,
  ])
  const [said] = await once(parent.stdout, 'data')
  parent.kill('SIGKILL')
  while (isAlive(Number(said))) await sleep(20)
})

function isAlive(pid: number) {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
