import { expect, test } from 'vitest'
import { scoreSentences } from '../../../test/harness/labelled-sentences.ts'

const { marked, found, kind, value, wrong, extra } = scoreSentences('test/cases/sentences.tsv')

test('sentences after faults of real texts are read: every quantity is found, with its kind and its value', () => {
  expect(marked).toBeGreaterThan(90)
  expect({ found, kind, value, wrong }).toEqual({ found: marked, kind: marked, value: marked, wrong: [] })
})

test('beside them two ranks are read, and nothing else', () => {
  expect(extra.map(said => said.split(' (')[0])).toEqual(['chỉ tiêu 17.2', 'Mức 2'])
})
