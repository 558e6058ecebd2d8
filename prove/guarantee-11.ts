import { randomFrom } from '../seed/province/random.ts'
import { type Actor, change, type Database } from '../src/database/index.ts'
import { once, record } from '../src/ledger/index.ts'
import { done, type Outcome } from '../src/shared/outcome.ts'
import { onOwnGround, type Register } from './ground.ts'
import type { Proved } from './proof.ts'

/** Requests, each sent 2 to 20 times at once. */
export const n = 5000
export const nightly_n = 50_000

const actor: Actor = { person_id: null, name: 'prove' }
const at_once = 40
type Press = (database: Database, key: string) => Promise<Outcome<{ unit: string }>>
let pressed = 0

/** 11. Pressing twice does it once: of every request there is one row, one entry of the ledger and one answer, the same for each press. */
export function run(requests: number): Promise<Proved> {
  return onOwnGround(async newRegister => failuresOf(await newRegister(at_once), requests, pressOnce))
}

/** Without the key, what was pressed twice must be there twice. */
export function control(): Promise<boolean> {
  return onOwnGround(
    async newRegister =>
      (await failuresOf(await newRegister(at_once), 50, (database, key) => change(database, actor, tx => write(tx, key)))).failures > 0,
  )
}

async function failuresOf({ database, owner }: Register, requests: number, press: Press): Promise<Proved> {
  const random = randomFrom(11, 'presses')
  let presses = 0
  let unlike = 0
  const queue = Array.from({ length: requests }, (_, i) => `mot-lan-bam-${String(i).padStart(7, '0')}`)
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let key = queue.pop(); key; key = queue.pop()) {
        // Most people press twice; some machines send twenty times.
        const times = 2 + Math.floor(19 * random() ** 4)
        presses += times
        const answers = await Promise.all(Array.from({ length: times }, () => press(database, key!)))
        if (new Set(answers.map(answer => JSON.stringify(answer))).size !== 1 || !answers[0]!.ok) unlike++
      }
    }),
  )
  const { rows } = await owner.query<{ failures: number }>(
    `with written as (select left(key, 19) as key, count(*) as times from unit where key like 'mot-lan-bam-%' group by 1),
          told as (select object_id as key, count(*) as times from ledger_entry where act = 'name-unit' group by 1)
     select ($1 - count(*) filter (where w.times = 1 and t.times = 1))::int as failures
       from written w
       full join told t using (key)`,
    [requests],
  )
  return { failures: rows[0]!.failures + unlike, notes: [`${presses} presses`] }
}

const pressOnce: Press = (database, key) =>
  change(database, actor, tx => once(tx, actor, { key, act: 'name-unit', request: { key } }, () => write(tx, key)))

async function write(tx: Parameters<Parameters<typeof change>[2]>[0], key: string): Promise<Outcome<{ unit: string }>> {
  const unit = `${key}-${++pressed}`
  await tx.insertInto('unit').values({ key: unit }).execute()
  await record(tx, actor, { act: 'name-unit', object: 'unit', object_id: key, digest: '0'.repeat(64), retention: 'organisation' })
  return done({ unit })
}
