import { expect, test } from 'vitest'
import { scoreSentences } from '../../../test/harness/labelled-sentences.ts'

const { marked, found, kind, value, wrong, extra } = scoreSentences('test/cases/sentences.tsv')

test('sentences after faults of real texts are read: every quantity is found, nearly all with their kind and value', () => {
  expect(marked).toBeGreaterThan(90)
  expect({ found: found / marked, kind: kind / marked >= 0.95, value: value / marked >= 0.96 }).toEqual({
    found: 1,
    kind: true,
    value: true,
  })
})

test('what is still read wrongly is known by name', () => {
  expect(wrong.map(said => said.split(' (')[0])).toEqual(['48211', '45902', '1873', '30 rạng 31-12'])
  expect(extra.map(said => said.split(' (')[0])).toEqual(['chỉ tiêu 17.2', 'Mức 2', '31-12'])
})
