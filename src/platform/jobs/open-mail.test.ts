import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { beforeEach, expect, test } from 'vitest'
import { type Moment, withHangingPostOffice } from '../../../test/harness/hanging-post-office.ts'
import { withPostOffice } from '../../../test/harness/post-office.ts'
import { type MailOptions, openMail } from './open-mail.ts'

const office = withPostOffice()
const hanging = withHangingPostOffice()
beforeEach(() => {
  office.received = []
  office.answer = () => null
  hanging.at = null
})

const letter = (to: string) => ({
  to,
  subject: 'Có việc đang chờ',
  text: 'Đăng nhập để xem',
  number: 'nhac-7',
  unsubscribe: 'https://so.vi-du.vn/tai-khoan',
})
const mailTo = (smtp_url: string, more: Partial<MailOptions> = {}) => openMail({ smtp_url, from: 'Sổ nêu gương <so@vi-du.vn>', ...more })
const post = (to: string, smtp_url = office.smtp_url) => mailTo(smtp_url).post(letter(to))
const postAt = (at: Moment, does: typeof hanging.does) => {
  Object.assign(hanging, { at, does })
  return post('lan@vi-du.vn', hanging.smtp_url)
}

test('a letter arrives once, in Vietnamese, with the number that is always its own', async () => {
  expect(await post('lan@vi-du.vn')).toEqual({ state: 'sent', reason: null })
  expect(office.received.map(({ to }) => to)).toEqual(['lan@vi-du.vn'])
  const { text } = office.received[0]!
  expect(text).toContain('Message-ID: <nhac-7@vi-du.vn>')
  expect(text).toContain('Auto-Submitted: auto-generated')
  expect(text).toContain('List-Unsubscribe: <https://so.vi-du.vn/tai-khoan>')
  expect(text).toMatch(/Subject: =\?UTF-8\?/)
})

test('a letter that a press may refuse says so to mail programs, over https alone', async () => {
  const one_click = async (unsubscribe: string) => {
    office.received = []
    await mailTo(office.smtp_url).post({ ...letter('lan@vi-du.vn'), unsubscribe, is_one_click: true })
    return office.received[0]!.text.includes('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
  }
  expect([await one_click('https://so.vi-du.vn/thu-nhac?ma=x'), await one_click('http://192.168.1.9:3000/thu-nhac?ma=x')]).toEqual([
    true,
    false,
  ])
  await post('lan@vi-du.vn')
  expect(office.received.at(-1)!.text).not.toContain('List-Unsubscribe-Post')
})

test('what the server answers to the addressee and to the text is about the letter: not now, or never; the reason is a number and repeats no address', async () => {
  office.answer = (step, to) => (step === 'to' && to.startsWith('khong') ? 550 : step === 'text' && to.startsWith('ban') ? 451 : null)
  expect(await post('khong@vi-du.vn')).toEqual({ state: 'failed', reason: 'smtp-550' })
  expect(await post('ban@vi-du.vn')).toEqual({ state: 'deferred', reason: 'smtp-451' })
})

test('a server that hangs up over the text may have the letter: unsure, and never sent again by itself', async () => {
  office.answer = step => (step === 'text' ? 'hang-up' : null)
  expect(await post('lan@vi-du.vn')).toMatchObject({ state: 'unsure' })
  expect(office.received).toHaveLength(1)
  expect(await postAt('text', 'hang-up')).toMatchObject({ state: 'unsure' })
  expect(await postAt('dot', 'hang-up')).toMatchObject({ state: 'unsure' })
})

test.each(['connect', 'EHLO', 'MAIL', 'RCPT', 'DATA'] as const)(
  'a server that hangs up at %s has certainly got nothing, and it is not the letter’s fault',
  async at => {
    const { state, of_server } = await postAt(at, 'hang-up')
    expect([state, of_server]).toEqual(['deferred', 'perhaps'])
  },
)

test('what is refused before the addressee is named is the fault of how we are set up, and keeps no letter from being sent later', async () => {
  for (const [at, code] of [
    ['connect', 554],
    ['MAIL', 550],
    ['MAIL', 530],
    ['RCPT', 530],
    ['DATA', 530],
  ] as const)
    expect([at, code, await postAt(at, code)]).toEqual([at, code, { state: 'deferred', reason: `smtp-${code}`, of_server: 'surely' }])
  expect(await postAt('MAIL', 451)).toEqual({ state: 'deferred', reason: 'smtp-451', of_server: 'perhaps' })
  expect(await postAt('RCPT', 421)).toEqual({ state: 'deferred', reason: 'smtp-421', of_server: 'perhaps' })
})

test('a certificate that nobody vouches for, and a port where TLS is not spoken, are the fault of how we are set up', async () => {
  const server = new SMTPServer({ secure: true, authOptional: true })
  server.on('error', () => {})
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.server.address() as AddressInfo
  expect(await post('lan@vi-du.vn', `smtps://127.0.0.1:${port}`)).toMatchObject({ state: 'deferred', of_server: 'surely' })
  expect(await post('lan@vi-du.vn', office.smtp_url.replace('smtp:', 'smtps:'))).toMatchObject({ state: 'deferred', of_server: 'surely' })
  await new Promise<void>(resolve => server.close(resolve))
})

test('a server that is not there has certainly got nothing', async () => {
  expect(await post('lan@vi-du.vn', 'smtp://127.0.0.1:9')).toEqual({ state: 'deferred', reason: 'econnrefused', of_server: 'perhaps' })
})

test('a server that takes the call and is silent is waited for until the time is up; a program that is to stop does not wait', async () => {
  expect(await postAt('connect', 'silence')).toEqual({ state: 'deferred', reason: 'timed-out', of_server: 'perhaps' })
  const stopping = new AbortController()
  const mail = mailTo(hanging.smtp_url, { stopping: stopping.signal })
  const posted = mail.post(letter('lan@vi-du.vn'))
  setTimeout(() => stopping.abort(), 100)
  expect(await Promise.race([posted, new Promise(resolve => setTimeout(resolve, 3000, 'still waits'))])).toEqual({
    state: 'deferred',
    reason: 'stopped',
  })
})

test('after a fault of the set-up no letter is tried for a minute; then one is, and all follow; the log has one line of each', async () => {
  let now = new Date('2030-01-01T05:00:00Z')
  const said: string[] = []
  const mail = mailTo(hanging.smtp_url, { now: () => now, say: line => said.push(line) })
  Object.assign(hanging, { at: 'MAIL', does: 550 })
  await Promise.all([mail.post(letter('lan@vi-du.vn')), mail.post(letter('hoa@vi-du.vn'))])
  expect([mail.rest(), mail.trouble()]).toEqual([new Date('2030-01-01T05:01:00Z'), { reason: 'smtp-550', since: now.getTime() }])
  now = new Date('2030-01-01T05:01:00Z')
  expect([mail.rest(), mail.rest()]).toEqual([null, new Date('2030-01-01T05:02:00Z')])
  hanging.at = null
  await mail.post(letter('lan@vi-du.vn'))
  expect([mail.rest(), mail.trouble()]).toEqual([null, null])
  expect(said).toEqual(['the mail server does not answer as it should: smtp-550', 'the mail server answers again'])
})
