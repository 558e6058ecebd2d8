import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import type { PublicRow } from '../../../numbers/figure/index.ts'
import { FigureRows } from './figure-rows.tsx'

test('units stand in the order of the Vietnamese alphabet, whatever order their keys have', () => {
  const units = [
    { key: 'phuong-yen', name: 'Yên' },
    { key: 'xa-bang-van', name: 'Bằng Vân' },
    { key: 'xa-banh-trach', name: 'Bành Trạch' },
    { key: 'xa-cam-giang', name: 'Cẩm Giàng' },
    { key: 'xa-cao-minh', name: 'Cao Minh' },
    { key: 'xa-dia-linh', name: 'Địa Linh' },
    { key: 'xa-duong-quang', name: 'Dương Quang' },
  ]
  expect(shown(units)).toEqual(['Bành Trạch', 'Bằng Vân', 'Cao Minh', 'Cẩm Giàng', 'Dương Quang', 'Địa Linh', 'Yên'])
})

test('rows in an order of their own keep it: decisions by day, months, fields', () => {
  const decisions = [
    { key: 'xa-vu-loan', name: 'Vũ Loan' },
    { key: 'xa-an-thang', name: 'An Thắng' },
  ]
  const months = [
    { key: '2025-12', name: '12/2025' },
    { key: '2026-01', name: '01/2026' },
  ]
  const fields = [
    { key: 'collective-culture', name: 'văn hóa', field: 'culture' },
    { key: 'individual-culture', name: 'cá nhân', field: 'economy' },
  ]
  expect([decisions, months, fields].map(shown)).toEqual([
    ['Vũ Loan', 'An Thắng'],
    ['12/2025', '01/2026'],
    ['văn hóa', 'cá nhân'],
  ])
})

function shown(rows: { key: string; name: string }[]): string[] {
  const html = renderToString(<FigureRows rows={rows as PublicRow[]} names={new Map()} lang="vi" />)
  return [...html.matchAll(/<th scope="row">(.*?)<\/th>/g)].map(([, name]) => name!)
}
