#!/usr/bin/env node
// Checks an export of a ledger without the program that wrote it: no dependency, no import of its code. Written from
// the format alone, so that a mistake of the one is not the mistake of the other. Node 20 or newer.
//
//   node verify-ledger.mjs EXPORT_OR_PROOF.jsonl [--key PUBLIC.pem] [--witness HEADS.jsonl]
//
// Ends with 0 if the export holds, 1 if it does not, 2 if the question makes no sense. Without --key the key inside the
// export is believed, and its fingerprint printed: compare it with the one that was published. Without --witness
// nothing is known of heads that were signed after the last one of the export.
//
// The format. Lines of UTF-8, each ended by one byte 0A. Each line is JSON with its keys in code-unit order and no
// white space.
// 1 {"format":1,"kind":"ledger-export","public_key":base64 of SPKI,"size":number of entries} 2…
// {"kind":"ledger-entry","position":n, and the entry's twelve fields}: n counts from 0 One of format 2 has two more:
// "format":2 and "rows_digest", the digest of the rows in the database that its change wrote, which this program does
// not see.
// {"key_id","kind":"ledger-head","previous","root","signature","signed_at","size"}: after the last entry that it covers
// A leaf is SHA-256 of 00 and the entry's line without "kind" and "position"; a node SHA-256 of 01, left, right (RFC
// 6962). `root` is the Merkle tree hash of the first `size` leaves; `previous` is SHA-256 of the line of the head
// before, 64 zeros for the first; `key_id` is SHA-256 of SPKI; `signature` is Ed25519 over the line without
// "signature". A witness holds the lines of heads alone, in their order: all of them, or one of each day.
// A proof of single entries (`ledger prove`) is {"entries":k,"format":1,"kind":"ledger-proof","public_key"}, one head,
// then k pairs of an entry and {"hashes":…,"kind":"ledger-path"}: the hashes beside the entry's path to the root, from
// the leaf upwards, hexadecimal, one blank between them.
import { createHash, createPublicKey, verify } from 'node:crypto'
import { closeSync, createReadStream, openSync, readFileSync, readSync, writeSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

const entry_fields = [
  'act',
  'actor_id',
  'agent',
  'digest',
  'entry_id',
  'from_version',
  'kind',
  'object',
  'object_id',
  'on_behalf_of',
  'position',
  'recorded',
  'retention',
  'to_version',
]
const entry_fields_2 = [...entry_fields, 'format', 'rows_digest'].sort()
const head_fields = ['key_id', 'kind', 'previous', 'root', 'signature', 'signed_at', 'size']
const proof_fields = ['entries', 'format', 'kind', 'public_key']
const path_fields = ['hashes', 'kind']
const export_fields = ['format', 'kind', 'public_key', 'size']

/**
 * The state before the first line. `key` is PEM or null; `witness` the bytes of a witness file or null.
 * A state is never changed: `step` answers with the next one, so that one may go on from any line twice.
 */
export function begin({ key = null, witness = null } = {}) {
  return {
    key: key === null ? null : createPublicKey(key),
    witness: witness === null ? null : wholeLines(witness),
    line: 0,
    size: null,
    count: 0,
    peaks: [],
    heads: 0,
    witnessed: 0,
    previous: '0'.repeat(64),
    last: null,
  }
}

/** The state after one more line (bytes without the line end). Throws a Flaw where the line is not what it must be. */
export function step(state, bytes) {
  const next = { ...state, line: state.line + 1 }
  const record = readLine(bytes, next.line)
  if (next.line === 1) return takeExport(next, record)
  if (record.kind === 'ledger-entry') return takeEntry(next, record)
  if (record.kind === 'ledger-head') return takeHead(next, record, bytes)
  throw new Flaw(next.line, 'neither an entry nor a head')
}

/** What the whole export says, after its last line. Throws a Flaw where it is not whole. */
export function finish(state) {
  if (state.size === null) throw new Flaw(1, 'the export is empty')
  if (state.count !== state.size) throw new Flaw(state.line, `the export says ${state.size} entries and holds ${state.count}`)
  if (state.count !== (state.last?.size ?? 0)) throw new Flaw(state.line, 'the last entries are under no head')
  if (state.witness && state.witnessed < state.witness.length)
    throw new Flaw(state.line, `the witness saw heads that the export does not hold: its end was cut off, or it is older`)
  return { size: state.count, heads: state.heads, last: state.last, key_id: keyId(state.key) }
}

/** Checks a whole export that is in memory. */
export function verifyExport(bytes, options) {
  let state = begin(options)
  let from = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    state = step(state, bytes.subarray(from, end))
    from = end + 1
  }
  if (from !== bytes.length) throw new Flaw(state.line + 1, 'the last line is not ended')
  return finish(state)
}

