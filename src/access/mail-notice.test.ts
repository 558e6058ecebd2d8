import { expect, test } from 'vitest'
import { mailTrouble } from './mail-notice.ts'
import type { Work } from './work.ts'

const at = (role: string, lang = 'vi') => ({ who: { held: [{ role }] }, desk: { reading: { lang } } }) as unknown as Work
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
