import { expect, test } from 'vitest'
import { unlessStopped } from './unless-stopped.ts'

test('work that ends before a stop gives its answer; work that does not is left at the stop, with its reason', async () => {
  const stopping = new AbortController()
  expect(await unlessStopped(stopping.signal, async () => 23)).toBe(23)
  const under_way = Promise.withResolvers<number>()
  const left = unlessStopped(stopping.signal, () => under_way.promise)
  stopping.abort(new Error('SIGTERM'))
  await expect(left).rejects.toThrow('SIGTERM')
  under_way.reject(new Error('its connection was closed'))
})

test('after a stop no work begins', async () => {
  let begun = false
  const work = async () => {
    begun = true
  }
  await expect(unlessStopped(AbortSignal.abort(new Error('SIGINT')), work)).rejects.toThrow('SIGINT')
  expect(begun).toBe(false)
})
