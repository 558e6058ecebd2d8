import { strFromU8, unzipSync } from 'fflate'
import { Parser } from 'htmlparser2'
import { expect, test } from 'vitest'
import { type Workbook, workbook } from './workbook.ts'

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

test('each part of a workbook of lists is well-formed, is named in the list of contents, and every relationship leads to one', () => {
  const parts = unzipSync(workbook(lists))
  const names = Object.keys(parts)
  for (const [name, bytes] of Object.entries(parts)) expect([name, unclosed(strFromU8(bytes))]).toEqual([name, []])
  const contents = strFromU8(parts['[Content_Types].xml']!)
  const told = [...contents.matchAll(/PartName="\/([^"]+)"/g)].map(([, path]) => path!)
  expect(told.toSorted()).toEqual(names.filter(name => !name.endsWith('.rels') && name !== '[Content_Types].xml').toSorted())
  const related = [...strFromU8(parts['xl/_rels/workbook.xml.rels']!).matchAll(/Target="([^"]+)"/g)].map(([, path]) => `xl/${path}`)
  expect(related.filter(path => !names.includes(path))).toEqual([])
})

/** The elements of a text of XML that are not closed in the order in which they were opened. */
function unclosed(xml: string): string[] {
  const open: string[] = []
  const wrong: string[] = []
  const parser = new Parser(
    {
      onopentag: name => open.push(name),
      onclosetag: (name, is_implied) => {
        if (open.pop() !== name || (is_implied && !new RegExp(`<${name}[^>]*/>`).test(xml))) wrong.push(name)
      },
    },
    { xmlMode: true },
  )
  parser.end(xml)
  return [...wrong, ...open]
}

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
