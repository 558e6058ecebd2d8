import { inflateSync } from 'node:zlib'

const zip_end = Buffer.from('PK\x05\x06', 'latin1')
/** What acts by itself when a paper is opened, or is another file inside it. */
const active = /\/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA)(?![A-Za-z])/
/**
 * The same inside of a stream, where an object may be hidden. A picture of some megabytes holds the three letters of
 * `/JS` by chance; it does not hold words by chance, nor a stream of its own.
 */
const active_in_stream =
  /\/(?:JavaScript|Rendition|Launch|EmbeddedFiles?|RichMedia|SubmitForm|ImportData|XFA[\s\0]*(?:\[|\d+\s+\d+\s+R))(?![A-Za-z])|>>[\s\0]*stream[\r\n]/

/**
 * A PDF of one piece: it begins as one and ends as one, has no password, and nothing in it acts or is another file.
 * Objects may stand packed in streams, so these are unpacked and looked through as well.
 */
export function faultOfPdf(bytes: Buffer): 'damaged-file' | 'two-files' | 'password-protected' | 'active-paper' | null {
  if (bytes.toString('latin1', 0, 5) !== '%PDF-') return 'damaged-file'
  if (bytes.includes(zip_end)) return 'two-files'
  const end = bytes.lastIndexOf('%%EOF')
  if (end < Math.max(0, bytes.length - 1024)) return 'damaged-file'
  const streams = streamsOf(bytes.toString('latin1'))
  if (!streams) return 'damaged-file'
  const { parts, rest } = streams
  const written = [...parts.map(({ before }) => before), rest]
  const streamed = parts.map(({ body }) => spelledOut(body))
  if ([...written, ...streamed].some(text => /\/Encrypt(?![A-Za-z])/.test(text))) return 'password-protected'
  if (written.some(text => active.test(text)) || streamed.some(text => active_in_stream.test(text))) return 'active-paper'
  const objects = holdsObjects(rest) ? null : packedObjects(parts)
  if (!objects) return 'damaged-file'
  return objects.some(text => active.test(text)) ? 'active-paper' : null
}

/** A stream of bytes, and what is written between the stream before it and this one: its dictionary stands at the end. */
type Part = { before: string; body: string }

/** A file in its streams and the rest behind the last; null where a stream has no end. */
function streamsOf(text: string): { parts: Part[]; rest: string } | null {
  const parts: Part[] = []
  const opening = /stream(?<=>>[\s\0]*stream)(?:\r\n|\r|\n)?/g
  let from = 0
  for (let found = opening.exec(text); found; found = opening.exec(text)) {
    const until = text.indexOf('endstream', opening.lastIndex)
    if (until < 0) return null
    parts.push({ before: spelledOut(text.slice(from, found.index)), body: text.slice(opening.lastIndex, until) })
    from = until + 'endstream'.length
    opening.lastIndex = from
  }
  return { parts, rest: spelledOut(text.slice(from)) }
}

/** A name may be spelled by the numbers of its letters: `/J#53`. */
function spelledOut(text: string): string {
  return text.replace(/#([0-9a-fA-F]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

function holdsObjects(text: string): boolean {
  return /\/ObjStm(?![A-Za-z])/.test(text)
}

const most_unpacked = 32 * 1024 * 1024

/** What stands in the streams that hold objects; null where one cannot be unpacked, or all are too much. */
function packedObjects(parts: readonly Part[]): string[] | null {
  const found: string[] = []
  let left = most_unpacked
  for (const { before, body } of parts) {
    if (!holdsObjects(before)) continue
    const objects = unpacked(before, body, left)
    if (objects === null) return null
    left -= objects.length
    found.push(spelledOut(objects))
  }
  return found
}

/** The dictionary right before a stream. That of a stream of objects has no strings and no comments. */
const last_dictionary = /<<((?:[^<>()%]|<<[^<>()%]*>>)*)>>[\s\0]*$/
const packed_once = /\/Filter\s*(?:\/FlateDecode|\[\s*\/FlateDecode\s*\])\s*(?:\/|$)/

function unpacked(before: string, body: string, most: number): string | null {
  const at = before.lastIndexOf('/ObjStm')
  const [, dictionary = ''] = last_dictionary.exec(before.slice(before.lastIndexOf('obj', at - 1))) ?? []
  if (!holdsObjects(dictionary) || /\/Predictor(?!\s*1\s*(?:[/>]|$))/.test(dictionary) || /\/DecodeParms\s*\[?\s*\d/.test(dictionary))
    return null
  const filters = dictionary.split('/Filter').length - 1
  if (filters === 0) return body.length > most ? null : body
  return filters === 1 && packed_once.test(dictionary) ? inflated(Buffer.from(body, 'latin1'), most) : null
}

function inflated(packed: Buffer, most: number): string | null {
  if (most < 1) return null
  try {
    return inflateSync(packed, { maxOutputLength: most }).toString('latin1')
  } catch {
    return null
  }
}
