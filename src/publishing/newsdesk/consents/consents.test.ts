import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { openPages } from '../../../../test/harness/pages.ts'
import type { Browser } from '../../../../test/harness/test-browser.ts'
import { openCheck } from '../../../numbers/check/index.ts'
import { figuresAt } from '../../../numbers/figure/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../../platform/sign-in/invented-commune.ts'
import { listRecognisedExemplars } from '../../../register/exemplar/index.ts'
import { findEditionAsWritten } from '../../newsroom/index.ts'
import { portalRoutes } from '../../portal/index.ts'
import { newsdeskRoutes } from '../routes.tsx'

const world = withDatabase('territory')
const roles = { lieu: 'reporter', hoa: 'editor', lan: 'fact-checker', sinh: 'publisher' } as const
type Who = keyof typeof roles | 'far'
const browsers = new Map<Who, Browser>()
const name = 'Nông Thị Bưởi'
const story = 'Bà kể chuyện hiến đất.'
const consents = { name: 0, story: 0, place: 0, ended: 0 }
let presses = 0
const key = () => `press-${String(++presses).padStart(16, '0')}`

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const people = {} as Record<Who, number>
  for (const who of [...(Object.keys(roles) as Who[]), 'far' as const]) {
    people[who] = await addPerson(owner, who)
    await addMember(owner, people[who], newsroom)
  }
  for (const [who, role] of Object.entries(roles)) await addGrant(owner, people[who as Who], role, newsroom)
  const exemplar = async (called: string) => {
    const { rows } = await owner.query(
      `insert into exemplar (kind, field, unit_id) select 'individual', 'economy', unit_id from unit where key = 'tinh-uy' returning exemplar_id`,
    )
    const { exemplar_id } = rows[0]
    await owner.query('insert into exemplar_profile (exemplar_id, name) values ($1, $2)', [exemplar_id, called])
    return exemplar_id
  }
  const consent = async (exemplar_id: number, scope: string, valid = '[2020-01-01,infinity)') =>
    (
      await owner.query('insert into consent (exemplar_id, scope, valid) values ($1, $2, $3) returning consent_id', [
        exemplar_id,
        scope,
        valid,
      ])
    ).rows[0].consent_id
  const told = await exemplar(name)
  await owner.query('insert into exemplar_story (exemplar_id, story_vi, story_en) values ($1, $2, $2)', [told, story])
  for (const scope of ['name', 'story', 'place'] as const) consents[scope] = await consent(told, scope)
  consents.ended = await consent(await exemplar('Lường Văn Xa'), 'name', '[2020-01-01,2021-01-01)')
  await owner.query('commit')
  const signedIn = await openPages(world, people, ({ database, access }) => [
    newsdeskRoutes({ database: world.database, access, check: openCheck(), figuresAt: now => figuresAt(database.kysely, now) }),
    portalRoutes({ db: world.db }),
  ])
  for (const who of Object.keys(people) as Who[]) browsers.set(who, await signedIn(who))
})

const as = (who: Who) => browsers.get(who)!
const see = async (path: string) => (await as('far').get(path)).text
const token = (consent: keyof typeof consents) => `{@${consents[consent]}}`
const text = (changed: Record<string, string> = {}) => ({
  ...{ title: `Vườn của ${token('name')}`, lead: `${token('name')} mở vườn.`, byline: 'Liễu', topic: 'exemplar', scene: 'garden' },
  ...{ alt: `Vườn nhà ${token('name')}.`, caption: `vườn nhà ${token('name')}` },
  body: `Ở thôn trên, **${token('name')}** làm vườn. ${token('story')}\n\n> Đất là của mình.\n> — ${token('name')}\n\n## Nhà ${token('name')}`,
  ...changed,
})
async function begin(changed: Record<string, string> = {}): Promise<string> {
  const { location } = await as('lieu').post('/ban-tin/viet', { ...text(changed), key: key() })
  return location!.split('?')[0]!
}
const press = (who: Who, draft: string, move: string, fields = {}) => as(who).post(`${draft}/${move}`, { key: key(), read: '1', ...fields })
async function publish(draft: string, read = '1'): Promise<void> {
  for (const [who, move] of [
    ['lieu', 'buoc/submit'],
    ['hoa', 'buoc/pass'],
    ['lan', 'buoc/sign-off'],
    ['sinh', 'duyet'],
  ] as const)
    expect((await press(who, draft, move, { read, when: 'now' })).status).toBe(303)
}

test('a reporter begins an article from the case of an exemplar: the tokens of what is agreed to stand in it, and of nothing else', async () => {
  const link = /\/ban-tin\/viet\/dien-hinh\/\d+/.exec((await as('lieu').get('/ban-tin/nhan-vat')).text)![0]
  const opened = (await as('lieu').get(link)).text
  expect([opened.includes(`>${token('name')}\n\n${token('story')}</textarea>`), opened.includes(token('place'))]).toEqual([true, false])
  const written = text({ title: 'Một điển hình', body: `${token('name')}\n\n${token('story')}` })
  const begun = await as('lieu').post('/ban-tin/viet', { ...written, key: key() })
  const draft = (await as('lieu').get(begun.location!)).text
  expect([begun.status, draft.includes(name), draft.includes(story)]).toEqual([303, true, true])
  expect((await as('lan').get(link)).status).toBe(403)
  const { rows } = await world.owner.query('select exemplar_id from consent where consent_id = $1', [consents.ended])
  expect((await as('lieu').get(`/ban-tin/viet/dien-hinh/${rows[0].exemplar_id}`)).status).toBe(404)
})

