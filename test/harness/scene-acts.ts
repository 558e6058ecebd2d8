import { createHash } from 'node:crypto'
import { addDays } from '../../src/basis/shared/dates.ts'
import { done, type Outcome } from '../../src/basis/shared/outcome.ts'
import { type Actor, change, type Database, type Tx } from '../../src/platform/database/index.ts'
import { delegateRole } from '../../src/platform/role/delegate-role.ts'
import { grantRole } from '../../src/platform/role/grant-role.ts'
import { giveAddress } from '../../src/platform/sign-in/give-address.ts'
import { noteReadings } from '../../src/platform/sign-in/read-file.ts'
import { approveCommitments, endorseCommitments, returnCommitment } from '../../src/register/commitment/verbs/judge-commitment.ts'
import { replaceDeed } from '../../src/register/commitment/verbs/replace-deed.ts'
import { reportDeed } from '../../src/register/commitment/verbs/report-deed.ts'
import { saveDraft } from '../../src/register/commitment/verbs/save-draft.ts'
import { submitCommitment } from '../../src/register/commitment/verbs/submit-commitment.ts'
import { appointToPost, correctPerson, enrolPerson, transferPerson } from '../../src/register/people/index.ts'
import { addFocus, exceptObligation, extendCampaign } from '../../src/register/programme/index.ts'
import { remindMissing } from '../../src/register/reminder/remind-missing.ts'
import { fieldsFrom, type InventedCampaign, instrument, written } from './campaign.ts'

type Who = keyof InventedCampaign['people']
type Act<T> = (tx: Tx, actor: Actor & { person_id: number }) => Promise<Outcome<T>>
type Stage = { database: Database; scene: InventedCampaign; as: <T>(who: Who, act: Act<T>) => Promise<T>; key: () => string }

/**
 * What people do in the weeks of a campaign, each by their verb: texts handed in, given back, endorsed, approved; deeds
 * reported with a photo and replaced; members taken in and moved; roles, posts, days and reminders.
 */
export async function actInScene(database: Database, scene: InventedCampaign): Promise<void> {
  let pressed = 0
  const key = () => `mot-lan-dien-${String(++pressed).padStart(6, '0')}`
  const as = async <T>(who: Who, act: Act<T>): Promise<T> => {
    const actor = { person_id: scene.people[who], name: who }
    const outcome = await change(database, actor, tx => act(tx, actor))
    if (!outcome.ok) throw new Error(`${who}: ${JSON.stringify(outcome.problems)}`)
    return outcome.value
  }
  const stage = { database, scene, as, key }
  await keepPeople(stage)
  await callAgain(stage)
  await workOnCommitments(stage)
  await handOutRoles(stage)
}

async function keepPeople({ scene, as, key }: Stage): Promise<void> {
  const { today, people } = scene
  const person = { full_name: 'Vi Thị Mây', birth_date: '1990-05-01', gender: 'female', ethnicity: 'Tày' }
  const from = addDays(today, -30)
  const joined = { unit: 'chi-bo', person, kind: 'party-member', from, is_another: false, earlier: '', today }
  const { person_id } = await as('office', (tx, actor) => enrolPerson(tx, actor, { ...joined, key: key() }))
  await as('office', async (tx, actor) => {
    const { person_version_id } = await tx
      .selectFrom('person_version')
      .select('person_version_id')
      .where('person_id', '=', person_id)
      .executeTakeFirstOrThrow()
    return correctPerson(tx, actor, { person_id, version: person_version_id, person: { ...person, ethnicity: 'Nùng' }, key: key(), today })
  })
  await as('office', (tx, actor) =>
    transferPerson(tx, actor, { person_id, unit: 'chi-bo-ben', on: today, ends_posts: false, key: key(), today }),
  )
  const post = { unit: 'huyen-uy', title: 'Phó Bí thư', is_head: false, leads: true, from: today, instrument: instrument('7-QĐ/HU', today) }
  await as('superior', (tx, actor) => appointToPost(tx, actor, { ...post, person_id: people.quy, key: key(), today }))
  await as('office', async (tx, actor) => {
    await noteReadings(tx, actor, 'commitment', [{ unit_id: scene.units.cell, person_id: people.lan }], new Date())
    return done(null)
  })
}

