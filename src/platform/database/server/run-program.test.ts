import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { runProgram } from './run-program.ts'

const folder = mkdtempSync(join(tmpdir(), 'neu-guong-run-'))
chmodSync(folder, 0o755)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A program that is struck by a signal until it was begun so many times; each time leaves a line. */
const struck = (name: string, signal: string, until: number) => [
  '-c',
  `echo begun >> ${join(folder, name)}; [ $(wc -l < ${join(folder, name)}) -ge ${until} ] || kill -${signal} $$; echo done`,
]
const times = (name: string) => readFileSync(join(folder, name), 'utf8').split('\n').length - 1

test.for(['TERM', 'INT', 'HUP'])('a program that SIG%s to our group struck before it had begun is run again', async signal => {
  expect(await runProgram('/bin/sh', struck(signal, signal, 3), null, { may_fail: true })).toEqual({ code: 0, output: 'done\n' })
  expect(times(signal)).toBe(3)
})

test('a program that was killed outright, or that fails, is not run again', async () => {
  await expect(runProgram('/bin/sh', struck('killed', 'KILL', 9), null)).rejects.toThrow('SIGKILL')
  expect(await runProgram('/bin/sh', ['-c', `echo begun >> ${join(folder, 'failed')}; exit 3`], null, { may_fail: true })).toEqual({
    code: 3,
    output: '',
  })
  expect([times('killed'), times('failed')]).toEqual([1, 1])
})
