import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import { between, randomFrom } from '../../seed/province/random.ts'
import { change, openDatabase } from '../../src/platform/database/index.ts'
import { remindMissing } from '../../src/register/reminder/index.ts'
import { addDue, type InventedCampaign, inventCampaign } from './campaign.ts'
import type { World } from './database.ts'
import { ended, freePort, startProgram } from './program.ts'
import { openPostOffice, type PostOffice } from './smtp.ts'

/**
 * What came of a wave of reminders whose program was killed again and again. `doubled`: mailboxes that got two letters;
 * `missing`: called sent and never received; `unsaid`: received, and said to be certainly not; `waiting`: letters
 * without a last word.
 */
export type KilledMail = {
  letters: number
  received: number
  unsure: number
  doubled: number
  missing: number
  unsaid: number
  waiting: number
}

const first_person = 1_000_000
const a_kill = 40
const longest_ms = 120_000

/**
 * A wave of letters goes out by the built program, which is killed `kills` times at random moments and started again;
 * every tenth mailbox has two readers. `forgets`: after each kill the record that a letter was on its way is lost, as
 * in a program that writes it down only afterwards: then letters must go out twice.
 */
export async function killWhileMailGoesOut(kills: number, { forgets = false } = {}): Promise<KilledMail> {
  const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-killed-mail-'))
  // As root the database runs under another account, which must come in.
  chmodSync(data_dir, 0o755)
  const { office, close } = await openPostOffice()
  const random = randomFrom(2, 'mail')
  office.answer = async () => {
    await wait(between(random, 0, 12))
    return null
  }
  const settings = { SMTP_URL: office.smtp_url, MAIL_FROM: 'so@vi-du.vn', SITE_ADDRESS: 'https://so.vi-du.vn' }
  try {
    const people = (kills + 1) * a_kill
    await atDatabase(data_dir, (owner, database) => askForLetters(owner, database, people))
    const place = { data_dir, port: await freePort(), settings }
    for (let kill = 0; kill < kills; kill++) {
      const program = startProgram(place)
      await cameMore(office)
      await wait(between(random, 0, 250))
      await ended(program, 'SIGKILL')
      await atDatabase(data_dir, owner => letTimePass(owner, forgets))
    }
    const program = startProgram(place)
    await everyWordSaid(data_dir)
    await ended(program, 'SIGTERM')
    return await atDatabase(data_dir, owner => judge(owner, office))
  } finally {
    await close()
    rmSync(data_dir, { recursive: true, force: true })
  }
}

type Opened = Awaited<ReturnType<typeof openDatabase>>

async function atDatabase<T>(data_dir: string, work: (owner: pg.Client, database: Opened) => Promise<T>): Promise<T> {
  const database = await openDatabase({ database_url: null, data_dir, database_account: 'nobody', exclusive: false, say: () => {} })
  const owner = await database.connect('neu_guong_owner')
  try {
    await owner.query(`set neu_guong.loading = 'yes'`)
    return await work(owner, database)
  } finally {
    await owner.end()
    await database.close()
  }
}

async function askForLetters(owner: pg.Client, database: Opened, people: number): Promise<void> {
  const scene = await inventCampaign({ database, owner } as unknown as World)
  await addReaders(owner, scene, people)
  const actor = { person_id: scene.people.hoa, name: 'hoa' }
  const asked = { unit: 'chi-bo', key: 'nhac-mot-lan-bam-0001', today: scene.today, by_mail: true }
  const outcome = await change(database, actor, tx => remindMissing(tx, actor, asked))
  if (!outcome.ok || outcome.value.by_mail !== people) throw new Error(JSON.stringify(outcome))
}

/** Members of the cell with a mailbox each; the last of every ten reads that of the one before. */
async function addReaders(owner: pg.Client, scene: InventedCampaign, people: number): Promise<void> {
  const last = first_person + people - 1
  await addDue(owner, scene, first_person, last)
  await owner.query(
    `insert into contact (person_id, email) select i, 'hop-' || (i - (i % 10 = 9)::int) || '@vi-du.vn' from generate_series($1::bigint, $2) i`,
    [first_person, last],
  )
}

/** Before it, a kill would hit no letter. */
async function cameMore({ received }: PostOffice): Promise<void> {
  const before = received.length
  for (const until = Date.now() + longest_ms; received.length === before; await wait(5))
    if (Date.now() > until) throw new Error(`no letter came for two minutes, after ${before}`)
}

/** The two minutes after which another takes over what a dead program had in hand. */
async function letTimePass(owner: pg.Client, forgets: boolean): Promise<void> {
  if (forgets)
    await owner.query(`delete from reminder_mail m where m.state = 'sending' and not exists (
    select from reminder_mail n where n.reminder_id = m.reminder_id and n.reminder_mail_id > m.reminder_mail_id)`)
  await owner.query(`update job set taken_until = null, due_at = now() - interval '1 minute' where ended_at is null`)
}

/** Until no job is open. What waits for a minute need not; what makes no progress for two is stuck. */
async function everyWordSaid(data_dir: string): Promise<void> {
  await atDatabase(data_dir, async owner => {
    let [open, until] = [Number.POSITIVE_INFINITY, 0]
    while (open > 0) {
      await owner.query(`update job set due_at = now() - interval '1 minute' where ended_at is null and due_at > now()`)
      const { rows } = await owner.query<{ n: number }>('select count(*)::int as n from job where ended_at is null')
      if (rows[0]!.n < open) until = Date.now() + longest_ms
      else if (Date.now() > until) throw new Error(`${open} letters were left without a word for two minutes`)
      open = rows[0]!.n
      await wait(1000)
    }
  })
}

async function judge(owner: pg.Client, { received }: PostOffice): Promise<KilledMail> {
  const { rows } = await owner.query<{ email: string; state: string | null }>(
    `select c.email, mail_state(r.reminder_id) as state from reminder r join contact c using (person_id) where upper(c.recorded) = 'infinity'`,
  )
  const came = Map.groupBy(received, ({ to }) => to)
  const of = (...states: (string | null)[]) => rows.filter(({ state }) => states.includes(state))
  return {
    letters: new Set(rows.map(({ email }) => email)).size,
    received: received.length,
    unsure: of('unsure').length,
    doubled: [...came.values()].filter(letters => letters.length > 1).length,
    missing: of('sent').filter(({ email }) => !came.has(email)).length,
    unsaid: of('failed', 'dropped').filter(({ email }) => came.has(email)).length,
    waiting: of('queued', 'deferred', 'sending', null).length,
  }
}
