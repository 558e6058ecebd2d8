import { beforeAll, beforeEach, expect, test } from 'vitest'
import { fieldsFrom, type InventedCampaign, inventCampaign, written } from '../../../test/harness/campaign.ts'
import { withDatabase } from '../../../test/harness/database.ts'
import { withHangingPostOffice } from '../../../test/harness/hanging-post-office.ts'
import { bodyOf, withPostOffice } from '../../../test/harness/post-office.ts'
import { addDays } from '../../basis/shared/dates.ts'
import { done } from '../../basis/shared/outcome.ts'
import { change } from '../../platform/database/index.ts'
import { openMail, runJobs } from '../../platform/jobs/index.ts'
import { look } from '../../platform/sign-in/index.ts'
import { saveDraft } from '../commitment/verbs/save-draft.ts'
import { submitCommitment } from '../commitment/verbs/submit-commitment.ts'
import { listMyReminders, listReminded, listReminderWaves } from './list-reminders.ts'
import { listToRemind } from './list-to-remind.ts'
import { postReminder, postReminderAgain } from './post-reminder.ts'
import { readReminder } from './read-reminder.ts'
import { post_reminder, remindMissing } from './remind-missing.ts'
import { listLettersLost, post_reminder_again, sendLettersAgain } from './send-letters-again.ts'

const world = withDatabase('empty')
const office = withPostOffice()
const hanging = withHangingPostOffice()
let scene: InventedCampaign
let presses = 0

beforeAll(async () => {
  scene = await inventCampaign(world)
})
beforeEach(() => {
  office.received = []
  office.answer = () => null
})

type Who = keyof InventedCampaign['people']
const actor = (who: Who) => ({ person_id: scene.people[who], name: who })
const as = <T>(who: Who, work: Parameters<typeof change<T>>[2]) => change(world.database, actor(who), work)
const see = <T>(who: Who, read: Parameters<typeof look<T>>[2]) => look(world.database, actor(who), read)
const key = () => `nhac-mot-lan-bam-${String(++presses).padStart(4, '0')}`
const remind = (who: Who, unit: string, { pressed = key(), by_mail = true, today = scene.today } = {}) =>
  as(who, tx => remindMissing(tx, actor(who), { unit, key: pressed, today, by_mail }))
const codes = (outcome: { ok: boolean; problems?: { code: string }[] }) => outcome.problems?.map(({ code }) => code) ?? []
const post = (minutes = 0, mail = openMail({ smtp_url: office.smtp_url, from: 'so@vi-du.vn' })) => {
  const now = () => new Date(Date.now() + minutes * 60_000)
  const unsubscribeAt = ({ people, email }: { people: number[]; email: string }) =>
    `https://so.vi-du.vn/thu-nhac?ma=${people.join('.')}-${email}`
  const options = { database: world.database, mail, site_address: 'https://so.vi-du.vn', now, unsubscribeAt }
  const tasks = { [post_reminder]: postReminder(options), [post_reminder_again]: postReminderAgain(options) }
  return runJobs(world.database, { tasks, now, say: line => expect.fail(line) })
}
async function asLoader(statement: string, values: unknown[] = []) {
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  return (await world.owner.query(statement, values)).rows
}
/** A week and a day go by. */
const later = () => asLoader(`update reminder set reminded_at = reminded_at - interval '8 days'`)
const give = (who: Who, email: string) => asLoader('insert into contact (person_id, email) values ($1, $2)', [scene.people[who], email])
/** What has become of the mail of the last wave, step by step. */
const steps = async () =>
  (
    await asLoader(
      `select v.full_name || ': ' || m.state || coalesce(' ' || m.reason, '') as step
         from reminder_mail m join reminder r using (reminder_id) join person_version v using (person_id)
        where r.reminder_wave_id = (select max(reminder_wave_id) from reminder_wave) order by m.reminder_mail_id`,
    )
  ).map(row => row.step)

