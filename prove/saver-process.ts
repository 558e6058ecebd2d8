import { writeSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { look } from '../src/access/index.ts'
import { fieldsFrom } from '../src/commitment/fields.ts'
import { findTask } from '../src/commitment/find-task.ts'
import { saveDraft, submitCommitment } from '../src/commitment/index.ts'
import { change, type Database, openDatabase } from '../src/database/index.ts'
import { addDays, dayOf } from '../src/shared/dates.ts'
import { done } from '../src/shared/outcome.ts'
import { written } from '../test/harness/campaign.ts'

/** A process of the program that takes submissions until somebody kills it. On standard output a line for each receipt, once it is sure; with «early» before it is. */
const [data_dir, first, when] = process.argv.slice(2) as [string, string, 'sure' | 'early']
const today = dayOf(new Date())
const deed = (n: number, what: string) => ({
  [`deed_${n}_what`]: what,
  [`deed_${n}_how`]: '',
  [`deed_${n}_measure`]: 'sổ theo dõi',
  [`deed_${n}_due_on`]: addDays(today, 20),
})
const fields = fieldsFrom({ ...written, ...deed(1, 'Trồng 30 cây lát hoa'), ...deed(2, 'Giúp 3 hộ nộp hồ sơ') })

const database = await openDatabase({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say: () => {} })
let next = Number(first)
await Promise.all([1, 2, 3, 4].map(() => takeSubmissions(database)))

async function takeSubmissions(database: Database): Promise<void> {
  for (;;) await submit(database, next++)
}

/** The person's number is the obligation's: the proof made them so. What was handed in before the kill and not acknowledged is pressed again, with the same key. */
async function submit(database: Database, obligation_id: number): Promise<void> {
  const actor = { person_id: obligation_id, name: 'x' }
  const [task] = await look(database, actor, db => findTask(db, { obligation_id, day: today }))
  if (!task) process.exit(3)
  if (!task.draft_version) await change(database, actor, tx => saveDraft(tx, actor, { obligation_id, version: 0, fields, today }))
  const outcome = await change(database, actor, async tx => {
    const handed_in = await submitCommitment(tx, actor, { obligation_id, version: 1, key: `mot-lan-nop-${obligation_id}`, today })
    if (when === 'early' && handed_in.ok) {
      acknowledge(handed_in.value.number, obligation_id)
      await wait(5)
    }
    return handed_in.ok ? done(handed_in.value) : handed_in
  })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems))
  if (when === 'sure') acknowledge(outcome.value.number, obligation_id)
}

function acknowledge(number: string, obligation_id: number): void {
  writeSync(1, `${JSON.stringify({ number, obligation_id })}\n`)
}
