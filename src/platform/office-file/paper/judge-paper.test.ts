import { createCipheriv } from 'node:crypto'
import { deflateSync } from 'node:zlib'
import { zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { faultOfPaper } from './judge-paper.ts'

const pdf = (more = '') => Buffer.from(`%PDF-1.7\n1 0 obj<<${more}>>endobj\ntrailer<<>>\n%%EOF\n`)
const withStream = (dictionary: string, body: Uint8Array) =>
  Buffer.concat([Buffer.from(`%PDF-1.7\n1 0 obj<<${dictionary}>>stream\n`), body, Buffer.from('\nendstream endobj\n%%EOF')])
const packed = (objects: string, dictionary = '/Type/ObjStm/Filter/FlateDecode') =>
  withStream(dictionary, deflateSync(Buffer.from(objects)))
/** Bytes as of a packed picture: the same at each run. */
const noise = (length: number) => createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16)).update(Buffer.alloc(length))
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

test('a scan whose picture holds the letters of a script by chance is kept; an object that is hidden in a stream is found', () => {
  const picture = noise(4 * 1024 * 1024)
  expect(picture.toString('latin1')).toMatch(/\/JS(?![A-Za-z])/)
  expect(faultOfPaper('application/pdf', withStream('/Subtype/Image/Filter/DCTDecode', picture))).toBe(null)
  const hidden = ['2 0 obj<</S/JavaScript/JS(x)>>endobj', '2 0 obj<</XFA 3 0 R>>endobj', '2 0 obj<</Type/ObjStm>>stream\n1 0 <</S/JS>>']
  for (const object of hidden) expect(faultOfPaper('application/pdf', withStream('', Buffer.from(object))), object).toBe('active-paper')
  expect(faultOfPaper('application/pdf', pdf('/A(>>stream\n)endstream /JS(x)'))).toBe('active-paper')
})

test('a stream of objects is looked through however its names are spelled; one that cannot be unpacked is damaged', () => {
  const script = '1 0 <</S/Launch>>'
  const bomb = Buffer.alloc(33 * 1024 * 1024, 32)
  const faults = [
    packed(script, '/Type/Obj#53tm/Filter/FlateDecode'),
    packed(script, '/Type/ObjStm/Filter[ /FlateDecode ]/DecodeParms<</Predictor 1>>'),
    withStream('/Type/ObjStm', Buffer.from('1 0 <</S/L#61unch>>')),
    withStream('/Type/ObjStm/Filter/FlateDecode', Buffer.from('not packed')),
    withStream('/Type/ObjStm/Filter/LZWDecode', deflateSync(Buffer.from(script))),
    withStream('/Type/ObjStm/Filter[/FlateDecode/FlateDecode]', deflateSync(deflateSync(Buffer.from(script)))),
    withStream('/Type/ObjStm/Filter/FlateDecode/DecodeParms<</Predictor 12>>', deflateSync(Buffer.from(script))),
    withStream('/Type/ObjStm/Filter/FlateDecode', deflateSync(bomb)),
    Buffer.concat([packed(bomb.subarray(0, 32 * 1024 * 1024).toString('latin1')), packed(script)]),
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/ObjStm>>stream\n1 0 <<>>\n%%EOF'),
    Buffer.from('%PDF-1.7\n1 0 obj<</Type/ObjStm>>%\nstream\n1 0 <<>>\n%%EOF'),
  ].map(bytes => faultOfPaper('application/pdf', bytes))
  expect(faults).toEqual([...Array(3).fill('active-paper'), ...Array(8).fill('damaged-file')])
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
