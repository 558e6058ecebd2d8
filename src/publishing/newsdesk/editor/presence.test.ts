import { expect, test } from 'vitest'
import { openPresence } from './presence.ts'

test('who has a draft open is told to the others, and forgotten a minute after their page was last heard of', () => {
  const presence = openPresence()
  const [hoa, lieu] = [
    { person_id: 1, name: 'Triệu Văn Hòa' },
    { person_id: 2, name: 'Bàn Thị Liễu' },
  ]
  const at = (seconds: number) => new Date(1_800_000_000_000 + seconds * 1000)
  expect(presence.see(7, hoa, at(0))).toEqual([])
  expect(presence.see(7, lieu, at(10))).toEqual(['Triệu Văn Hòa'])
  expect(presence.see(8, lieu, at(20))).toEqual([])
  expect(presence.see(7, hoa, at(30))).toEqual(['Bàn Thị Liễu'])
  expect(presence.see(7, hoa, at(80))).toEqual([])
})