test('a secretary reminds her cell: each sees it at home until they have read it, and only their own', async () => {
  const outcome = await remind('hoa', 'chi-bo')
  expect(outcome).toMatchObject({ ok: true, value: { reminded: 3, by_mail: 0 } })
  const [seen] = await see('lan', db => listMyReminders(db, { day: scene.today }))
  expect(seen).toMatchObject({ sent_as: 'secretary', sent_from: 'chi-bo', read_at: null })
  expect(await see('lieu', db => listMyReminders(db, { day: scene.today }))).toEqual([])
  const read = (who: Who) => as(who, tx => readReminder(tx, actor(who), { reminder_id: seen!.reminder_id }))
  expect(await read('quy')).toEqual({ ok: true, value: false })
  expect(await read('lan')).toEqual({ ok: true, value: true })
  expect(await read('lan')).toEqual({ ok: true, value: false })
  expect((await see('lan', db => listMyReminders(db, { day: scene.today })))[0]!.read_at).not.toBeNull()
})

test('nobody is reminded twice within the days of the rule: not by another office, not by SQL; after them they are', async () => {
  expect(codes(await remind('hoa', 'chi-bo'))).toEqual(['nobody-to-remind'])
  // The district reaches everybody, and those of the cell were reminded already.
  expect(await remind('superior', 'huyen-uy')).toMatchObject({ ok: true, value: { reminded: 2 } })
  const again = as('hoa', async tx =>
    done(
      await tx
        .insertInto('reminder')
        .columns(['reminder_wave_id', 'obligation_id', 'person_id'])
        .expression(tx.selectFrom('reminder').select(['reminder_wave_id', 'obligation_id', 'person_id']).limit(1))
        .execute(),
    ),
  )
  await expect(again).rejects.toMatchObject({ constraint: 'reminders_keep_their_distance' })
  await later()
  expect(await remind('hoa', 'chi-bo')).toMatchObject({ ok: true, value: { reminded: 3 } })
})

test('a rule of other days holds from the day on which it is in force', async () => {
  await later()
  await asLoader(`update reminder_rule set recorded = closed(recorded)`)
  await asLoader(`insert into reminder_rule (days, valid) values (7, daterange('2016-01-01', $1)), (30, daterange($1, 'infinity'))`, [
    scene.today,
  ])
  expect(codes(await remind('hoa', 'chi-bo'))).toEqual(['nobody-to-remind'])
  expect(
    (await see('hoa', db => listToRemind(db, { unit: 'chi-bo', campaign_id: scene.campaign_id, day: scene.today })))[0]!.again_on,
  ).toBe(addDays(scene.today, 22))
  await asLoader(`update reminder_rule set recorded = closed(recorded) where upper(recorded) = 'infinity'`)
  await asLoader(`insert into reminder_rule (days, valid) values (7, '[2016-01-01,infinity)')`)
})

test('the secretary and the office press at the same moment, and the button is pressed twice: each person is reminded once', async () => {
  await later()
  const pressed = key()
  const outcomes = await Promise.all([
    remind('hoa', 'chi-bo', { pressed }),
    remind('hoa', 'chi-bo', { pressed }),
    remind('office', 'dang-bo-xa'),
    remind('superior', 'huyen-uy'),
  ])
  expect(outcomes[0]).toEqual(outcomes[1])
  const today = await asLoader(
    `select v.full_name from reminder r join person_version v using (person_id) where reminded_at > now() - interval '1 hour' order by 1`,
  )
  expect(today.map(row => row.full_name)).toEqual(['Bàn Thị Liễu', 'Hà Đức Toàn', 'Nông Thị Lan', 'Nông Văn Quý', 'Triệu Văn Hòa'])
})

test('who may not remind is refused, and so is every wave outside the window; a member of another commune is nobody’s but their own office’s', async () => {
  await later()
  expect(codes(await remind('lan', 'chi-bo'))).toEqual(['not-yours'])
  expect(codes(await remind('hoa', 'chi-bo-ben'))).toEqual(['not-yours'])
  expect(codes(await remind('leader', 'chi-bo'))).toEqual(['not-yours'])
  expect(codes(await remind('hoa', 'khong-co'))).toEqual(['no-campaign'])
  expect(codes(await remind('hoa', 'chi-bo', { today: addDays(scene.closes_on, 1) }))).toEqual(['closed'])
  expect(codes(await remind('hoa', 'chi-bo', { today: addDays(scene.today, -1) }))).toEqual(['no-campaign'])
})