test('a person stands in a text by the token of their consent; taken back, they are left out of every page, feed and list, of older editions and of both texts of a correction, and the count stays', async () => {
  await publish(await begin())
  const [address, article_id] = /\/bai\/(\d+)-vuon-cua/.exec(await see('/tin'))!
  const begun = await as('lieu').post('/ban-tin/soan-tiep', { article: article_id!, follows: 'correction', key: key() })
  const follower = begun.location!.replace('/sua', '')
  const form = (await as('lieu').get(`${follower}/sua`)).text
  expect([form.includes(token('name')), form.includes(name)]).toEqual([true, false])
  const changed = text({ lead: `${token('name')} mở vườn rộng.`, note: `Vườn của ${token('name')} rộng hơn.` })
  await as('lieu').post(`${follower}/sua`, { ...changed, read: '1', key: key() })
  await publish(follower, '2')

  const doors = [
    address,
    `${address}/ban/1`,
    `${address}/ban/2`,
    '/tin',
    '/tin.atom',
    '/en/tin.atom',
    '/',
    '/en/tin',
    '/dinh-chinh',
    `/en${address}`,
  ]
  const naming = async () =>
    (await Promise.all(doors.map(async door => ((await see(door)).includes(name) ? door : null)))).filter(door => door !== null)
  expect(await naming()).toEqual([
    address,
    `${address}/ban/1`,
    `${address}/ban/2`,
    '/tin',
    '/tin.atom',
    '/',
    '/dinh-chinh',
    `/en${address}`,
  ])
  expect(await see(address)).toContain(story)
  const asked = { unit: 'tinh', from: '2016-01-01', valid_as_of: '2026-11-24', recorded_as_of: 'infinity' }
  const counted = await listRecognisedExemplars(world.db, asked)

  const page = await as('hoa').get(`/ban-tin/nhan-vat/${consents.name}`)
  expect([page.text.includes(name), page.text.includes(address)]).toEqual([true, true])
  expect((await as('far').post(`/ban-tin/nhan-vat/${consents.name}`, { reason: 'x' })).status).toBe(403)
  const silent = await as('hoa').post(`/ban-tin/nhan-vat/${consents.name}`, { reason: ' ' })
  expect([silent.status, silent.text.includes(name)]).toEqual([422, true])
  const heard = await as('hoa').post(`/ban-tin/nhan-vat/${consents.name}`, { reason: 'Bà gọi điện sáng nay.' })
  expect((await as('hoa').get(heard.location!)).text).toContain('Đã ghi: không nơi nào còn nêu tên người này.')
  expect(await naming()).toEqual([])
  expect(await see(address)).toContain('Vườn của một nhân vật')
  expect(await see(`${address}/ban/1`)).toContain('Một nhân vật mở vườn.')
  expect((await as('hoa').get('/ban-tin')).text).not.toContain(name)
  expect(await see(address)).toContain(story)
  await as('hoa').post(`/ban-tin/nhan-vat/${consents.story}`, { reason: 'Bà gọi điện sáng nay.' })
  expect(await see(address)).not.toContain(story)
  expect(await listRecognisedExemplars(world.db, asked)).toEqual(counted)
  const written = await findEditionAsWritten(world.db, { article_id: Number(article_id), lang: 'vi' })
  expect(written?.title).toBe(`Vườn của ${token('name')}`)
  expect((await as('hoa').get(`/ban-tin/nhan-vat/${consents.name}`)).status).toBe(404)
})

test('the number of a consent is no number of the text, and no part of an address', async () => {
  const draft = await begin({ title: `Nhà ${token('place')}`, body: `${token('name')} kể.` })
  expect((await as('lan').get(draft)).text).toContain('Bài không có số liệu nào cần kiểm.')
})

test('a token of nobody, one that ended and a name in plain letters do not go on', async () => {
  const of = async (changed: Record<string, string>) => (await press('lieu', await begin(changed), 'buoc/submit')).text
  const plain = { title: 'Vườn', lead: 'Sa pô.', alt: 'Vườn.', caption: 'vườn' }
  expect(await of({ ...plain, body: 'Ở đây {@999999} làm vườn.' })).toContain('Không có bản đồng ý nêu tên hay kể chuyện nào là {@999999}.')
  expect(await of({ ...plain, body: `Ở đây ${token('place')}.` })).toContain(
    `Không có bản đồng ý nêu tên hay kể chuyện nào là ${token('place')}.`,
  )
  expect(await of({ ...plain, body: `Ở đây ${token('ended')} làm vườn.` })).toContain(
    `Đồng ý ${token('ended')} đã được rút hoặc đã hết hạn`,
  )
  await world.owner.query(`set neu_guong.loading = 'yes'`)
  const { rows } = await world.owner.query<{ consent_id: number }>(
    `insert into consent (exemplar_id, scope, valid) select exemplar_id, 'name', '[2026-01-01,infinity)' from exemplar_profile where name = 'Lường Văn Xa' returning consent_id`,
  )
  expect(await of({ ...plain, body: 'Ở đây Lường Văn Xa làm vườn.' })).toContain(
    `«Lường Văn Xa» là một điển hình trong sổ: viết {@${rows[0]!.consent_id}}`,
  )
  expect(await of({ ...plain, body: 'Ở đây Lường Văn Xanh làm vườn.' })).not.toContain('là một điển hình trong sổ')
})
