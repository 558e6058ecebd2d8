import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, inject } from 'vitest'
import type { World } from './database.ts'
import { giveLedgerKey } from './ledger-key.ts'
import { ended } from './program.ts'

/** The program as it is built, on a free port of this machine. */
export type Program = { readonly address: string }

const root = fileURLToPath(new URL('../..', import.meta.url))

/**
 * Call it after `withDatabase`: the program serves that database, in a process of its own, until the file is over.
 * `settings` of its environment are asked for when it starts.
 */
export function withProgram(world: World, settings: () => Record<string, string> = () => ({})): Program {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-story-'))
  let program: ChildProcess | undefined
  let address = ''
  beforeAll(async () => {
    giveLedgerKey(data_dir, inject('recipe'))
    const env = { ...process.env, DATA_DIR: data_dir, DATABASE_URL: world.url, PORT: '0', LOG_LEVEL: 'silent', ...settings() }
    program = spawn(process.execPath, ['bin/neu-guong.mjs', 'serve'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
    address = await addressOf(program)
  })
  afterAll(async () => {
    if (program) await ended(program, 'SIGTERM')
    rmSync(data_dir, { recursive: true, force: true })
  })
  return {
    get address() {
      return address
    },
  }
}

/** Where it says that it is found. Throws what it said where it ended instead. */
function addressOf(program: ChildProcess): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  let said = ''
  program.stderr!.on('data', (chunk: Buffer) => {
    said += chunk
    const found = /http:\/\/localhost:(\d+)/.exec(said)
    if (found) resolve(`http://127.0.0.1:${found[1]}`)
  })
  program.once('exit', () => reject(new Error(`the program ended early:\n${said}`)))
  return promise
}
