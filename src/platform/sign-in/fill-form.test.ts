import { expect, test } from 'vitest'
import { fillForm } from './fill-form.ts'

const field = (name: string, value: string) => `<input type="text" name="${name}" value="${value}"/>`
const hidden = (name: string, value: string) => `<input type="hidden" name="${name}" value="${value}"/>`
const form = (inside: string, action = '/tra-lai?dot=1&amp;so=2', method = 'post') =>
  `<form method="${method}" action="${action}">${inside}</form>`
const path = '/tra-lai?dot=1&so=2'

test('what was typed stands in its form again, whatever letters it has, and nowhere else on the page', () => {
  const page = `${form(field('note', ''), path, 'get')}<p>note</p>${form(`${hidden('version', '3')}<textarea name="note" rows="4"></textarea>`)}`
  const fields: [string, string][] = [
    ['version', '2'],
    ['note', '$& "Nêu" <b>rõ</b> & xong'],
  ]
  expect(fillForm(page, { path, fields })).toBe(
    `${form(field('note', ''), path, 'get')}<p>note</p>${form(`${hidden('version', '2')}<textarea name="note" rows="4">$&amp; &quot;Nêu&quot; &lt;b>rõ&lt;/b> &amp; xong</textarea>`)}`,
  )
})

test('marks and choices are those that were made, also where none is made any more', () => {
  const marks = '<input type="checkbox" name="id" value="1"/><input type="checkbox" name="id" value="2" checked/>'
  const choice = '<select name="unit"><option value="a" selected>A</option><option value="b">B</option></select>'
  expect(
    fillForm(form(marks + choice, '/x'), {
      path: '/x',
      fields: [
        ['id', '1'],
        ['unit', 'b'],
      ],
    }),
  ).toBe(
    form(
      '<input type="checkbox" name="id" value="1" checked/><input type="checkbox" name="id" value="2"/>' +
        '<select name="unit"><option value="a">A</option><option value="b" selected>B</option></select>',
      '/x',
    ),
  )
})

test('of forms that differ by their row alone, that of the row is filled; what it was folded into is opened; a form that is gone is told', () => {
  const row = (id: string, text = '') => form(hidden('tenure', id) + field('reason', text), '/thoi')
  const page = `<details><summary>1</summary>${row('1')}</details><details class="b"><summary>2</summary>${row('2')}</details>`
  const fields: [string, string][] = [
    ['tenure', '2'],
    ['reason', 'Nghỉ hưu'],
  ]
  expect(fillForm(page, { path: '/thoi', fields })).toBe(
    `<details><summary>1</summary>${row('1')}</details><details open class="b"><summary>2</summary>${row('2', 'Nghỉ hưu')}</details>`,
  )
  expect(fillForm(page, { path: '/khac', fields })).toBeNull()
})
