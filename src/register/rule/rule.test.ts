import { expect, test } from 'vitest'
import { text } from '../../platform/staff/index.ts'
import { declareRule } from './rule.ts'

const said = { vi: 'Tiền tệ', en: 'Currency' }
const form = { name: text({ label: said, most: 9, required: 'no-name' }) }
const rest = {
  ...{ rule: 'tien-te', of: 'register' as const, act: 'keep' as const, title: said, lead: said, form },
  ...{ typedNow: async () => ({}), listVersions: async () => [], set: async () => {} },
}

test('a rule has a sentence for each problem of its fields and of its own, or does not compile', () => {
  const problems = async () => [{ code: 'unheard-of' as const, field: 'name' }]
  // @ts-expect-error: nothing is said of a field that is empty
  declareRule({ ...rest })
  // @ts-expect-error: nothing is said of its own problem
  declareRule({ ...rest, words: { 'no-name': said }, problems })
  const words = { 'no-name': said, 'unheard-of': said }
  expect(declareRule({ ...rest, words, problems }).words).toEqual(words)
})
