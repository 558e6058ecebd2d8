import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, expect, test } from 'vitest'
import { connectAs, startEmbedded } from '../../src/platform/database/index.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
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

test('a register with sample data is opened to nobody else, and says how it would be; to whoever sits here it opens', async () => {
  const server = await startEmbedded({ data_dir, database_account: 'nobody', exclusive: true, say: () => {} })
  const owner = await connectAs(server.connection('neu_guong_owner'))
  await owner.query('insert into demo_mark default values')
  await owner.end()
  await server.stop()
  for (const open of [
    ['HOST', '0.0.0.0'],
    ['BEHIND_TLS', '1'],
    ['SITE_ADDRESS', 'https://neu-guong.example'],
  ]) {
    const refused = start(Object.fromEntries([open]))
    await said(refused, 'only with DEMO=1')
    expect([refused.exitCode ?? (await endOf(refused)), existsSync(join(data_dir, 'postgres/postmaster.pid'))]).toEqual([1, false])
  }
  const npm = start()
  await said(npm, 'Ctrl-C')
  const closed = new Promise(resolve => npm.once('close', resolve))
  npm.kill('SIGTERM')
  await closed
})

test('from an empty folder: the start says how to begin, two commands found the register, and the portal that runs serves it', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-begin-'))
  chmodSync(folder, 0o755)
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '', DEMO: '0' }
  const command = (...args: string[]) =>
    spawnSync(process.execPath, ['bin/neu-guong.mjs', 'init', ...args], { cwd: root, env, encoding: 'utf8' })
  const npm = start({ DATA_DIR: folder, DEMO: '0' })
  const output = await said(npm, 'Ctrl-C')
  const address = /http:\/\/localhost:\d+/.exec(output)![0].replace('localhost', '127.0.0.1')
  const seen = async () => (await fetch(address)).status
  expect([output.includes('npx neu-guong init init.json'), await seen()]).toEqual([true, 503])
  writeFileSync(join(folder, 'init.json'), command('--example').stdout)
  const founded = command(join(folder, 'init.json'))
  expect([founded.status, founded.stdout.match(/^ {2}\w{4}(-\w{4})+$/gm)?.length, await seen()]).toEqual([0, 4, 200])
  expect(command(join(folder, 'init.json'))).toMatchObject({ status: 2, stdout: '', stderr: expect.stringContaining('has begun already') })
  const closed = new Promise(resolve => npm.once('close', resolve))
  npm.kill('SIGTERM')
  await closed
  rmSync(folder, { recursive: true, force: true })
})

function endOf(child: ChildProcess): Promise<number | null> {
  return new Promise(resolve => child.once('exit', resolve))
}

function start(settings: Record<string, string> = {}): ChildProcess {
  const env = { ...process.env, DATA_DIR: data_dir, DATABASE_URL: '', DEMO: 'no', PORT: '0', ...settings }
  return spawn('npm', ['start'], { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
}

function said(child: ChildProcess, words: string): Promise<string> {
  return new Promise((heard, failed) => {
    let output = ''
    for (const stream of [child.stdout!, child.stderr!]) {
      stream.on('data', (chunk: Buffer) => {
        output += chunk.toString('utf8')
        if (output.includes(words)) heard(output)
      })
    }
    child.once('exit', () => failed(new Error(`ended early:\n${output}`)))
  })
}
