import { randomFrom } from '../seed/province/random.ts'
import { done, type Outcome } from '../src/basis/shared/outcome.ts'
import { type Actor, change, type Database } from '../src/platform/database/index.ts'
import { once, record } from '../src/platform/ledger/index.ts'
import { inventCampaign } from '../test/harness/campaign.ts'
import type { World } from '../test/harness/database.ts'
import { note, openNotebook } from '../test/harness/notebook.ts'
import { ask, openDoor } from './door.ts'
import { onOwnGround, type Register } from './ground.ts'
import { addMembers } from './members.ts'
import type { Proved } from './proof.ts'

/**
 * Requests, each sent 2 to 20 times at once: one of fifty is the form that hands a commitment in, the others a small
 * verb of the proof's own.
 */
export const n = 5000
export const nightly_n = 50_000

const actor: Actor = { person_id: null, name: 'prove' }
const at_once = 40
const first_person = 1_000_000
type Press = (database: Database, key: string) => Promise<Outcome<{ words: string }>>
let pressed = 0

/**
 * 11. Pressing twice does it once: of every request there is one row, one entry of the ledger and one answer, the same
 *     for each press.
 */
export async function run(requests: number): Promise<Proved> {
  const of_verb = await onOwnGround(async newRegister => failuresOf(await newRegister(at_once), Math.ceil(requests * 0.98), pressOnce))
  const of_form = await onOwnGround(async newRegister => pressForms(await newRegister(at_once), Math.ceil(requests / 50), key => key))
  return { failures: of_verb.failures + of_form.failures, notes: [...of_verb.notes!, ...of_form.notes!] }
}

/**
 * Without the key, what was pressed twice must be there twice; and a form whose every press has a key of its own must
 * answer unlike.
 */
export async function control(): Promise<boolean> {
  const verb = await onOwnGround(async newRegister =>
    failuresOf(await newRegister(at_once), 50, (database, key) => change(database, actor, tx => write(tx, key))),
  )
  const form = await onOwnGround(async newRegister => pressForms(await newRegister(at_once), 20, (key, press) => `${key}-${press}`))
  return verb.failures > 0 && form.failures > 0
}

/** Members hand in by the form of the page, each pressing several times at once. */
async function pressForms(register: Register, requests: number, keyOf: (key: string, press: number) => string): Promise<Proved> {
  const { owner } = register
  const scene = await inventCampaign({ ...register } as unknown as World)
  const last = first_person + requests - 1
  await addMembers(owner, scene, first_person, last)
  const door = await openDoor(register)
  try {
    const { presses, unlike } = await pressAll(requests, async (i, times) => {
      const person_id = first_person + i
      const send = (press: number) =>
        ask(door.address, person_id, `/cam-ket/${person_id}/nop`, { draft_version: '1', key: keyOf(`mot-lan-nop-${person_id}`, press) })
      const answers = await Promise.all(Array.from({ length: times }, (_, press) => send(press)))
      return answers.every(({ status, location }) => status === 303 && location === answers[0]!.location)
    })
    const { rows } = await owner.query<{ right: number; tallied: number }>(
      `select (select coalesce(sum(submitted), 0)::int from commitment_tally) as tallied,
              count(*) filter (where (select count(*) from commitment c join commitment_receipt r using (commitment_id) join commitment_step s using (commitment_id)
                                       where c.obligation_id = o.obligation_id) = 1
                                 and (select count(*) from ledger_entry e where e.act = 'submit-commitment' and e.actor_id = o.person_id) = 1)::int as right
         from obligation o where o.obligation_id between $1 and $2`,
      [first_person, last],
    )
    const wrong = requests - rows[0]!.right + Math.abs(rows[0]!.tallied - requests)
    return { failures: wrong + unlike, notes: [`${presses} presses of ${requests} forms`] }
  } finally {
    await door.close()
  }
}

async function failuresOf({ database, owner }: Register, requests: number, press: Press): Promise<Proved> {
  await openNotebook(owner)
  const { presses, unlike } = await pressAll(requests, async (i, times) => {
    const key = `mot-lan-bam-${String(i).padStart(7, '0')}`
    const answers = await Promise.all(Array.from({ length: times }, () => press(database, key)))
    return new Set(answers.map(answer => JSON.stringify(answer))).size === 1 && answers[0]!.ok
  })
  const { rows } = await owner.query<{ failures: number }>(
    `with written as (select left(words, 19) as key, count(*) as times from note where words like 'mot-lan-bam-%' group by 1),
          told as (select object_id as key, count(*) as times from ledger_entry where act = 'write-note' group by 1)
     select ($1 - count(*) filter (where w.times = 1 and t.times = 1))::int as failures
       from written w
       full join told t using (key)`,
    [requests],
  )
  return { failures: rows[0]!.failures + unlike, notes: [`${presses} presses of ${requests} verbs`] }
}

/**
 * Most people press twice; some machines send twenty times. Four people at once. `press` tells whether all its answers
 * were the same.
 */
async function pressAll(
  requests: number,
  press: (i: number, times: number) => Promise<boolean>,
): Promise<{ presses: number; unlike: number }> {
  const random = randomFrom(11, 'presses')
  const told = { presses: 0, unlike: 0 }
  let next = 0
  const person = async () => {
    for (let i = next++; i < requests; i = next++) {
      const times = 2 + Math.floor(19 * random() ** 4)
      told.presses += times
      if (!(await press(i, times))) told.unlike++
    }
  }
  await Promise.all(Array.from({ length: 4 }, person))
  return told
}

const pressOnce: Press = (database, key) =>
  change(database, actor, tx => once(tx, actor, { key, act: 'write-note', request: { key } }, () => write(tx, key)))

async function write(tx: Parameters<Parameters<typeof change>[2]>[0], key: string): Promise<Outcome<{ words: string }>> {
  const words = `${key}-${++pressed}`
  await note(tx, words)
  await record(tx, actor, { act: 'write-note', object: 'note', object_id: key, digest: '0'.repeat(64), retention: 'organisation' })
  return done({ words })
}