test('who has handed in is not reminded', async () => {
  const deed = (n: number, what: string) => ({
    [`deed_${n}_what`]: what,
    [`deed_${n}_measure`]: 'sổ theo dõi',
    [`deed_${n}_due_on`]: addDays(scene.today, 20),
  })
  const fields = fieldsFrom({ ...written, ...deed(1, 'Trồng 30 cây lát hoa'), ...deed(2, 'Giúp 3 hộ nộp hồ sơ') })
  const [quy, obligation_id, today] = [actor('quy'), scene.names['Nông Văn Quý']!, scene.today]
  await as('quy', tx => saveDraft(tx, quy, { obligation_id, version: 0, fields, today }))
  expect((await as('quy', tx => submitCommitment(tx, quy, { obligation_id, version: 1, key: key(), today }))).ok).toBe(true)
  expect(await see('quy', db => listMyReminders(db, { day: today }))).toEqual([])
  expect(await remind('hoa', 'chi-bo')).toMatchObject({ ok: true, value: { reminded: 2 } })
})

test('a letter says that something waits and where to sign in: no name, no unit, no text; and it goes out once', async () => {
  await later()
  await give('lan', 'lan@vi-du.vn')
  expect(await remind('hoa', 'chi-bo')).toMatchObject({ ok: true, value: { reminded: 2, by_mail: 1 } })
  expect(await post()).toBe(1)
  expect(await post()).toBe(0)
  expect(office.received.map(({ to }) => to)).toEqual(['lan@vi-du.vn'])
  const text = bodyOf(office.received[0]!)
  expect(text).toContain('https://so.vi-du.vn/dang-nhap?ve=%2Fcam-ket')
  for (const word of ['Lan', 'Hòa', 'Quý', 'chi-bo', 'Chi bộ', 'cam kết']) expect(text).not.toContain(word)
  expect(await steps()).toEqual(['Nông Thị Lan: queued', 'Nông Thị Lan: sending', 'Nông Thị Lan: sent'])
})

test('a server that says «not now» is asked again, one that says «never» is not; the record says so and holds no address', async () => {
  await later()
  await give('hoa', 'khong-co@vi-du.vn')
  office.answer = (_, to) => (to.startsWith('khong') ? 550 : 451)
  await remind('hoa', 'chi-bo')
  expect(await post()).toBe(2)
  expect(await post(0.5)).toBe(0)
  office.answer = () => null
  expect(await post(2)).toBe(1)
  expect((await steps()).toSorted()).toEqual(
    ['Nông Thị Lan: queued', 'Nông Thị Lan: sending', 'Nông Thị Lan: deferred smtp-451', 'Nông Thị Lan: sending', 'Nông Thị Lan: sent']
      .concat(['Triệu Văn Hòa: queued', 'Triệu Văn Hòa: sending', 'Triệu Văn Hòa: failed smtp-550'])
      .toSorted(),
  )
  const [wave] = await see('hoa', db => listReminderWaves(db, { unit: 'chi-bo', campaign_id: scene.campaign_id, day: scene.today }))
  expect(wave).toMatchObject({ reminded: 2, sent: 1, failed: 1, waiting: 0, without_mail: 0, sent_as: 'secretary' })
})

test('a server that says «not now» twelve times is asked no more: the letter has failed, and nobody is told that it will still be sent', async () => {
  await later()
  office.answer = () => 451
  await remind('hoa', 'chi-bo')
  for (let attempt = 1; attempt <= 12; attempt++) {
    await asLoader(`update job set due_at = now() - interval '1 minute' where ended_at is null`)
    await post()
  }
  expect((await steps()).filter(step => /failed/.test(step)).toSorted()).toEqual([
    'Nông Thị Lan: failed smtp-451',
    'Triệu Văn Hòa: failed smtp-451',
  ])
  office.answer = () => null
  expect(await post(10_000)).toBe(0)
})

