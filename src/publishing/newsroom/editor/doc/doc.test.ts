import fc from 'fast-check'
import { Node } from 'prosemirror-model'
import { expect, test } from 'vitest'
import { cited_body } from '../../../../../test/harness/bodies.ts'
import { tries } from '../../../../../test/harness/tries.ts'
import { body_shape } from '../../body/body.ts'
import { block_kinds } from '../../body/declaration.ts'
import { normalBody } from '../../body/normal-body.ts'
import { textOfDraft } from '../../numbers/text-of-draft.ts'
import { makeDoc } from './make-doc.ts'
import { readDoc } from './read-doc.ts'
import { schema } from './schema.ts'
import { piecesOf, pointsBefore, rangeOf } from './stretches.ts'

test('whatever body goes into the editor comes out of it the same, through its JSON too', () => {
  fc.assert(
    fc.property(cited_body, written => {
      const normal = normalBody(written)
      fc.pre(body_shape.safeParse(normal.body).success)
      const doc = makeDoc(normal)
      doc.check()
      expect(normalBody(readDoc(doc))).toEqual(normal)
      expect(normalBody(readDoc(Node.fromJSON(schema, JSON.parse(JSON.stringify(doc)))))).toEqual(normal)
    }),
    tries(1000),
  )
})

test('every kind of block that is declared has its node, and the editor knows no other', () => {
  const parts = ['doc', 'item', 'row', 'cell', 'head_cell', 'text', 'cite', 'footnote']
  expect(Object.keys(schema.nodes).toSorted()).toEqual([...Object.keys(block_kinds), ...parts].toSorted())
})

test('each piece of a document is found where the check reads it', () => {
  fc.assert(
    fc.property(cited_body, written => {
      const normal = normalBody(written)
      fc.pre(body_shape.safeParse(normal.body).success)
      const doc = makeDoc(normal)
      const head = { title: 'Tựa', lead: 'Sa pô 😀', picture: { scene: 'road', alt: 'x', caption: 'chú thích' } }
      const { points } = textOfDraft({ ...head, ...readDoc(doc) })
      const begins = Array.from(`${head.title}\n${head.lead}\n${head.picture.caption}\n`).length
      const pieces = piecesOf(doc, begins)
      expect(pieces.map(({ start, text }) => points.slice(start, start + Array.from(text).length).join(''))).toEqual(
        pieces.map(({ text }) => text),
      )
      for (const { start, text, is_atom } of pieces.filter(({ text }) => text !== '')) {
        const { from, to } = rangeOf(pieces, start, Array.from(text).length)!
        const atom = doc.nodeAt(from)!.attrs
        expect(is_atom ? (atom.printed ?? atom.name) : doc.textBetween(from, to)).toBe(text)
      }
    }),
    tries(500),
  )
})

test('the body begins where the check reads it, with and without a caption, and with one that is empty', () => {
  for (const caption of ['chú thích 😀', '', null]) {
    const picture = caption === null ? null : { scene: 'road', alt: 'x', caption }
    const head = { title: 'Tựa', lead: 'Sa pô 😀' }
    const { points } = textOfDraft({ ...head, picture, body: [{ type: 'heading', text: 'Mở đầu' }], citations: [] })
    expect(points.slice(pointsBefore({ ...head, caption })).join('')).toBe('Mở đầu\n')
  }
})
