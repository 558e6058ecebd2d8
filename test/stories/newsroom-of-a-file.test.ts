import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { withProgram } from '../harness/built-program.ts'
import { withDatabase } from '../harness/database.ts'
import { bold, centred, paragraph, run, testDocument } from '../harness/document.ts'
import { desksOf, passToFactChecker, press, publishDraft, readArticle, sendFromWord } from '../harness/newsdesk-pages.ts'

const portal = withProgram(withDatabase('served'))
const stage = withBrowser()
const atDesk = desksOf(stage, portal)

/** The article of 19/02/2021 is no part of the project: its numbers are known here, its sentences are in the file. */
const file = process.env.SEED_ARTICLE

type Article = { title: string; lead: string; text: string[] }

/** An article as it was copied from a page of a portal: what the page's blocks wrote around it is left out. */
function articleIn(path: string): Article {
  const lines = readFileSync(path, 'utf8')
    .split('\n')
    .map(line => line.trim())
  const written = lines.filter(line => line && !/PublishingPortal|cỡ chữ|^\d\d\/\d\d\/\d{4}$/.test(line))
  const [title, lead, ...text] = written as [string, string, ...string[]]
  return { title, lead, text }
}

/** The numbers of the article of 19/02/2021, each bound to what it counts. */
function bound(text: string): string {
  const numbers: [said: string, token: string][] = [
    ['100% cán bộ', '{F1 year=2020 | 100%} cán bộ'],
    ['2 - 3 việc', '{F3 year=2020 | 2 - 3} việc'],
    ['hàng trăm tập thể', '{F11 since=2016; valid_as_of=2021-02-19 | hàng trăm} tập thể'],
    ['23 xã', '{F15 from=2015-01-01; to=2020-12-31; valid_as_of=2021-02-19 | 23} xã'],
    ['15 xã', '{F16 valid_as_of=2021-02-19 | 15} xã'],
    ['02 xã', '{F16 level=advanced; valid_as_of=2021-02-19 | 02} xã'],
  ]
  return numbers.reduce((written, [said, token]) => written.replace(said, token), text.replaceAll('\u00a0', ' '))
}

const spaced = (text: string) => text.replaceAll(/\\(.)/g, '$1').replaceAll(/\s+/g, ' ')

test.runIf(file)(
  'the article of a file goes from Word to the public page by four people, each of its numbers bound or with a reason (skipped without SEED_ARTICLE=FILE)',
  async () => {
    const { title, lead, text } = articleIn(file!)
    const buffer = Buffer.from(
      testDocument({
        body: [paragraph(run(title, bold), centred), paragraph(run(lead, bold)), ...text.map(line => paragraph(run(line)))].join(''),
      }),
    )
    const reporter = await atDesk('mau.phong-vien')
    await sendFromWord(reporter, buffer)
    expect(await reporter.getByLabel('Tựa bài').inputValue()).toBe(title)
    expect(await reporter.getByLabel('Sa pô').inputValue()).toBe(lead)
    const body = reporter.getByLabel('Nội dung')
    const sent = spaced(await body.inputValue())
    for (const line of text) expect(sent).toContain(spaced(line))
    await press(reporter, 'Lưu và xem trước')
    await press(reporter, 'Nộp cho biên tập')

    const checker = await passToFactChecker(atDesk, title)
    await checker.getByRole('alert').getByText('«năm thứ 5» khác sổ').first().waitFor()
    await checker.getByRole('link', { name: 'Sửa bài' }).click()
    const checked = checker.getByLabel('Nội dung')
    await checked.fill(bound(await checked.inputValue()))
    await checker.getByLabel('Sa pô').fill(lead.replace('Năm nay', 'Ngày 19/02/2021'))
    await press(checker, 'Lưu và xem trước')
    while ((await checker.getByText('Lý do để nguyên').count()) > 0) {
      await checker.getByText('Lý do để nguyên').first().click()
      await checker.getByRole('textbox', { name: 'Lý do để nguyên' }).first().fill('Theo báo cáo của tỉnh.')
      await press(checker, 'Ghi lý do')
    }
    await press(checker, 'Số liệu đúng, trình duyệt')

    await publishDraft(await atDesk('mau.duyet-dang'), title)
    const reader = await readArticle(stage, portal, title)
    await reader.getByRole('heading', { level: 1, name: title }).waitFor()
    expect(await reader.locator('[role=doc-noteref]').allTextContents()).toEqual(['100%', '2 - 3', 'hàng trăm', '23', '15', '02'])
  },
  600_000,
)