test('a fault of the set-up stops the wave: no letter is lost for it, none counts an attempt, and all go out when it is mended', async () => {
  await later()
  await remind('hoa', 'chi-bo')
  Object.assign(hanging, { at: 'MAIL', does: 530, talks: 0 })
  const mail = openMail({ smtp_url: hanging.smtp_url, from: 'so@vi-du.vn' })
  for (let round = 0; round < 20; round++) {
    await asLoader(`update job set due_at = now() - interval '1 minute' where ended_at is null`)
    await post(0, mail)
  }
  expect([mail.trouble()?.reason, hanging.talks <= 2]).toEqual(['smtp-530', true])
  expect(await asLoader('select distinct attempts from job where ended_at is null')).toEqual([{ attempts: 0 }])
  await post(2)
  expect(office.received.map(({ to }) => to).toSorted()).toEqual(['khong-co@vi-du.vn', 'lan@vi-du.vn'])
})

test('a program that was killed between handing the letter over and writing it down says unsure, and sends nothing again', async () => {
  await later()
  await remind('hoa', 'chi-bo')
  await asLoader(`insert into reminder_mail (reminder_id, state) select reminder_id, 'sending' from reminder_mail where state = 'queued'
                     and reminder_id in (select reminder_id from reminder where reminder_wave_id = (select max(reminder_wave_id) from reminder_wave))`)
  await post()
  expect(office.received).toEqual([])
  expect((await steps()).filter(step => step.includes('unsure')).toSorted()).toEqual([
    'Nông Thị Lan: unsure cut-off',
    'Triệu Văn Hòa: unsure cut-off',
  ])
})

const lastWave = async () => Number((await asLoader('select max(reminder_wave_id) as id from reminder_wave'))[0].id)
const again = async (who: Who, pressed = key()) => {
  const reminder_wave_id = await lastWave()
  return as(who, tx => sendLettersAgain(tx, actor(who), { unit: 'chi-bo', reminder_wave_id, key: pressed, today: scene.today }))
}
const lost = async () => {
  const reminder_wave_id = await lastWave()
  return (await see('hoa', db => listLettersLost(db, { unit: 'chi-bo', reminder_wave_id, day: scene.today }))).length
}

test('letters that were not handed over go out again by one press, once; what went out, or may have gone out, never does', async () => {
  await later()
  office.answer = (_, to) => (to.startsWith('khong') ? 550 : null)
  await remind('hoa', 'chi-bo')
  await post()
  expect([office.received.map(({ to }) => to), await lost()]).toEqual([['lan@vi-du.vn'], 1])
  expect(codes(await again('lan'))).toEqual(['not-yours'])
  office.answer = () => null
  const pressed = key()
  expect(await Promise.all([again('hoa', pressed), again('hoa', pressed)])).toEqual([
    { ok: true, value: 1 },
    { ok: true, value: 1 },
  ])
  expect(codes(await again('hoa'))).toEqual(['no-letters'])
  await post()
  expect(office.received.map(({ to }) => to)).toEqual(['lan@vi-du.vn', 'khong-co@vi-du.vn'])
  expect([await lost(), codes(await again('hoa'))]).toEqual([0, ['no-letters']])
  const [entry] = await asLoader(`select count(*)::int as n from ledger_entry where act = 'send-letters-again'`)
  expect(entry).toEqual({ n: 1 })
})

test('of letters whose job ended on the way, only those that were not on their way yet can be sent again', async () => {
  await later()
  await remind('hoa', 'chi-bo')
  await asLoader(
    `insert into reminder_mail (reminder_id, state) select reminder_id, 'sending' from reminder where reminder_wave_id = $1 and person_id = $2`,
    [await lastWave(), scene.people.lan],
  )
  await asLoader(`update job set ended_at = now(), outcome = 'given-up' where ended_at is null`)
  const rows = await see('hoa', async db => listReminded(db, { unit: 'chi-bo', reminder_wave_id: await lastWave(), day: scene.today }))
  expect(rows.map(({ full_name, mail }) => `${full_name}: ${mail}`)).toEqual(['Triệu Văn Hòa: failed', 'Nông Thị Lan: unsure'])
  await again('hoa')
  await post()
  expect(office.received.map(({ to }) => to)).toEqual(['khong-co@vi-du.vn'])
})

