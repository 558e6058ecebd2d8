import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { done, refused } from '../../basis/shared/outcome.ts'
import { change } from '../database/index.ts'
import { addJobs } from './add-jobs.ts'
import { type Job, runJobs, type Task } from './run-jobs.ts'

const world = withDatabase('empty')
const noon = new Date('2030-01-01T05:00:00Z')
const after = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)
const actor = { person_id: 7, name: 'test' }
const add = (task: string, subjects: number[]) => change(world.database, actor, async tx => done(await addJobs(tx, task, subjects)))
const run = (task: string, work: Task, now = noon, said: string[] = []) =>
  runJobs(world.database, { tasks: { [task]: work }, now: () => now, say: line => said.push(line) })
const rows = async (task: string) =>
  (await world.owner.query('select subject, attempts, outcome from job where task = $1 order by subject', [task])).rows

test('what is asked for twice is done once, and what is rolled back is not asked for', async () => {
  await add('count', [1, 2])
  await add('count', [2, 3])
  await change(world.database, actor, async tx => {
    await addJobs(tx, 'count', [9])
    return refused({ code: 'no' })
  })
  const seen: number[] = []
  const work: Task = async job => {
    seen.push(job.subject)
    return 'done'
  }
  expect(await run('count', work)).toBe(3)
  expect(await run('count', work)).toBe(0)
  await add('count', [1])
  expect(await run('count', work)).toBe(0)
  expect(seen.sort()).toEqual([1, 2, 3])
})

test('two runners share the jobs, and never hold the same one', async () => {
  await add(
    'share',
    Array.from({ length: 40 }, (_, i) => i),
  )
  const seen: number[] = []
  const work: Task = async job => {
    seen.push(job.subject)
    await new Promise(resolve => setTimeout(resolve, 2))
    return 'done'
  }
  await Promise.all([run('share', work), run('share', work)])
  expect(seen.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 40 }, (_, i) => i))
})

test('a job whose runner was killed is taken by another, two minutes later and not before', async () => {
  await add('cut', [1])
  // Never ends: its runner is as good as dead.
  void run('cut', () => new Promise(() => {}))
  await expect.poll(() => rows('cut')).toEqual([{ subject: 1, attempts: 1, outcome: null }])
  const again: Job[] = []
  const work: Task = async job => {
    again.push(job)
    return 'done'
  }
  expect(await run('cut', work, after(1))).toBe(0)
  expect(await run('cut', work, after(3))).toBe(1)
  expect(again.map(job => job.attempts)).toEqual([2])
})

test('a task that throws waits longer each time, is told of, and is given up after twelve attempts', async () => {
  await add('throw', [1])
  const said: string[] = []
  const work: Task = async () => {
    throw new Error('the lines are down')
  }
  await run('throw', work, noon, said)
  expect(await run('throw', work, after(0.9), said)).toBe(0)
  expect(await run('throw', work, after(1.1), said)).toBe(1)
  for (let i = 3; i <= 12; i++) await run('throw', work, after(10_000 * i), said)
  expect(await run('throw', work, after(1_000_000), said)).toBe(0)
  expect(await rows('throw')).toEqual([{ subject: 1, attempts: 12, outcome: 'given-up' }])
  expect(said).toHaveLength(12)
  expect(said[0]).toContain('the lines are down')
})

test('nobody asks for a job in the name of another, and nobody deletes one', async () => {
  const app = await world.connect('neu_guong_app')
  await app.query(`select set_config('neu_guong.person_id', '7', false)`)
  await expect(app.query(`insert into job (task, subject, actor_id) values ('x', 1, 8)`)).rejects.toMatchObject({ code: '42501' })
  await expect(app.query('delete from job')).rejects.toMatchObject({ code: '42501' })
  await expect(app.query('update job set actor_id = 8')).rejects.toMatchObject({ code: '42501' })
})
