import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

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
