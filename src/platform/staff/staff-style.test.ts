import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { staff_style } from './staff-style.ts'

test('the whole style of the pages where people work is at most 14 KB as it travels', () => {
  expect(gzipSync(staff_style.bytes).length).toBeLessThanOrEqual(14 * 1024)
  expect(staff_style.bytes.toString()).toContain('@layer staff')
})
