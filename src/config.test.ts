import { expect, test } from 'vitest'
import { fillsWithDemo, isOpenToOthers, readConfig } from './config.ts'

test.for<[Record<string, string>, fills: boolean]>([
  [{}, true],
  [{ HOST: '::1' }, true],
  [{ HOST: 'localhost' }, true],
  [{ DEMO: '0' }, false],
  [{ HOST: '0.0.0.0' }, false],
  [{ HOST: '10.0.0.7' }, false],
  [{ HOST: '127.0.0.1.example' }, false],
  [{ BEHIND_TLS: '1' }, false],
  [{ SITE_ADDRESS: 'https://neu-guong.example' }, false],
  [{ DATABASE_URL: 'postgres://x/y' }, false],
  [{ HOST: '0.0.0.0', DEMO: '1' }, true],
  [{ DATABASE_URL: 'postgres://x/y', SITE_ADDRESS: 'https://neu-guong.example', DEMO: 'yes' }, true],
])('an empty register started with %j becomes the demo: %s', ([env, fills]) => {
  expect(fillsWithDemo(readConfig(env))).toBe(fills)
})

test('others may come in by the network, by TLS in front, or by an address that is known to them', () => {
  const open = [{ HOST: '0.0.0.0' }, { HOST: '::' }, { HOST: '192.168.1.4' }, { BEHIND_TLS: 'yes' }, { SITE_ADDRESS: 'http://a.example' }]
  const closed = [{}, { HOST: '127.0.0.1' }, { HOST: '127.0.1.1' }, { HOST: '::1' }, { HOST: 'localhost' }]
  expect(open.map(env => isOpenToOthers(readConfig(env)))).toEqual(open.map(() => true))
  expect(closed.map(env => isOpenToOthers(readConfig(env)))).toEqual(closed.map(() => false))
})
