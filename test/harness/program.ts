import { type ChildProcess, spawn } from 'node:child_process'
import { createServer } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** The program as it is run for readers, on an embedded database without the demo. It may not answer yet. */
export function startProgram({
  data_dir,
  port,
  settings = {},
}: {
  data_dir: string
  port: number
  settings?: Record<string, string>
}): ChildProcess {
  const env = { ...process.env, DATA_DIR: data_dir, PORT: String(port), DEMO: 'no', LOG_LEVEL: 'silent', ...settings }
  return spawn(process.execPath, ['--max-semi-space-size=8', 'bin/neu-guong.mjs', 'serve'], { env, stdio: 'ignore' })
}

/** Waits until the program is ready. Throws where it ends instead. */
export async function ready(program: ChildProcess, address: string): Promise<void> {
  while (!(await fetch(`${address}/readyz`).catch(() => null))?.ok) {
    if (program.exitCode !== null) throw new Error(`the program ended with ${program.exitCode}`)
    await wait(50)
  }
}

export async function ended(program: ChildProcess, signal: 'SIGTERM' | 'SIGKILL'): Promise<void> {
  if (program.exitCode !== null || program.signalCode !== null) return
  const gone = new Promise(resolve => program.once('exit', resolve))
  program.kill(signal)
  await gone
}

export function freePort(): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>()
  const server = createServer().listen(0, '127.0.0.1', () => {
    const { port } = server.address() as { port: number }
    server.close(() => resolve(port))
  })
  return promise
}
