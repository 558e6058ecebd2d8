import { expect, test } from 'vitest'
import { stopBySignals } from '../harness/signals.ts'

test('an administrator and systemd send signals at any moment, one or several: the program stops once, leaves no server, and starts again', async () => {
  expect(await stopBySignals(3, { seed: 19 })).toEqual({ left: 0, endless: 0, dead: 0, notes: [] })
}, 180_000)
