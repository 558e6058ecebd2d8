import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { makeFolders } from '../../../basis/shared/make-folders.ts'
import type { FileEntry } from '../manifest.ts'

const making = '.making-'
const removing = '.removing-'

/**
 * A folder in which a backup grows. It gets its name when all of it is on the disk: what bears a name is whole. Nobody
 * but its owner enters, for the rows of persons lie in it.
 */
export async function beginFolder(folder: string, name: string): Promise<string> {
  makeFolders(folder, 0o700)
  const aside = join(folder, `${making}${name}`)
  makeFolders(join(aside, 'rows'), 0o700)
  return aside
}

/** Gives a grown folder its name. */
export async function nameFolder(folder: string, name: string): Promise<void> {
  const aside = join(folder, `${making}${name}`)
  for (const path of [join(aside, 'rows'), aside]) await syncFolder(path)
  await rename(aside, join(folder, name))
  await syncFolder(folder)
}

/**
 * Takes away what was begun and has no name: of a program that was killed, or whose disk was full. Whoever calls it
 * holds the lock of those who take backups.
 */
export async function clearUnnamed(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter(name => name.startsWith(making) || name.startsWith(removing))
  for (const name of left) await rm(join(folder, name), { recursive: true, force: true })
}

/** Loses its name first, so that a removal that was cut off leaves nothing that looks whole. */
export async function removeFolder(folder: string, name: string): Promise<void> {
  const aside = join(folder, `${removing}${name}`)
  await rename(join(folder, name), aside)
  await rm(aside, { recursive: true, force: true })
}

/** A file of a backup, to be written once; on the disk when it has ended. */
export function newFile(path: string): NodeJS.WritableStream {
  return createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })
}

/** A short text as a file, on the disk when this returns. */
export async function writeText(path: string, text: string): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(text)
    await file.sync()
  } finally {
    await file.close()
  }
}

/** A file's length and digest, as it lies there. */
export async function measureFile(folder: string, name: string): Promise<FileEntry> {
  const hash = createHash('sha256')
  let bytes = 0
  await pipeline(createReadStream(join(folder, name)), async (source: AsyncIterable<Buffer>) => {
    for await (const chunk of source) {
      hash.update(chunk)
      bytes += chunk.length
    }
  })
  return { name, bytes, sha256: hash.digest('hex') }
}

async function syncFolder(path: string): Promise<void> {
  const opened = await open(path, 'r')
  try {
    await opened.sync()
  } finally {
    await opened.close()
  }
}
