import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { TaggedCache } from './tagged-cache.ts'
import { namesOf, namesStruckBy } from './tags.ts'

const tags = ['edition', 'edition:1', 'edition:2', 'standing', 'page']
/** What each thing is made from. Two are made from rows, one from a whole table, one from two tables. */
const sources: Record<string, string[]> = {
  'article 1': ['edition:1', 'standing'],
  'article 2': ['edition:2'],
  'all articles': ['edition'],
  map: ['standing'],
  about: ['page'],
}
const keys = Object.keys(sources)

const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('ask' as const), key: fc.constantFrom(...keys) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('write' as const), tag: fc.constantFrom(...tags) }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constantFrom('read' as const, 'finish' as const, 'fail' as const), nth: fc.nat(5) }) },
  { weight: 3, arbitrary: fc.constant({ do: 'deliver' as const }) },
  { weight: 1, arbitrary: fc.constantFrom({ do: 'lose' as const }, { do: 'listen' as const }) },
)
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never

/** Something being made: it reads the register once, some time after it began, and is finished some time after that. */
type Making = { key: string; read: number[] | null; finish: (versions: number[]) => void; fail: () => void }
type Thing = { versions: number[]; filler: string }
const most_bytes = 6 * 1024

/** A register with a memory before it, where everything happens in the order of the steps. */
class World {
  memory: TaggedCache<Thing> = makeMemory()
  committed = new Map<string, number>()
  /** What the memory's owner has heard of, by name. */
  heard = new Map<string, number>()
  undelivered: string[] = []
  listening = false
  making: Making[] = []
  answers: { key: string; least: number[]; got: number[] }[] = []
  wrongly_gone: string[] = []
  most_bytes_seen = 0

  async run(steps: readonly Step[]): Promise<void> {
    for (const each of steps) {
      this.take(each)
      await new Promise(setImmediate)
      this.most_bytes_seen = Math.max(this.most_bytes_seen, this.memory.bytes)
    }
    while (this.making.length > 0) {
      this.take({ do: 'finish', nth: 0 })
      await new Promise(setImmediate)
    }
  }

  take(step: Step): void {
    if (step.do === 'ask') this.ask(step.key)
    else if (step.do === 'write') this.write(step.tag)
    else if (step.do === 'deliver') this.deliver()
    else if (step.do === 'lose') this.lose()
    else if (step.do === 'listen') this.listen()
    else this.goOn(step.do, step.nth)
  }

  /**
   * Whoever asks must get at least what the memory has heard of by now; while it does not listen, what is committed by
   * now.
   */
  ask(key: string): void {
    const least = versionsOf(key, this.listening ? this.heard : this.committed)
    this.memory
      .remember(key, sources[key]!, () => this.make(key))
      .then(
        thing => this.answers.push({ key, least, got: thing.versions }),
        () => {},
      )
  }

  make(key: string): Promise<Thing> {
    return new Promise((finish, fail) => {
      const filler = 'x'.repeat(1500)
      this.making.push({ key, read: null, finish: versions => finish({ versions, filler }), fail: () => fail(new Error('refused')) })
    })
  }

  goOn(how: 'read' | 'finish' | 'fail', nth: number): void {
    const making = this.making[nth % this.making.length]
    if (making === undefined) return
    if (how !== 'fail') making.read ??= versionsOf(making.key, this.committed)
    if (how === 'read') return
    this.making.splice(this.making.indexOf(making), 1)
    if (how === 'fail') making.fail()
    else making.finish(making.read!)
  }

  write(tag: string): void {
    for (const name of namesStruckBy(tag)) this.committed.set(name, (this.committed.get(name) ?? 0) + 1)
    if (this.listening) this.undelivered.push(tag)
  }

  deliver(): void {
    const tag = this.undelivered.shift()
    if (tag === undefined) return
    for (const name of namesStruckBy(tag)) this.heard.set(name, (this.heard.get(name) ?? 0) + 1)
    const before = keys.filter(key => this.keeps(key))
    this.memory.purge([tag])
    const untouched = before.filter(key => !sources[key]!.flatMap(namesOf).some(name => namesStruckBy(tag).includes(name)))
    this.wrongly_gone.push(...untouched.filter(key => !this.keeps(key)))
  }

