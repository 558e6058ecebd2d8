import { expect, test } from 'vitest'
import { wordKey } from '../../src/basis/shared/vietnamese.ts'
import { type Source, sources } from './tree.ts'

test('what people read puts the tone where offices put it: ủy, khóa, xóa, tòa', () => {
  const own = ['src/basis/shared/vietnamese.ts']
  expect(
    sources()
      .filter(({ path }) => !own.includes(path))
      .flatMap(elsewhere),
  ).toEqual([])
})

test('a tone that stands elsewhere is found, on a capital too; what only looks like it is not', () => {
  const path = 'src/platform/sign-in/words.ts'
  expect(elsewhere({ path, text: `'Uỷ quyền, khoá, quý, loại, hoạt, ủy'` })).toEqual([`${path}: Uỷ`, `${path}: khoá`])
})

function elsewhere({ path, text }: Source): string[] {
  const words = text.match(/[\p{L}\p{M}]+/gu) ?? []
  return words.filter(word => wordKey(word) !== word.toLowerCase()).map(word => `${path}: ${word}`)
}
