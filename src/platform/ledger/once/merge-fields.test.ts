import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inherited_words } from '../../../../test/harness/inherited-words.ts'
import { tries } from '../../../../test/harness/tries.ts'
import { type Fields, mergeFields } from './merge-fields.ts'
import { withVersion } from './with-version.ts'

const base = { deed: 'Trồng 20 cây', due: '2021-06-30', measure: '20 cây' }

test('Lan moves the due day while her secretary mends the measure: both changes stand', () => {
  const lan = { ...base, due: '2021-09-30' }
  const secretary = { ...base, measure: '20 cây sống' }
  expect(mergeFields(base, lan, secretary)).toEqual({
    merged: { deed: 'Trồng 20 cây', due: '2021-09-30', measure: '20 cây sống' },
    conflicts: [],
  })
})

test('both rewrite the deed: what stands is kept, and both texts are shown with the one they began from', () => {
  const found = mergeFields(base, { ...base, deed: 'Trồng 30 cây' }, { ...base, deed: 'Trồng 25 cây' })
  expect(found.merged.deed).toBe('Trồng 25 cây')
  expect(found.conflicts).toEqual([{ field: 'deed', base: 'Trồng 20 cây', mine: 'Trồng 30 cây', theirs: 'Trồng 25 cây' }])
})

const fields = fc.dictionary(fc.constantFrom('a', 'b', 'c', ...inherited_words), fc.constantFrom('', 'x', 'y', 'z'))
const textOf = (of: Fields, name: string) => (Object.hasOwn(of, name) ? of[name]! : '')

test('whatever three texts: a change of one alone stands, a change of both is one or a conflict, and nothing is invented', () => {
  fc.assert(
    fc.property(fields, fields, fields, (began, mine, theirs) => {
      const { merged, conflicts } = mergeFields(began, mine, theirs)
      for (const name of new Set([began, mine, theirs].flatMap(Object.keys))) {
        const [b, m, t] = [began, mine, theirs].map(of => textOf(of, name))
        const expected = m === b ? t : t === b ? m : t
        expect([name, textOf(merged, name)]).toEqual([name, expected])
        expect([name, conflicts.some(({ field }) => field === name)]).toEqual([name, m !== b && t !== b && m !== t])
      }
    }),
    tries(),
  )
})

test('who is called mine and who theirs changes nothing but the texts of the conflicts', () => {
  fc.assert(
    fc.property(fields, fields, fields, (began, mine, theirs) => {
      const one = mergeFields(began, mine, theirs).conflicts
      const other = mergeFields(began, theirs, mine).conflicts
      expect(other).toEqual(one.map(({ field, base: b, mine: m, theirs: t }) => ({ field, base: b, mine: t, theirs: m })))
    }),
    tries(),
  )
})

test('what was written on the current version stands; on an older one it is refused, with both texts of each field that differs', () => {
  const current = { version: 3, fields: { ...base, deed: 'Trồng 25 cây' } }
  const mine = { ...base, deed: 'Trồng 30 cây' }
  expect(withVersion({ version: 3 }, current, mine)).toEqual({ ok: true, value: mine })
  expect(withVersion({ version: 2 }, current, mine)).toEqual({
    ok: false,
    problems: [{ code: 'stale-version', limit: 3, field: 'deed', values: { mine: 'Trồng 30 cây', theirs: 'Trồng 25 cây' } }],
  })
  expect(withVersion({ version: 2 }, current, current.fields)).toEqual({ ok: false, problems: [{ code: 'stale-version', limit: 3 }] })
})