test('people who share a mailbox get one letter, which names them; a mailbox is not written to twice for one wave', async () => {
  await later()
  await asLoader(`update contact set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity'`, [scene.people.hoa])
  await give('hoa', 'LAN@vi-du.vn')
  await remind('hoa', 'chi-bo')
  expect(await post()).toBeGreaterThan(0)
  await post(2)
  expect(office.received.map(({ to }) => to.toLowerCase())).toEqual(['lan@vi-du.vn'])
  const letter = bodyOf(office.received[0]!)
  expect(['Nông Thị Lan', 'Triệu Văn Hòa'].filter(name => !letter.includes(name))).toEqual([])
  expect((await steps()).filter(step => step.endsWith('sent')).toSorted()).toEqual(['Nông Thị Lan: sent', 'Triệu Văn Hòa: sent'])
  // Cut off on the way: unsure for both, and no second letter.
  await later()
  office.received = []
  await remind('hoa', 'chi-bo')
  const carried = `insert into reminder_mail (reminder_id, state, letter_of)
                   select reminder_id, 'sending', min(reminder_id) over () from reminder where reminder_wave_id = $1`
  await asLoader(carried, [await lastWave()])
  await post()
  await post(3)
  expect(office.received).toEqual([])
  expect((await steps()).filter(step => step.includes('unsure')).toSorted()).toEqual([
    'Nông Thị Lan: unsure cut-off',
    'Triệu Văn Hòa: unsure cut-off',
  ])
  await asLoader(`update contact set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity'`, [scene.people.hoa])
  await give('hoa', 'khong-co@vi-du.vn')
})

test('who has refused reminders by mail is reminded at home and on paper, and gets no letter', async () => {
  await later()
  await asLoader(`update contact set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity'`, [scene.people.hoa])
  await asLoader(`insert into contact (person_id, email, takes_reminders) values ($1, 'khong-co@vi-du.vn', false)`, [scene.people.hoa])
  expect(await remind('hoa', 'chi-bo')).toMatchObject({ ok: true, value: { reminded: 2, by_mail: 1 } })
  await post()
  expect(office.received.map(({ to }) => to)).toEqual(['lan@vi-du.vn'])
  await asLoader(`update contact set recorded = closed(recorded) where person_id = $1 and upper(recorded) = 'infinity'`, [scene.people.hoa])
  await give('hoa', 'khong-co@vi-du.vn')
})

test('whoever hands in, or takes the address back, before the letter leaves, gets none; a sender who may no more sends none', async () => {
  await later()
  await remind('hoa', 'chi-bo')
  await asLoader(`update contact set recorded = closed(recorded) where person_id = $1`, [scene.people.lan])
  await asLoader(
    `insert into obligation_exception (obligation_id, state, reason, valid) values ($1, 'waived', 'ốm', daterange($2, 'infinity'))`,
    [scene.names['Triệu Văn Hòa'], scene.today],
  )
  await post()
  expect(office.received).toEqual([])
  expect((await steps()).filter(step => !step.includes('queued')).toSorted()).toEqual([
    'Nông Thị Lan: failed no-address',
    'Triệu Văn Hòa: dropped handed-in',
  ])
  await later()
  await give('lan', 'lan@vi-du.vn')
  await remind('hoa', 'chi-bo')
  await asLoader(`update tenure set recorded = closed(recorded) where person_id = $1`, [scene.people.hoa])
  expect(await post()).toBe(1)
  expect(office.received).toEqual([])
  const [{ reminder_wave_id }] = (await asLoader('select max(reminder_wave_id)::int as reminder_wave_id from reminder_wave')) as [
    { reminder_wave_id: number },
  ]
  const rows = await see('office', db => listReminded(db, { unit: 'chi-bo', reminder_wave_id, day: scene.today }))
  expect(rows.map(({ full_name, mail }) => [full_name, mail])).toEqual([['Nông Thị Lan', 'failed']])
})

test('an address is seen by its owner and by who may remind them, and by nobody else, not even an auditor', async () => {
  const seen = (who: Who) =>
    see(who, async db => (await db.selectFrom('contact').select('email').distinct().execute()).map(row => row.email))
  expect(await seen('lan')).toEqual(['lan@vi-du.vn'])
  expect(await seen('office')).toContain('lan@vi-du.vn')
  expect(await seen('quy')).toEqual([])
  expect(await seen('leader')).toEqual([])
  const auditor = await world.connect('neu_guong_auditor')
  await expect(auditor.query('select email from contact')).rejects.toMatchObject({ code: '42501' })
})
