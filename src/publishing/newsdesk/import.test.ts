import { Transformer } from '@napi-rs/image'
import { beforeAll, expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { bold, centred, field, hidden, inFont, paragraph, picture, run, testDocument } from '../../../test/harness/document.ts'
import { openPages } from '../../../test/harness/pages.ts'
import type { Browser } from '../../../test/harness/test-browser.ts'
import { openCheck } from '../../numbers/check/index.ts'
import { figuresAt } from '../../numbers/figure/index.ts'
import { addGrant, addMember, addPerson, addUnit } from '../../platform/sign-in/invented-commune.ts'
import { newsdeskRoutes } from './routes.tsx'

const world = withDatabase('territory')
let lieu: Browser
let far: Browser

beforeAll(async () => {
  const { owner } = world
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  const newsroom = await addUnit(owner, 'tinh-uy', 'province-committee', null)
  const people = { lieu: await addPerson(owner, 'Bàn Thị Liễu'), far: await addPerson(owner, 'Lường Thị Son') }
  for (const person of Object.values(people)) await addMember(owner, person, newsroom)
  await addGrant(owner, people.lieu, 'reporter', newsroom)
  await owner.query('commit')
  const signedIn = await openPages(world, people, ({ database, access }) => [
    newsdeskRoutes({ database: world.database, access, check: openCheck(), figuresAt: now => figuresAt(database.kysely, now) }),
  ])
  lieu = await signedIn('lieu')
  far = await signedIn('far')
})

const path = '/ban-tin/tu-word'

function send(browser: Browser, bytes: Uint8Array, name = 'Bài Nà Phặc.docx') {
  const form = new FormData()
  form.set('file', new File([Uint8Array.from(bytes)], name))
  return browser.send(path, { method: 'POST', body: form })
}

const article = testDocument({
  body: [
    paragraph(run('Nói ít, làm nhiều ở Nà Phặc', bold), centred),
    paragraph(run('Ở thôn Nà Lẹng, việc nhỏ làm trước, việc lớn làm sau.', bold)),
    paragraph(
      `${run('Bµ con hiÕn ®Êt, ', inFont('.VnTime'))}${field(' MERGEFIELD So ', run('1.250'))}${run(' m2 {đất}.')}${run('chữ ẩn', hidden)}`,
    ),
    paragraph('- Việc một'),
    paragraph('- Việc hai'),
    paragraph('Bài, ảnh: Lò Thị B'),
  ].join(''),
})

test('Liễu sends a document of Word: its text stands in the form, the report says what was left out, converted and guessed, and saving makes a draft', async () => {
  expect((await lieu.get('/ban-tin')).text).toContain(`href="${path}"`)
  expect((await lieu.get(path)).text).toContain('type="file"')
  const shown = await send(lieu, article)
  expect(shown.status).toBe(200)
  for (const said of [
    'Chữ ẩn',
    '«chữ ẩn»',
    'Chữ TCVN3/VNI đã chuyển sang Unicode',
    'Dòng gạch đầu dòng được coi là danh sách',
    'Bài chưa được lưu',
  ])
    expect(shown.text).toContain(said)
  const typed = typedIn(shown.text)
  expect(typed).toMatchObject({
    title: 'Nói ít, làm nhiều ở Nà Phặc',
    lead: 'Ở thôn Nà Lẹng, việc nhỏ làm trước, việc lớn làm sau.',
    byline: 'Lò Thị B',
    body: 'Bà con hiến đất, 1.250 m2 \\{đất}.\n\n- Việc một\n- Việc hai',
  })
  expect(await drafts()).toBe(0)
  const saved = await lieu.post('/ban-tin/viet', { ...typed, topic: 'countryside', key: shown.hidden.key! })
  expect(saved.status).toBe(303)
  expect(await drafts()).toBe(1)
  expect((await lieu.get(saved.location!)).text).toContain('Bà con hiến đất')
})

test('what is no document, a secret one and no file at all each get their sentence, and nothing is kept', async () => {
  const before = await drafts()
  const refused = [
    await send(lieu, Buffer.from('d0cf11e0a1b11ae1'.padEnd(1024, '0'), 'hex'), 'bai.doc'),
    await send(lieu, testDocument({ body: paragraph(run('MẬT', bold), centred) })),
    await send(lieu, article, 'Tối mật.docx'),
    await send(lieu, article.subarray(0, -40)),
    await lieu.send(path, { method: 'POST', body: new FormData() }),
  ]
  expect(refused.map(({ status }) => status)).toEqual(Array(5).fill(422))
  const sentences = ['Lưu thành', 'dấu MẬT', 'dấu MẬT', 'bị hỏng', 'Chọn tệp .docx']
  expect(refused.map(({ text }, i) => text.includes(sentences[i]!))).toEqual(Array(5).fill(true))
  expect(await drafts()).toBe(before)
})

test('who does not write in a newsroom is not let in', async () => {
  expect([(await far.get(path)).status, (await send(far, article)).status]).toEqual([403, 403])
})

async function drafts(): Promise<number> {
  return Number((await world.owner.query('select count(*) from draft')).rows[0].count)
}

/** What stands in the fields of the form. */
function typedIn(page: string): Record<string, string> {
  const areas = [...page.matchAll(/<textarea[^>]*name="(\w+)"[^>]*>([^<]*)</g)].map(([, name, text]) => [name!, text!] as const)
  const inputs = [...page.matchAll(/<input[^>]*>/g)].map(
    ([tag]) => [/name="(\w+)"/.exec(tag)?.[1] ?? '', /value="([^"]*)"/.exec(tag)?.[1] ?? ''] as const,
  )
  return Object.fromEntries(
    [...areas, ...inputs].map(([name, text]) => [name, text.replace(/^\n/, '').replaceAll('&quot;', '"').replaceAll('&amp;', '&')]),
  )
}

test('photos of a document stand in the library, each to be described, and in the text by their numbers; one that is damaged leaves its words', async () => {
  const photo = await Transformer.fromRgbaPixels(new Uint8Array(60 * 40 * 4).fill(120), 60, 40).jpeg(80)
  const document = testDocument({
    body: [
      paragraph(picture('rIdM1')),
      paragraph('(Bà con làm đường. Ảnh: Lò Thị B)'),
      paragraph('Thân bài.'),
      paragraph(picture('rIdM2')),
      paragraph('(Ảnh hỏng)'),
    ].join(''),
    media: [
      ['media/image1.jpeg', photo],
      ['media/image2.jpeg', Buffer.concat([photo.subarray(0, 200), Buffer.alloc(60)])],
    ],
  })
  const shown = await send(lieu, document)
  const { rows } = await world.owner.query('select photo_id, caption, credit, is_decided from photo_version order by photo_id')
  expect(rows).toEqual([{ photo_id: rows[0].photo_id, caption: 'Bà con làm đường.', credit: 'Lò Thị B', is_decided: false }])
  expect(shown.text).toContain(`[[ảnh ${rows[0].photo_id} | Bà con làm đường.]]`)
  expect(shown.text).toContain('_(Ảnh 2: Ảnh hỏng)_')
  expect(shown.text).toContain('Ảnh không lấy được')
  expect(shown.text).toContain('Tệp có 2 ảnh')
})
