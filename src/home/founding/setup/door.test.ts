import { expect, test } from 'vitest'
import { openSetupDoor } from './door.ts'

test('the code opens once, however it is typed, and only the browser that typed it is in', () => {
  const door = openSetupDoor()
  expect(door.isOpenTo(undefined)).toBe(false)
  expect(['', 'K7QM', `${door.code}A`, door.code.slice(0, -1)].map(door.enter)).toEqual([null, null, null, null])
  const token = door.enter(` ${door.code.toLowerCase().replaceAll('-', ' ')}`)!
  expect(token).toMatch(/^[\w-]{43}$/)
  expect(door.enter(door.code)).toBe(null)
  expect([token, undefined, '', door.code, `${token}A`].map(door.isOpenTo)).toEqual([true, false, false, false, false])
})

test('another start has another code, and knows nobody of the one before', () => {
  const [door, other] = [openSetupDoor(), openSetupDoor()]
  expect(other.code).not.toBe(door.code)
  expect(other.isOpenTo(door.enter(door.code)!)).toBe(false)
})
