import { expect, test } from 'vitest'
import { fillsWithDemo, isOpenToOthers, readConfig, type Start, startOf } from './config.ts'

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

const [empty, sample, real] = [
  { is_begun: false, is_sample: false },
  { is_begun: true, is_sample: true },
  { is_begun: true, is_sample: false },
]
const to_others: Record<string, string>[] = [{ HOST: '0.0.0.0' }, { BEHIND_TLS: '1' }, { SITE_ADDRESS: 'https://neu-guong.example' }]
const of_ones_own = [...to_others, { DATABASE_URL: 'postgres://x/y' }, { DEMO: '0' }]
const starts = (envs: Record<string, string>[], found: typeof empty): Start[] => [
  ...new Set(envs.map(env => startOf(readConfig(env), found))),
]

test('an empty register of this machine alone, or with DEMO=1 any empty one, is filled with the demo', () => {
  const envs: Record<string, string>[] = [{}, { HOST: '::1' }, ...of_ones_own.map(env => ({ ...env, DEMO: '1' }))]
  expect(starts(envs, empty)).toEqual(['fill-with-demo'])
})

test('an empty register that somebody means to be their own opens to be set up, and is not filled', () => {
  expect(starts(of_ones_own, empty)).toEqual(['set-up'])
})

test('sample data is refused before others, unless DEMO=1 asks for it; to whoever sits here it is served', () => {
  expect(starts([...to_others, ...to_others.map(env => ({ ...env, DEMO: '0' }))], sample)).toEqual(['refuse'])
  expect(starts([{}, { DEMO: '0' }, { DATABASE_URL: 'postgres://x/y' }, ...to_others.map(env => ({ ...env, DEMO: '1' }))], sample)).toEqual(
    ['serve'],
  )
})

test('a register without sample data is served, whatever is set', () => {
  expect(starts([{}, ...of_ones_own, ...of_ones_own.map(env => ({ ...env, DEMO: '1' }))], real)).toEqual(['serve'])
})

test.for(['mysql://localhost/neu_guong', 'neu_guong', '//db.example/neu_guong', 'localhost:5432', '/var/run/postgresql'])(
  'DATABASE_URL=%s is refused in both languages',
  url => {
    expect(() => readConfig({ DATABASE_URL: url })).toThrow(/phải bắt đầu bằng .* · .* begins with postgres:/)
  },
)

test('PostgreSQL is named in either spelling', () => {
  const urls = ['postgres://x/y', 'postgresql://u:p@x:5433/y?sslmode=require']
  expect(urls.map(url => readConfig({ DATABASE_URL: url }).database_url)).toEqual(urls)
})

test.for<Record<string, string>>([
  { PORT: '80a' },
  { DEMO_SEED: '99999999999' },
  { OIDC_ISSUER: 'https://a.example' },
  { SMTP_URL: 'smtp://mail.example' },
  { SMTP_URL: 'http://mail.example', MAIL_FROM: 'a@b.example', SITE_ADDRESS: 'https://a.example' },
  { SITE_ADDRESS: 'neu-guong.example' },
  { LEDGER_MAIL: 'a@b.example' },
  { LEDGER_MAIL: 'nobody', SMTP_URL: 'smtp://mail.example', MAIL_FROM: 'a@b.example', SITE_ADDRESS: 'https://a.example' },
  { TRUST_PROXY: 'everybody' },
])('%j is refused in Vietnamese first, then in English', env => {
  expect(() => readConfig(env)).toThrow(/^[^·]*(?:phải|đi cùng nhau|cần có|là )[^·]* · [^·]+\.$/)
})

test.for(['', 'loud', 'INFO', 'constructor'])('LOG_LEVEL=%j is refused with the levels that there are', level => {
  expect(() => readConfig({ LOG_LEVEL: level })).toThrow(/trace, debug, info.* · /)
})
