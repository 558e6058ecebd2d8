import { expect, test } from 'vitest'
import { wordsOfEdition } from './words-of-edition.ts'

test('an item, a cell and a footnote are lines of their own, and in them the words run on as they are read', () => {
  const item = [{ text: 'Có ' }, { cite: 's1' }, { text: ' xã', strong: true as const }, { footnote: 'Theo sổ.' }, { text: ', ba phường.' }]
  const told = wordsOfEdition({
    ...{ lead: 'Sa pô.', picture: null, byline: 'Người viết', citations: [{ mark: 's1', printed: '15' }] },
    body: [
      { type: 'list', items: [item, [{ text: 'Hết.' }]] },
      { type: 'table', head: [[{ text: 'Năm' }], []], rows: [[[{ text: '2020' }], [{ cite: 's1' }]]] },
      { type: 'photo', photo: 1, caption: 'đường vào thôn' },
    ],
  })
  expect(told.split('\n')).toEqual([
    'Sa pô.',
    'Có 15 xã, ba phường.',
    'Theo sổ.',
    'Hết.',
    'Năm',
    '2020',
    '15',
    'đường vào thôn',
    'Người viết',
  ])
})
