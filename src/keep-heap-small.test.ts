import { execFileSync } from 'node:child_process'
import { expect, test } from 'vitest'

/** Holds 40 MB and renews it a few times over; tells how much the heap held at most, in multiples of what is in use. */
const renewing = `
  const held = Array.from({ length: 40_000 }, () => new Array(128).fill(0.5))
  let most = 0
  for (let i = 0; i < 400_000; i++) {
    held[(i * 7919) % held.length] = new Array(128).fill(i + 0.5)
    if (i % 500 === 0) most = Math.max(most, process.memoryUsage().heapUsed)
  }
  process.stdout.write(String(most / (40_000 * 128 * 8)))
`

function mostOf(before: string): number {
  const asked = ['--max-semi-space-size=8', '--input-type=module', '-e', `${before};${renewing}`]
  return Number(execFileSync(process.execPath, asked, { encoding: 'utf8' }))
}

test('a heap kept small holds at most half of what one holds that is left alone', () => {
  const kept = mostOf(`const { keepHeapSmall } = await import('./src/keep-heap-small.ts'); keepHeapSmall()`)
  expect(kept / mostOf('')).toBeLessThan(0.6)
})