/** Checks a file of any size. */
export async function verifyFile(file, options) {
  let state = begin(options)
  let rest = Buffer.alloc(0)
  for await (const chunk of createReadStream(file)) {
    const bytes = rest.length === 0 ? chunk : Buffer.concat([rest, chunk])
    let from = 0
    for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
      state = step(state, bytes.subarray(from, end))
      from = end + 1
    }
    rest = bytes.subarray(from)
    if (rest.length > longest_line) throw new Flaw(state.line + 1, 'the line is too long')
  }
  if (rest.length > 0) throw new Flaw(state.line + 1, 'the last line is not ended')
  return finish(state)
}

/** Checks a proof of single entries, in memory. With a witness, its head must be one that the witness saw. */
export function verifyProof(bytes, options) {
  const given = begin(options)
  const lines = wholeLines(bytes)
  if (bytes.at(-1) !== 10) throw new Flaw(lines.length + 1, 'the last line is not ended')
  const [proof, head, ...pairs] = lines.map((line, i) => readLine(line, i + 1))
  if (!head) throw new Flaw(1, 'the proof is empty')
  expectFields(1, proof, proof_fields)
  if (proof.kind !== 'ledger-proof' || proof.format !== 1) throw new Flaw(1, 'not a proof in format 1')
  if (!isCount(proof.entries) || pairs.length !== 2 * proof.entries || pairs.length === 0)
    throw new Flaw(1, `the proof does not hold ${proof.entries} entries`)
  const key = keyOf({ ...given, line: 1 }, proof.public_key)
  expectSignedHead(2, head, key)
  if (given.witness && !given.witness.some(line => line.equals(lines[1]))) throw new Flaw(2, 'the witness never saw this head')
  for (let i = 0; i < pairs.length; i += 2) expectIncluded(i + 3, pairs[i], pairs[i + 1], head)
  return { size: head.size, entries: pairs.filter((_, i) => i % 2 === 0), last: head, key_id: keyId(key) }
}

function expectIncluded(line, entry, path, { size, root }) {
  expectFields(line, entry, fieldsOf(entry))
  expectFields(line + 1, path, path_fields)
  if (path.kind !== 'ledger-path' || !/^([0-9a-f]{64}( [0-9a-f]{64})*)?$/.test(path.hashes)) throw new Flaw(line + 1, 'not a path')
  const hashes = path.hashes === '' ? [] : path.hashes.split(' ').map(hash => Buffer.from(hash, 'hex'))
  if (!isCount(entry.position) || entry.position >= size) throw new Flaw(line, 'the entry is not among those of the head')
  if (rootAbove(leafOf(line, entry), entry.position, size, hashes)?.toString('hex') !== root) {
    throw new Flaw(line, 'the entry does not lead to the root that was signed')
  }
}

/** RFC 9162, 2.1.3.2: walks up from the leaf; null where there are too few or too many hashes. */
function rootAbove(leaf, position, size, hashes) {
  let [here, last, hash] = [position, size - 1, leaf]
  for (const beside of hashes) {
    if (last === 0) return null
    if (here % 2 === 1 || here === last) {
      hash = sha256(node_mark, beside, hash)
      while (here % 2 === 0 && here !== 0) [here, last] = [here / 2, Math.floor(last / 2)]
    } else hash = sha256(node_mark, hash, beside)
    ;[here, last] = [Math.floor(here / 2), Math.floor(last / 2)]
  }
  return last === 0 ? hash : null
}

