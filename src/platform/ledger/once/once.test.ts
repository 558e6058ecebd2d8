import { beforeAll, expect, test } from 'vitest'
import { tester, withDatabase } from '../../../../test/harness/database.ts'
import { note, openNotebook } from '../../../../test/harness/notebook.ts'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { change } from '../../database/index.ts'
import { record } from '../record.ts'
import { once } from './once.ts'

const world = withDatabase('empty')
const keyOf = (n: number) => `key-of-a-form-${String(n).padStart(4, '0')}`
const notesLike = async (like: string) =>
  (await world.owner.query('select words from note where words like $1 order by note_id', [like])).rows.map(row => row.words)

beforeAll(() => openNotebook(world.owner))

/** Writes a note with fresh words: what was done twice would be there twice. */
let pressed = 0
const press = (key: string, request: unknown = { name: 'a' }, act = 'write-note', actor = tester) =>
  change(world.database, actor, tx =>
    once(tx, actor, { key, act, request }, async (): Promise<Outcome<{ words: string }>> => {
      const words = `${key}-${++pressed}`
      await note(tx, words)
      await record(tx, actor, { act, object: 'note', object_id: words, digest: digestOf(words), retention: 'organisation' })
      return done({ words })
    }),
  )

test('a form that is sent twenty times at once is done once, and every press gets the one answer', async () => {
  const answers = await Promise.all(Array.from({ length: 20 }, () => press(keyOf(1))))
  const notes = await notesLike(`${keyOf(1)}%`)
  expect(notes).toHaveLength(1)
  expect(answers).toEqual(answers.map(() => ({ ok: true, value: { words: notes[0] } })))
})

test('many forms, each sent two to five times at once in any order, are each done once', async () => {
  const keys = Array.from({ length: 30 }, (_, i) => keyOf(100 + i))
  const presses = keys.flatMap((key, i) => Array.from({ length: 2 + (i % 4) }, () => key)).sort(() => Math.random() - 0.5)
  await Promise.all(presses.map(key => press(key)))
  const done_for = (await notesLike('key-of-a-form-01%')).map(words => words.slice(0, keyOf(1).length))
  expect(done_for.sort()).toEqual(keys)
})

test('without the key each press would have been done: the test can fail', async () => {
  await Promise.all([1, 2, 3].map(i => press(`${keyOf(2)}-${i}`)))
  expect(await notesLike(`${keyOf(2)}%`)).toHaveLength(3)
})

test('the same key with another request, or for another act, is refused and writes nothing', async () => {
  await press(keyOf(3))
  const before = await notesLike('%')
  expect(await press(keyOf(3), { name: 'b' })).toEqual({ ok: false, problems: [{ code: 'key-reused', field: 'key' }] })
  expect(await press(keyOf(3), { name: 'a' }, 'merge-units')).toEqual({ ok: false, problems: [{ code: 'key-reused', field: 'key' }] })
  expect(await notesLike('%')).toEqual(before)
})

test('a key that no form made is refused', async () => {
  for (const key of ['', 'short', 'có dấu cách ở trong này', 'x'.repeat(129)])
    expect(await press(key)).toEqual({ ok: false, problems: [{ code: 'unreadable-key', field: 'key' }] })
})

test('what was refused or failed is done when it is sent again', async () => {
  const key = keyOf(4)
  const sent = (work: () => Promise<Outcome<string>>) => world.change(tx => once(tx, tester, { key, act: 'write-note', request: 1 }, work))
  expect(await sent(async () => refused({ code: 'too-late' }))).toEqual({ ok: false, problems: [{ code: 'too-late' }] })
  await expect(sent(() => Promise.reject(new Error('the disk is full')))).rejects.toThrow('the disk is full')
  expect(await sent(async () => done('at last'))).toEqual({ ok: true, value: 'at last' })
})

test('a second press waits for the first; when the first is refused, the second is done', async () => {
  const key = keyOf(5)
  let letGo = () => {}
  const held = new Promise<void>(resolve => {
    letGo = resolve
  })
  let begun = () => {}
  const first_is_in = new Promise<void>(resolve => {
    begun = resolve
  })
  const first = world.change(tx =>
    once(tx, tester, { key, act: 'write-note', request: { name: 'a' } }, async () => {
      begun()
      await held
      return refused({ code: 'too-late' })
    }),
  )
  await first_is_in
  const second = press(key)
  letGo()
  expect(await first).toMatchObject({ ok: false })
  expect(await second).toMatchObject({ ok: true })
})

test('the key of one person means nothing in another’s hands, who learns nothing of it', async () => {
  const [lan, hoa] = [
    { person_id: 1, name: 'Lan' },
    { person_id: 2, name: 'Hoa' },
  ]
  const of_lan = await press(keyOf(6), { name: 'a' }, 'write-note', lan)
  const of_hoa = await press(keyOf(6), { name: 'b' }, 'write-note', hoa)
  expect(of_lan).toMatchObject({ ok: true })
  expect(of_hoa).toMatchObject({ ok: true })
  expect(of_hoa).not.toEqual(of_lan)
  expect(await press(keyOf(6), { name: 'a' }, 'write-note', lan)).toEqual(of_lan)
})

test('an answer is kept as it was given: the application can neither change nor delete a key, nor name another actor', async () => {
  const app = await world.connect('neu_guong_app')
  for (const attempt of [
    `delete from idempotency_key`,
    `update idempotency_key set request_digest = repeat('0', 64)`,
    `update idempotency_key set actor_id = 5`,
  ])
    await expect(app.query(attempt)).rejects.toMatchObject({ code: '42501' })
  await press(keyOf(8))
  await expect(app.query(`update idempotency_key set response = '{}'`)).rejects.toMatchObject({ constraint: 'first_answer_stands' })
  const in_anothers_name = `insert into idempotency_key (actor_id, key, act, request_digest) values (5, '${keyOf(7)}', 'x', repeat('0', 64))`
  await expect(app.query(in_anothers_name)).rejects.toMatchObject({ code: '42501' })
})
