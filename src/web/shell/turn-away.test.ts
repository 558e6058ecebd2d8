import { expect, test } from 'vitest'
import { crowd_words } from './error-words.ts'
import { openHttpServer } from './http-server.ts'
import { Lanes } from './lanes.ts'
import { turnAway } from './turn-away.tsx'

test('a reader whom their lane would refuse is turned away at the door, in their language; a form, health and a higher lane go in', async () => {
  let lag_ms = 0
  const lanes = new Lanes({ most_at_once: 4, in_time_ms: 600, burst_ms: 0, lag_ms: () => lag_ms })
  const atTheDoor = turnAway(lanes, [['x-content-type-options', 'nosniff']])
  const server = await openHttpServer({
    port: 0,
    host: '127.0.0.1',
    listener: (request, response) => void (atTheDoor(request, response) || response.end('in')),
  })
  const ask = async (path: string, method = 'GET') => {
    const response = await fetch(`http://127.0.0.1:${server.port}${path}`, { method })
    return { status: response.status, headers: response.headers, text: await response.text() }
  }
  try {
    expect((await ask('/tin')).text).toBe('in')
    lag_ms = 400
    expect((await ask('/tin')).text).toBe('in')
    for (let i = 0; i < 5; i++) void lanes.enter('save')
    for (const [path, lang] of [
      ['/tin', 'vi'],
      ['/en/tin', 'en'],
    ] as const) {
      const { status, headers, text } = await ask(path)
      expect([status, headers.get('x-content-type-options'), headers.get('cache-control')]).toEqual([503, 'nosniff', 'no-store'])
      expect(text).toContain(crowd_words[lang].say(Number(headers.get('retry-after'))))
    }
    expect((await ask('/tin', 'HEAD')).status).toBe(503)
    for (const [path, method] of [
      ['/cam-ket', 'GET'],
      ['/healthz', 'GET'],
      ['/kiem-so', 'POST'],
      ['/dang-nhap', 'GET'],
    ] as const)
      expect([path, (await ask(path, method)).text]).toEqual([path, 'in'])
  } finally {
    await server.stop()
  }
})
