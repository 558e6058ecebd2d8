import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { until } from '../../../../test/harness/until.ts'
import { openLog } from '../log.ts'
import { ChangeListener } from './change-listener.ts'
import { TaggedCache } from './tagged-cache.ts'

const world = withDatabase('empty')
const log = openLog({ level: 'silent' })

test('a committed write takes away what was made from its table, and leaves the rest; one that is rolled back takes nothing', async () => {
  await listening(async memory => {
    await fill(memory, { article: ['edition', 'standing'], map: ['standing'], about: ['page'] })
    await world.owner.query(`begin; select pg_notify('neu_guong_changed', 'edition'); rollback`)
    await world.owner.query(`begin; select pg_notify('neu_guong_changed', 'standing:7'); commit`)
    await until(() => memory.find('map') === undefined)
    expect(['article', 'map', 'about'].map(key => memory.find(key))).toEqual([undefined, undefined, 'about'])
  })
})

test('a table that is announced tells of its rows', async () => {
  await listening(async memory => {
    await world.owner.query(`create table road (road_id integer); call announce('road')`)
    await fill(memory, { roads: ['road', 'page'], about: ['page'] })
    await world.owner.query('insert into road (road_id) values (1)')
    await until(() => memory.find('roads') === undefined)
    expect(memory.find('about')).toBe('about')
  })
})

test('while the line is cut nothing is kept; when it is back the memory is open and empty', async () => {
  let may_come_back = Promise.resolve()
  const connect = () => may_come_back.then(() => world.connect('neu_guong_app'))
  await listening(async (memory, listener) => {
    await fill(memory, { about: ['page'] })
    const { promise, resolve: comeBack } = Promise.withResolvers<void>()
    may_come_back = promise
    expect(await world.cutLines()).toBe(1)
    await until(() => !listener.hears)
    expect([memory.is_open, memory.find('about')]).toEqual([false, undefined])
    expect(await memory.remember('about', ['page'], async () => 'made for one')).toBe('made for one')
    expect(memory.find('about')).toBeUndefined()
    comeBack()
    await until(() => listener.hears)
    expect([memory.is_open, memory.find('about')]).toEqual([true, undefined])
    await fill(memory, { about: ['page'] })
    await world.owner.query(`select pg_notify('neu_guong_changed', 'page')`)
    await until(() => memory.find('about') === undefined)
  }, connect)
})

test('a line that falls silent counts as lost', async () => {
  const memory = new TaggedCache<string>()
  const connect = async () => {
    const client = await world.connect('neu_guong_app')
    const query = client.query.bind(client)
    client.query = ((text: string) => (text === 'select 1' ? new Promise(() => {}) : query(text))) as typeof client.query
    return client
  }
  const listener = new ChangeListener({ connect, memories: [memory], log, pulse_ms: 20 })
  await listener.tried
  expect(memory.is_open).toBe(true)
  await until(() => !memory.is_open)
  await listener.stop()
})

test('without a database it says so and goes on trying', async () => {
  const memory = new TaggedCache<string>()
  let refusals = 0
  const connect = () => (++refusals < 3 ? Promise.reject(new Error('no server')) : world.connect('neu_guong_app'))
  const listener = new ChangeListener({ connect, memories: [memory], log })
  await listener.tried
  expect([memory.is_open, listener.hears]).toEqual([false, false])
  await until(() => memory.is_open)
  await listener.stop()
  expect(memory.is_open).toBe(false)
})

async function listening(
  work: (memory: TaggedCache<string>, listener: ChangeListener) => Promise<void>,
  connect = () => world.connect('neu_guong_app'),
): Promise<void> {
  const memory = new TaggedCache<string>()
  const listener = new ChangeListener({ connect, memories: [memory], log })
  await listener.tried
  expect(listener.hears).toBe(true)
  try {
    await work(memory, listener)
  } finally {
    await listener.stop()
  }
}

async function fill(memory: TaggedCache<string>, tags_by_key: Record<string, string[]>): Promise<void> {
  for (const [key, tags] of Object.entries(tags_by_key)) await memory.remember(key, tags, async () => key)
}
