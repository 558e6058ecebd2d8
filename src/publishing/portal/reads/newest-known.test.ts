import { expect, test } from 'vitest'
import { withDatabase } from '../../../../test/harness/database.ts'
import { withPortal } from '../../../../test/harness/portal.ts'

const world = withDatabase('demo')
const portal = withPortal(world)

type Shown = { parameters: { unit: string; year: number | null }; value: { kind: string; numerator?: number } }
const ask = async (address: string) => {
  const answer = await fetch(`${portal.address}/so-lieu/${address}`)
  return { status: answer.status, ...((await answer.json()) as Partial<Shown>) }
}
const shown = async (address: string) => {
  const { status, parameters } = await ask(address)
  return parameters ? `${parameters.unit} ${parameters.year}` : status
}

test('a figure opens with what the province has become, in the newest year that has something to count', async () => {
  const of_root = 'tinh-uy-bac-kan'
  const of_successor = 'tinh-uy-thai-nguyen-2025'
  expect(await shown('F1.json?valid_as_of=2026-12-03')).toBe(`${of_successor} 2027`)
  // On that day nothing of next year could have been done yet: nothing out of many is no news.
  expect(await shown('F5.json?valid_as_of=2026-12-03')).toBe(`${of_root} 2020`)
  expect(await shown('F1.json?valid_as_of=2025-06-30')).toBe(`${of_root} 2020`)
  expect(await shown('F1.json?valid_as_of=2021-02-19')).toBe(`${of_root} 2020`)
})

test('a year that was asked is answered by whichever of the two has it; a unit that was asked stays', async () => {
  const day = 'valid_as_of=2026-12-03'
  expect(await shown(`F1.json?${day}&year=2027`)).toBe('tinh-uy-thai-nguyen-2025 2027')
  expect(await shown(`F1.json?${day}&year=2019`)).toBe('tinh-uy-bac-kan 2019')
  expect(await shown(`F1.json?${day}&unit=tinh-uy-bac-kan`)).toBe('tinh-uy-bac-kan 2020')
  expect(await shown(`F1.json?${day}&year=2030`)).toBe(422)
  expect([await shown('F1.json?valid_as_of=2026-13-40'), await shown('F1.json?recorded_as_of=x'), await shown('F1.json?year=x')]).toEqual([
    422, 422, 422,
  ])
})

test('the page of what it has become leads to the root; the list of figures shows each as its page opens', async () => {
  const page = await (await fetch(`${portal.address}/so-lieu/F1?valid_as_of=2026-12-03`)).text()
  expect(page).toContain('<a href="/so-lieu/F1?unit=tinh-uy-bac-kan">Tỉnh ủy Bắc Kạn, trước sáp nhập</a>')
  const list = await (await fetch(`${portal.address}/so-lieu`)).text()
  expect(list).toContain('Trong những người của Tỉnh ủy Thái Nguyên phải cam kết năm 2027')
})