/** What is not as it was signed: the number of the line, and why. */
export class Flaw extends Error {
  constructor(line, why) {
    super(`line ${line}: ${why}`)
    this.line = line
  }
}

const longest_line = 1 << 16

function takeExport(state, record) {
  expectFields(state.line, record, export_fields)
  if (record.kind !== 'ledger-export' || record.format !== 1) throw new Flaw(state.line, 'not an export in format 1')
  if (!isCount(record.size)) throw new Flaw(state.line, 'the size is not a number of entries')
  return { ...state, size: record.size, key: keyOf(state, record.public_key) }
}

function keyOf({ key, line }, spki) {
  const bytes = base64(spki, line)
  const known = key?.export({ type: 'spki', format: 'der' })
  if (known && !known.equals(bytes)) throw new Flaw(line, 'the export names another key than the one that was given')
  if (key) return key
  try {
    return createPublicKey({ key: bytes, type: 'spki', format: 'der' })
  } catch {
    throw new Flaw(line, 'the export names no public key')
  }
}

function takeEntry(state, record) {
  const leaf = leafOf(state.line, record)
  if (record.position !== state.count) throw new Flaw(state.line, `entry ${state.count} was expected`)
  return { ...state, count: state.count + 1, peaks: withLeaf(state.peaks, state.count, leaf) }
}

function leafOf(line, record) {
  expectFields(line, record, fieldsOf(record))
  if (record.kind !== 'ledger-entry') throw new Flaw(line, 'not an entry')
  const { kind: _, position: __, ...facts } = record
  return sha256(leaf_mark, Buffer.from(JSON.stringify(facts)))
}

/** An entry without a format is of the first. */
function fieldsOf({ format }) {
  return format === 2 ? entry_fields_2 : entry_fields
}

function takeHead(state, record, bytes) {
  const { line, count, key, witness, heads, witnessed } = state
  expectSignedHead(line, record, key)
  if (record.size !== count || count === (state.last?.size ?? 0))
    throw new Flaw(line, `the head covers ${record.size} entries, not ${count}`)
  if (record.previous !== state.previous) throw new Flaw(line, 'the head does not name the one before it')
  if (record.root !== rootOf(state.peaks).toString('hex')) throw new Flaw(line, 'the entries are not those that were signed')
  const seen = witness?.[witnessed]
  const seen_size = seen ? (readLine(seen, line).size ?? 0) : Infinity
  if (seen_size < record.size || (seen_size === record.size && !seen.equals(bytes))) throw new Flaw(line, 'the witness saw another head')
  return {
    ...state,
    heads: heads + 1,
    witnessed: witnessed + (seen_size === record.size ? 1 : 0),
    previous: sha256(bytes).toString('hex'),
    last: record,
  }
}

function expectSignedHead(line, record, key) {
  expectFields(line, record, head_fields)
  if (record.kind !== 'ledger-head') throw new Flaw(line, 'not a head')
  if (record.key_id !== keyId(key)) throw new Flaw(line, 'the head was signed with another key')
  const { signature, ...signed } = record
  if (!verify(null, Buffer.from(JSON.stringify(signed)), key, base64(signature, line))) throw new Flaw(line, 'the signature is wrong')
}

/** JSON that is exactly what a canonical writer writes: no other bytes say the same. */
function readLine(bytes, line) {
  let record
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    record = JSON.parse(text)
    if (JSON.stringify(record) === text && isSortedObject(record)) return record
  } catch {
    throw new Flaw(line, 'not JSON in UTF-8')
  }
  throw new Flaw(line, 'not canonical JSON')
}

