import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { makeFolders } from '../../basis/shared/make-folders.ts'

/** A file that is there whole and on the disk, or not at all. */
export function writeWhole(file: string, text: string, mode: number): void {
  makeFolders(dirname(file))
  const aside = `${file}.new`
  writeSynced(aside, 'w', text, mode)
  renameSync(aside, file)
  syncFolder(dirname(file))
}

/** Returns when the bytes are on the disk; throws where they are not. `how` as open(2) is asked: 'w' or 'a'. */
export function writeSynced(file: string, how: 'w' | 'a', text: string, mode: number): void {
  const opened = openSync(file, how, mode)
  try {
    writeFileSync(opened, text)
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}

/** A new name is on the disk when its folder is. */
export function syncFolder(folder: string): void {
  const opened = openSync(folder, 'r')
  try {
    fsyncSync(opened)
  } finally {
    closeSync(opened)
  }
}