  keeps(key: string): boolean {
    return this.memory.find(key) !== undefined
  }

  lose(): void {
    this.listening = false
    this.undelivered = []
    this.memory.close()
  }

  listen(): void {
    if (this.listening) return
    this.listening = true
    this.heard = new Map(this.committed)
    this.memory.open()
  }

  tooOld() {
    return this.answers.filter(({ least, got }) => got.some((version, i) => version < least[i]!))
  }
}

function versionsOf(key: string, register: Map<string, number>): number[] {
  return sources[key]!.flatMap(namesOf).map(name => register.get(name) ?? 0)
}

function promise(makeWorld: () => World) {
  return fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 80, size: 'max' }), async steps => {
    const world = makeWorld()
    world.listen()
    await world.run(steps)
    expect(world.tooOld()).toEqual([])
    expect(world.wrongly_gone).toEqual([])
    expect(world.most_bytes_seen).toBeLessThanOrEqual(most_bytes)
  })
}

test('nobody is answered with what is older than the last change heard of before he asked; only what was made from it goes; memory is bounded', async () => {
  await fc.assert(
    promise(() => new World()),
    tries(1000),
  )
})

test('the promise is broken by a memory that is deaf, one that stays open when the line is lost, and one that forgets too much', async () => {
  class Deaf extends World {
    override memory = sabotaged({ purge() {} })
  }
  class Careless extends World {
    override memory = sabotaged({ close() {} })
  }
  class Frightened extends World {
    override memory = sabotaged({
      purge() {
        this.open()
      },
    })
  }
  for (const Broken of [Deaf, Careless, Frightened]) {
    const found = await fc.check(
      promise(() => new Broken()),
      { numRuns: 3000, endOnFailure: true },
    )
    expect([Broken.name, found.failed]).toEqual([Broken.name, true])
  }
})

function makeMemory(): TaggedCache<Thing> {
  return new TaggedCache({ most_bytes, weigh: thing => JSON.stringify(thing).length })
}

function sabotaged(changes: Partial<TaggedCache<Thing>> & ThisType<TaggedCache<Thing>>): TaggedCache<Thing> {
  return Object.assign(makeMemory(), changes)
}

test('what many ask for at once is made once, and what failed is made again', async () => {
  const memory = new TaggedCache<string>()
  memory.open()
  const made: string[] = []
  const make = async () => {
    made.push('made')
    await new Promise(setImmediate)
    return 'answer'
  }
  const failing = memory.remember('key', ['page'], () => Promise.reject(new Error('the register is away')))
  await expect(failing).rejects.toThrow('the register is away')
  const answers = await Promise.all([1, 2, 3].map(() => memory.remember('key', ['page'], make)))
  expect([answers, made]).toEqual([['answer', 'answer', 'answer'], ['made']])
})

test('what holds only today is made again tomorrow, also for who joined in its making before midnight', async () => {
  let now = 0
  const memory = new TaggedCache<string>({ clock: () => now })
  memory.open()
  let midnight = 100
  const make = async () => {
    const day = `the day that ends at ${midnight}`
    const until = midnight
    await new Promise(setImmediate)
    return { value: day, tags: ['page'], until }
  }
  const early = memory.recall('home', make)
  now = 150
  midnight = 200
  const late = memory.recall('home', make)
  expect([await early, await late]).toEqual(['the day that ends at 100', 'the day that ends at 200'])
  expect(memory.find('home')).toBe('the day that ends at 200')
  now = 200
  expect(memory.find('home')).toBeUndefined()
})

test('what is read goes on being kept, what is not makes room', async () => {
  const memory = new TaggedCache<string>({ most_bytes: 30, weigh: text => text.length })
  memory.open()
  const keep = (key: string) => memory.remember(key, ['page'], async () => 'ten bytes.')
  for (const key of ['a', 'b', 'c']) await keep(key)
  memory.find('a')
  await keep('d')
  expect(['a', 'b', 'c', 'd'].map(key => memory.find(key) !== undefined)).toEqual([true, false, true, true])
  await memory.remember('too large', ['page'], async () => 'x'.repeat(31))
  expect([memory.find('too large'), memory.bytes, memory.size]).toEqual([undefined, 30, 3])
})
