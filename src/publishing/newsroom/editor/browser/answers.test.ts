import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { ask } from './answers.ts'

test('a page in the place of an answer, as the sign-in gives it, is no answer', async () => {
  const server = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end('<!doctype html><title>Đăng nhập</title>'))
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = server.address() as AddressInfo
  expect(await ask(`http://127.0.0.1:${port}/`)).toBeNull()
  server.close()
})
