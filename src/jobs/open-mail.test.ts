import { expect, test } from 'vitest'
import { withPostOffice } from '../../test/harness/post-office.ts'
import { openMail } from './open-mail.ts'

const office = withPostOffice()
const letter = (to: string) => ({ to, subject: 'Có việc đang chờ', text: 'Đăng nhập để xem', number: 'nhac-7' })
const post = (to: string, smtp_url = office.smtp_url) => openMail({ smtp_url, from: 'Sổ nêu gương <so@vi-du.vn>' }).post(letter(to))

test('a letter arrives once, in Vietnamese, with the number that is always its own', async () => {
  expect(await post('lan@vi-du.vn')).toEqual({ state: 'sent', reason: null })
  expect(office.received.map(({ to }) => to)).toEqual(['lan@vi-du.vn'])
  const { text } = office.received[0]!
  expect(text).toContain('Message-ID: <nhac-7@vi-du.vn>')
  expect(text).toContain('Auto-Submitted: auto-generated')
  expect(text).toMatch(/Subject: =\?UTF-8\?/)
})

test('what the server answers is certain: not now, or never; the reason is a number and repeats no address', async () => {
  office.answer = (step, to) => (step === 'to' && to.startsWith('khong') ? 550 : step === 'text' && to.startsWith('ban') ? 451 : null)
  expect(await post('khong@vi-du.vn')).toEqual({ state: 'failed', reason: 'smtp-550' })
  expect(await post('ban@vi-du.vn')).toEqual({ state: 'deferred', reason: 'smtp-451' })
})

test('a server that hangs up over the text may have the letter: unsure, and never sent again by itself', async () => {
  office.received = []
  office.answer = step => (step === 'text' ? 'hang-up' : null)
  expect(await post('lan@vi-du.vn')).toMatchObject({ state: 'unsure' })
  expect(office.received).toHaveLength(1)
})

test('a server that is not there has certainly got nothing', async () => {
  expect(await post('lan@vi-du.vn', 'smtp://127.0.0.1:9')).toEqual({ state: 'deferred', reason: 'econnrefused' })
})
