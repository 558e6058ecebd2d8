import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { expect, test } from 'vitest'
import { askSignOn, isUnreached } from './sign-on.ts'

test('a program that is to stop ends at once what it asks of a sign-on that does not answer', async () => {
  const deaf = createServer(socket => socket.on('error', () => {}).resume()).listen(0, '127.0.0.1')
  await once(deaf, 'listening')
  const issuer = `http://127.0.0.1:${(deaf.address() as AddressInfo).port}`
  const stopping = new AbortController()
  const sign_on = { issuer, client_id: 'so', client_secret: 'of the test', label: 'Cổng tỉnh', stopping: stopping.signal }
  const asked = askSignOn(sign_on, () => 'answered').catch(error => isUnreached(error) && 'unreached')
  await once(deaf, 'connection')
  stopping.abort()
  expect(await Promise.race([asked, new Promise(resolve => setTimeout(resolve, 3000, 'still waits'))])).toBe('unreached')
  deaf.close()
})
