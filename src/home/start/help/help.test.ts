import { expect, test } from 'vitest'
import { openLog, openShell } from '../../../platform/web/index.ts'
import { helpRoutes } from './help-routes.tsx'
import { help_slugs, help_texts } from './help-words.ts'

const shell = openShell({ rooms: [helpRoutes()], log: openLog({ level: 'silent' }), is_behind_tls: false })
const get = async (path: string) => {
  const answer = await shell.request(path)
  return { status: answer.status, text: await answer.text() }
}

test('each role has its page of help in both languages, found from the list, before anybody has signed in', async () => {
  for (const [prefix, lang] of [
    ['', 'vi'],
    ['/en', 'en'],
  ] as const) {
    const list = await get(`${prefix}/giup-do`)
    for (const [whom, slug] of Object.entries(help_slugs)) {
      expect(list.text).toContain(`${prefix}/giup-do/${slug}"`)
      const { status, text } = await get(`${prefix}/giup-do/${slug}`)
      const { title, steps } = help_texts[lang][whom as keyof typeof help_slugs]
      expect([whom, status, text.includes(`<h1>${title}</h1>`), text.match(/<li>/g)!.length >= steps.length]).toEqual([
        whom,
        200,
        true,
        true,
      ])
    }
  }
  expect((await get('/giup-do/constructor')).status).toBe(404)
})

test('a page of help is short enough for one side of A4, and both languages say as much', () => {
  for (const whom of Object.keys(help_slugs) as (keyof typeof help_slugs)[]) {
    const [vi, en] = [help_texts.vi[whom], help_texts.en[whom]]
    expect([whom, vi.steps.length, vi.careful.length]).toEqual([whom, en.steps.length, en.careful.length])
    for (const { lead, steps, careful } of [vi, en])
      expect([whom, [lead, ...steps, ...careful].join(' ').length < 2400]).toEqual([whom, true])
  }
})
