import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { faultOfPaper } from './judge-paper.ts'

const pdf = (more = '') => Buffer.from(`%PDF-1.7\n1 0 obj<<${more}>>endobj\ntrailer<<>>\n%%EOF\n`)
const packed = (objects: string) =>
  Buffer.concat([
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/ObjStm/Filter/FlateDecode>>stream\n'),
    deflateSync(Buffer.from(objects)),
    Buffer.from('\nendstream endobj\n%%EOF'),
  ])
const paragraph = (words: string) => `<w:p><w:r><w:t>${words}</w:t></w:r></w:p>`
const word = (body: string, more: Record<string, Uint8Array> = {}) =>
  Buffer.from(zipSync({ 'word/document.xml': Buffer.from(`<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>`), ...more }))
const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
const good = word(paragraph('Kế hoạch làm mật ong'))

test('a PDF that is whole, locks nothing and does nothing is kept; names that only begin alike do not matter', () => {
  expect(faultOfPaper('application/pdf', pdf('/JSON 1/Launcher 2/EncryptMetadata false'))).toBe(null)
  expect(faultOfPaper('application/pdf', packed('1 0 <</Type/Page>>'))).toBe(null)
})

test('a PDF that is cut off, locked, acts by itself, openly or hidden, or is another file as well is not', () => {
  const faults = [
    pdf().subarray(0, 20),
    Buffer.concat([Buffer.from('x'), pdf()]),
    Buffer.concat([pdf(), Buffer.alloc(3000)]),
    pdf('/Encrypt 2 0 R'),
    pdf('/OpenAction<</S/JavaScript/JS(x)>>'),
    pdf('/OpenAction<</S/J#61vaScript>>'),
    pdf('/Names<</EmbeddedFiles 3 0 R>>'),
    packed('1 0 <</S/Launch>>'),
    Buffer.concat([pdf(), good, Buffer.from('%%EOF')]),
  ].map(bytes => faultOfPaper('application/pdf', bytes))
  expect(faults).toEqual([
    ...['damaged-file', 'damaged-file', 'damaged-file', 'password-protected'],
    ...['active-paper', 'active-paper', 'active-paper', 'active-paper', 'two-files'],
  ])
})

test('a document of Word that is whole is kept; one with macros, a stamp, a bomb, a type of document or a bit that was hit is not', () => {
  const hit = Buffer.from(good)
  hit[45]! ^= 0xff
  const bomb = zipSync({ 'word/document.xml': Buffer.alloc(20_000_000, 32) }, { level: 9 })
  const typed = zipSync({ 'word/document.xml': Buffer.from('<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>') })
  const faults = [
    good,
    word(paragraph('Kế hoạch'), { 'word/vbaProject.bin': Buffer.alloc(9) }),
    word(paragraph('TỐI MẬT') + paragraph('Kế hoạch')),
    word(paragraph('Kế hoạch'), { 'word/header1.xml': Buffer.from(`<w:hdr xmlns:w="w">${paragraph('MẬT')}</w:hdr>`) }),
    Buffer.from(bomb),
    Buffer.from(typed),
    Buffer.from(zipSync({ 'other.xml': Buffer.from('<x/>') })),
    hit,
    good.subarray(0, good.length - 30),
  ].map(bytes => faultOfPaper(docx, bytes))
  expect(faults).toEqual([
    ...[null, 'has-macros', 'secret-file', 'secret-file'],
    ...['damaged-file', 'damaged-file', 'damaged-file', 'damaged-file', 'damaged-file'],
  ])
})
