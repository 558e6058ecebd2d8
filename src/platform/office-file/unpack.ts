import { crc32, inflateRawSync } from 'node:zlib'

/** An entry of an archive as its list of contents has it; `size` and `packed` in bytes. */
export type Entry = { name: string; size: number; packed: number; method: number; crc: number; is_encrypted: boolean; at: number }

const end_of_list = 0x06054b50
const long_end = 0x06064b50
const long_locator = 0x07064b50
const listed = 0x02014b50
const local = 0x04034b50
const longest_comment = 0xffff

/**
 * The list of contents at the end of a ZIP archive (APPNOTE 6.3, 4.3.12, 4.3.14 and 4.3.16). Null where there is none,
 * or where it does not add up: fewer entries than it says, or more, or something between it and its end.
 */
export function listEntries(bytes: Uint8Array): Entry[] | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    const list = findList(archive)
    if (list === null || list.from + list.size !== list.end) return null
    const entries: Entry[] = []
    let at = list.from
    for (; at < list.end && archive.readUInt32LE(at) === listed; at = afterEntry(archive, at)) entries.push(entryAt(archive, at))
    return at === list.end && entries.length === list.count ? entries : null
  } catch (error) {
    if (error instanceof RangeError) return null // it ends before it says
    throw error
  }
}

type List = { count: number; size: number; from: number; end: number }

function findList(archive: Buffer): List | null {
  const end = archive.lastIndexOf(signature(end_of_list))
  if (end < Math.max(0, archive.length - 22 - longest_comment)) return null
  const size = archive.readUInt32LE(end + 12)
  const from = archive.readUInt32LE(end + 16)
  const is_long = end >= 20 && archive.readUInt32LE(end - 20) === long_locator
  if (is_long) return longList(archive, Number(archive.readBigUInt64LE(end - 12)))
  return archive.readUInt16LE(end + 8) === archive.readUInt16LE(end + 10)
    ? { count: archive.readUInt16LE(end + 10), size, from, end }
    : null
}

/** Some programs write the long form of the end for any archive. */
function longList(archive: Buffer, at: number): List | null {
  if (archive.readUInt32LE(at) !== long_end) return null
  const numberAt = (place: number) => Number(archive.readBigUInt64LE(at + place))
  return { count: numberAt(32), size: numberAt(40), from: numberAt(48), end: at }
}

function signature(number: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(number)
  return bytes
}

function afterEntry(archive: Buffer, at: number): number {
  return at + 46 + archive.readUInt16LE(at + 28) + archive.readUInt16LE(at + 30) + archive.readUInt16LE(at + 32)
}

function entryAt(archive: Buffer, at: number): Entry {
  const name_bytes = archive.subarray(at + 46, at + 46 + archive.readUInt16LE(at + 28))
  return {
    name: name_bytes.toString('utf8'),
    is_encrypted: (archive.readUInt16LE(at + 8) & 1) !== 0,
    method: archive.readUInt16LE(at + 10),
    crc: archive.readUInt32LE(at + 16),
    packed: archive.readUInt32LE(at + 20),
    size: archive.readUInt32LE(at + 24),
    at: archive.readUInt32LE(at + 42),
  }
}

/**
 * What an entry holds. Null where it is not what the list says of it: another name, another length, or another sum
 * (CRC-32); one bit that was hit on the way shows.
 */
export function unpackEntry(bytes: Uint8Array, entry: Entry): Uint8Array | null {
  const archive = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  try {
    if (archive.readUInt32LE(entry.at) !== local) return null
    const name_length = archive.readUInt16LE(entry.at + 26)
    const name = archive.toString('utf8', entry.at + 30, entry.at + 30 + name_length)
    const from = entry.at + 30 + name_length + archive.readUInt16LE(entry.at + 28)
    if (name !== entry.name || from + entry.packed > archive.length) return null
    const packed = archive.subarray(from, from + entry.packed)
    const part = entry.method === 0 ? packed : entry.method === 8 ? inflated(packed, entry.size) : null
    return part && part.length === entry.size && crc32(part) === entry.crc ? part : null
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** No more is unpacked than was said, so that what was said could be judged. */
function inflated(packed: Uint8Array, size: number): Buffer | null {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(size, 1) })
  } catch {
    return null // cut off, damaged, or longer than the list says
  }
}
