import { expect, test } from 'vitest'
import type { StaffContext } from '../session/staff-context.ts'
import { clockTrouble, mailTrouble } from './machine-notices.ts'

const at = (role: string, lang = 'vi') => ({ who: { held: [{ role }] }, staff_page: { view: { lang } } }) as unknown as StaffContext
const since = Date.parse('2030-01-01T05:00:00Z')

test('while the mail server is at fault an administrator reads so on the home page, with its code; nobody else does, and nobody when it is mended', async () => {
  let trouble: { reason: string; since: number } | null = { reason: 'smtp-550', since }
  const find = mailTrouble(() => trouble)
  const [line, ...others] = await find(at('administrator'))
  expect([line?.href, line?.label.includes('smtp-550'), others]).toEqual([null, true, []])
  expect((await find(at('administrator', 'en')))[0]!.label).toContain('The letters wait')
  expect(await find(at('secretary'))).toEqual([])
  trouble = null
  expect(await find(at('administrator'))).toEqual([])
})

test('while the database’s clock is behind the register an administrator reads by how much; nobody else does, and nobody when it has caught up', async () => {
  let seconds = 3_541
  const find = clockTrouble(async () => seconds)
  expect((await find(at('administrator', 'en'))).map(({ label }) => label)).toEqual([
    'The clock of the database is 60 min behind what was recorded last. Changes are still recorded, after those. Set the server’s clock right.',
  ])
  expect(await find(at('secretary'))).toEqual([])
  seconds = 0
  expect(await find(at('administrator'))).toEqual([])
})