/** An object of plain values with its keys in order. */
function isSortedObject(record) {
  if (record === null || typeof record !== 'object' || Array.isArray(record)) return false
  const keys = Object.keys(record)
  return keys.every((key, i) => (i === 0 || keys[i - 1] < key) && (record[key] === null || typeof record[key] !== 'object'))
}

function expectFields(line, record, fields) {
  if (Object.keys(record).join() !== fields.join()) throw new Flaw(line, `the fields are not ${fields.join(', ')}`)
}

function isCount(value) {
  return Number.isSafeInteger(value) && value >= 0
}

/** Base64 that is written in exactly one way. */
function base64(text, line) {
  const bytes = Buffer.from(String(text), 'base64')
  if (bytes.toString('base64') !== text) throw new Flaw(line, 'not base64')
  return bytes
}

const leaf_mark = Buffer.from([0])
const node_mark = Buffer.from([1])

/** The roots of the full subtrees, largest first; two of one size become one of twice the size. */
function withLeaf(peaks, count, leaf) {
  const next = [...peaks, leaf]
  for (let rest = count; rest % 2 === 1; rest = (rest - 1) / 2) {
    const right = next.pop()
    next.push(sha256(node_mark, next.pop(), right))
  }
  return next
}

function rootOf(peaks) {
  let root = peaks.at(-1) ?? sha256()
  for (let i = peaks.length - 2; i >= 0; i--) root = sha256(node_mark, peaks[i], root)
  return root
}

function keyId(key) {
  return sha256(key.export({ type: 'spki', format: 'der' })).toString('hex')
}

function sha256(...parts) {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(part)
  return hash.digest()
}

/**
 * The lines that are ended. In a witness, what follows the last line end was cut off in writing: it stands for no head.
 */
function wholeLines(bytes) {
  const lines = []
  let from = 0
  for (let end = bytes.indexOf(10); end >= 0; end = bytes.indexOf(10, from)) {
    lines.push(Buffer.from(bytes.subarray(from, end)))
    from = end + 1
  }
  return lines
}

function isProof(file) {
  const start = Buffer.alloc(200)
  const opened = openSync(file, 'r')
  readSync(opened, start)
  closeSync(opened)
  return start.includes('"kind":"ledger-proof"')
}

/** Throws where the line cannot be written: `console.log` would lose it without a word. */
function say(line) {
  for (let bytes = Buffer.from(`${line}\n`); bytes.length > 0; ) bytes = bytes.subarray(writeSync(1, bytes))
}

async function main(args) {
  const given = { '--key': null, '--witness': null }
  const files = []
  for (let i = 0; i < args.length; i++) {
    if (args[i] in given) given[args[i]] = args[++i] ?? ''
    else files.push(args[i])
  }
  if (files.length !== 1 || files[0].startsWith('-') || Object.values(given).includes('')) {
    console.error('node verify-ledger.mjs EXPORT_OR_PROOF.jsonl [--key PUBLIC.pem] [--witness HEADS.jsonl]')
    return 2
  }
  const [key, witness] = Object.values(given).map(file => (file === null ? null : readFileSync(file)))
  try {
    const held = isProof(files[0]) ? verifyProof(readFileSync(files[0]), { key, witness }) : await verifyFile(files[0], { key, witness })
    const { entries, size, heads, last, key_id } = held
    if (entries) for (const entry of entries) say(JSON.stringify(entry))
    say(
      entries
        ? `holds: ${entries.length} of the ${size} entries under the head of ${last.signed_at}`
        : `holds: ${size} entries under ${heads} heads, the last of ${last?.signed_at ?? 'never'}`,
    )
    say(`key ${key_id}${key ? '' : ' (from the file itself: compare it)'}`)
    say(witness ? 'the witness agrees' : 'no witness was asked')
    return 0
  } catch (error) {
    if (!(error instanceof Flaw)) throw error
    say(`does not hold: ${error.message}`)
    return 1
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  try {
    process.exitCode = await main(process.argv.slice(2))
  } catch (error) {
    console.error(error.message)
    process.exitCode = 2
  }
}
