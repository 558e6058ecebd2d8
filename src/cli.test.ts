import { spawnSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'

/** Below a file nobody can keep a register; everybody may walk there, root's account for the database too. */
const folder = mkdtempSync(join(tmpdir(), 'neu-guong-cli-'))
chmodSync(folder, 0o755)
writeFileSync(join(folder, 'file'), '', { mode: 0o755 })
const nowhere = join(folder, 'file/below')
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Runs a command line of the shell from the folder of the clone. */
function shell(line: string) {
  return spawnSync('bash', ['-o', 'pipefail', '-c', line], { encoding: 'utf8' })
}

test('an answer that the disk does not take ends with 2 and a sentence', () => {
  const { status, stderr } = shell('node bin/neu-guong.mjs help > /dev/full')
  expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('The answer could not be written') })
})

test('an answer whose words on the way cannot be written still comes', () => {
  const { status, stdout } = shell('node bin/neu-guong.mjs help 2> /dev/full')
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('neu-guong check') })
})

test('whoever asks for help gets it with 0, of all or of one command, however they ask, and opens no register for it', () => {
  const asked = ['--help', 'figure F16 --help', 'migrate -h', 'help ledger']
  const { status, stdout, stderr } = shell(asked.map(words => `DATA_DIR=${nowhere} node bin/neu-guong.mjs ${words}`).join(' && '))
  const commands = [...stdout.matchAll(/^neu-guong (\S+)/gm)].map(([, command]) => command)
  expect({ status, stderr, commands: [...new Set(commands)] }).toEqual({
    status: 0,
    stderr: '',
    commands: ['—', 'figure', 'migrate', 'ledger'],
  })
})

test('what the system and the settings refuse is told in both languages, with 2', () => {
  const refused = (settings: string) => shell(`${settings} node bin/neu-guong.mjs migrate`)
  const told = [`DATA_DIR=${nowhere}`, 'DATABASE_URL=mysql://x/y', 'DATABASE_URL=postgres://x.invalid/y', 'DATABASE_ACCOUNT=root'].map(
    refused,
  )
  expect(told.map(({ status, stderr }) => [status, / · /.test(stderr)])).toEqual(told.map(() => [2, true]))
})

test('a command of operating makes no demo province where the register is empty', () => {
  const { status, stderr } = shell(`DATA_DIR=${join(folder, 'mistyped')} node bin/neu-guong.mjs administrator nobody`)
  expect({ status, loads: stderr.includes('Loading the demo') }).toEqual({ status: 2, loads: false })
  expect(stderr).toContain('The register knows nobody as "nobody"')
})
