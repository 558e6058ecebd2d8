import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { type Column, Table } from './table.tsx'

type Cell = { key: string; members: number }
const columns: Column<Cell>[] = [
  { head: 'Tên', cell: ({ key }) => key },
  { head: 'Đảng viên', class: 'n', cell: ({ members }) => members },
]
const cells = (n: number): Cell[] => Array.from({ length: n }, (_, i) => ({ key: `Chi bộ ${i + 1}`, members: i }))
const drawn = (rows: Cell[], more = {}) => renderToString(<Table lang="vi" {...{ columns, rows }} keyOf={({ key }) => key} {...more} />)

test('each cell carries the head of its column, which a narrow page shows beside it; a column left out is nowhere', () => {
  expect(drawn(cells(1))).toBe(
    '<table class="rows"><thead><tr><th scope="col">Tên</th><th scope="col" class="n">Đảng viên</th></tr></thead>' +
      '<tbody><tr><th scope="row" data-head="Tên">Chi bộ 1</th><td class="n" data-head="Đảng viên">0</td></tr></tbody></table>',
  )
  expect(drawn(cells(1), { columns: [columns[0], false] })).not.toContain('Đảng viên')
})

test('of more than twenty rows the others stand apart, one link away, and none is lost', () => {
  expect(drawn(cells(20))).not.toContain('con-lai')
  const html = drawn(cells(57), { name: 'don-vi' })
  const [first = '', rest = ''] = html.split('<tbody id="don-vi-con-lai" class="rest">')
  expect([first.match(/Chi bộ \d+/g)?.length, rest.match(/Chi bộ \d+/g)?.length]).toEqual([20, 37])
  expect(html).toContain('<p class="no-print more"><a href="#don-vi-con-lai">Hiện 37 dòng còn lại</a></p>')
})