async function callAgain({ scene, as }: Stage): Promise<void> {
  const { campaign_id, today, due_on, names } = scene
  await as('superior', (tx, actor) => addFocus(tx, actor, { campaign_id, unit: 'huyen-uy', focus: 'Tiếp dân đúng hẹn', today }))
  const later = { campaign_id, unit: 'huyen-uy', due_on: addDays(due_on, 5), instrument: instrument('15-CV/HU', today), today }
  await as('superior', (tx, actor) => extendCampaign(tx, actor, later))
  const waived = { obligation_id: names['Bàn Thị Liễu']!, state: 'waived' as const, reason: 'điều trị dài ngày', today }
  await as('office', (tx, actor) => exceptObligation(tx, actor, waived))
}

async function workOnCommitments(stage: Stage): Promise<void> {
  const { scene, as, key } = stage
  const { today } = scene
  const of_quy = await handIn(stage, 'quy', 'Nông Văn Quý')
  await as('superior', (tx, actor) => returnCommitment(tx, actor, { commitment_id: of_quy, comment: 'Nêu rõ ngày', key: key(), today }))
  const of_lan = await handIn(stage, 'lan', 'Nông Thị Lan')
  const judging = { commitment_ids: [of_lan], today }
  await as('superior', (tx, actor) => endorseCommitments(tx, actor, { ...judging, key: key() }))
  await as('superior', (tx, actor) => approveCommitments(tx, actor, { ...judging, key: key() }))
  const [first, second] = await as('lan', async tx =>
    done(await tx.selectFrom('deed').select('deed_id').where('commitment_id', '=', of_lan).orderBy('ordinal').execute()),
  )
  const bytes = Buffer.from([0xff, 0xd8, 1, 2, 3])
  const evidence = { name: 'vuon.jpg', media_type: 'image/jpeg' as const, bytes, digest: createHash('sha256').update(bytes).digest('hex') }
  const report = { deed_id: first!.deed_id, step: 0, state: 'under-way', said: 'Được một nửa', evidence }
  await as('lan', (tx, actor) => reportDeed(tx, actor, { ...report, key: key(), today }))
  const fields = { reason: 'Thôn đã có người làm', what: 'Dạy chữ cho hai cụ', how: '', measure: 'vở ghi', due_on: addDays(today, 50) }
  await as('lan', (tx, actor) => replaceDeed(tx, actor, { deed_id: second!.deed_id, step: 0, fields, key: key(), today }))
  await as('superior', (tx, actor) => remindMissing(tx, actor, { unit: 'huyen-uy', key: key(), today, by_mail: false }))
}

async function handIn({ scene, as, key }: Stage, who: Who, name: string): Promise<number> {
  const { today } = scene
  const obligation_id = scene.names[name]!
  const deeds = [1, 2].map(n => ({
    [`deed_${n}_what`]: `Việc thứ ${n} của ${name}`,
    [`deed_${n}_measure`]: 'sổ theo dõi',
    [`deed_${n}_due_on`]: addDays(today, 40),
  }))
  const fields = fieldsFrom(Object.assign({}, written, ...deeds))
  const { version } = await as(who, (tx, actor) => saveDraft(tx, actor, { obligation_id, version: 0, fields, today }))
  return (await as(who, (tx, actor) => submitCommitment(tx, actor, { obligation_id, version, key: key(), today }))).commitment_id
}

async function handOutRoles({ scene, as }: Stage): Promise<void> {
  const { people, units, today } = scene
  const granted = {
    person_id: people.quy,
    role: 'unit-office' as const,
    unit_id: units.commune,
    instrument_id: null,
    from: today,
    to: null,
  }
  await as('administrator', (tx, actor) => grantRole(tx, actor, granted, new Date()))
  const lent = { receiver_id: people.quy, role: 'secretary' as const, unit_id: units.cell, acts: null, from: today, to: addDays(today, 7) }
  await as('hoa', (tx, actor) => delegateRole(tx, actor, lent, new Date()))
  await as('lan', (tx, actor) => giveAddress(tx, actor, { email: 'lan@chi-bo.example' }))
}
