import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'

const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-start-'))
chmodSync(data_dir, 0o755)
afterAll(() => rmSync(data_dir, { recursive: true, force: true }))

test('an administrator stops «npm start» with SIGTERM, and neither the portal nor its database stays behind', async () => {
  const npm = start()
  await said(npm, 'Ctrl-C')
  expect(existsSync(join(data_dir, 'postgres/postmaster.pid'))).toBe(true)
  const closed = new Promise(resolve => npm.once('close', resolve))
  npm.kill('SIGTERM')
  // Its streams close when the last process that holds them has ended: the portal itself, not npm alone.
  await closed
  expect(existsSync(join(data_dir, 'postgres/postmaster.pid'))).toBe(false)
})

function start(): ChildProcess {
  const env = { ...process.env, DATA_DIR: data_dir, DATABASE_URL: '', DEMO: 'no', PORT: '0' }
  return spawn('npm', ['start'], { cwd: fileURLToPath(new URL('../..', import.meta.url)), env, stdio: ['ignore', 'pipe', 'pipe'] })
}

function said(child: ChildProcess, words: string): Promise<void> {
  return new Promise((heard, failed) => {
    let output = ''
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8')
        if (output.includes(words)) heard()
      })
    }
    child.once('exit', () => failed(new Error(`ended early:\n${output}`)))
  })
}
