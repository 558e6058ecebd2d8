import { fileTypeFromBuffer } from 'file-type'
import { lookUp } from '../../basis/shared/look-up.ts'
import { done, type Outcome, type Refusal, refused } from '../../basis/shared/outcome.ts'
import { namesSecret } from './names-secret.ts'

/** A file as it was sent. */
export type Upload = { name: string; bytes: Buffer }
/** The same with a name that is fit to be kept, and its kind by its bytes: a media type. */
export type JudgedFile<Kind extends string> = Upload & { kind: Kind }
/** Why a file is not taken, whatever it is. */
export type FileCode = 'empty-file' | 'too-big' | 'secret-file' | 'wrong-kind' | 'other-than-named'

/** The kinds that a place takes, each with the endings that its name may have; and the most bytes. */
export type FilesTaken<Kind extends string> = { kinds: Record<Kind, readonly string[]>; most: number; field: string }

/**
 * Judges a file before anything of it is read: what it is, its bytes say and not its name; where the two disagree it is
 * refused. Refusals at `field`: empty-file, too-big (limit: in MB), secret-file (its name says so), wrong-kind,
 * other-than-named.
 */
export async function judgeFile<Kind extends string>(
  { name, bytes }: Upload,
  { kinds, most, field }: FilesTaken<Kind>,
): Promise<Outcome<JudgedFile<Kind>, FileCode>> {
  const refuse = (code: FileCode, more = {}): Refusal<FileCode> => refused({ code, field, ...more })
  if (bytes.length === 0) return refuse('empty-file')
  if (bytes.length > most) return refuse('too-big', { limit: most / 1024 / 1024 })
  const said = fileName(name)
  if (namesSecret(said)) return refuse('secret-file')
  const kind = ((await fileTypeFromBuffer(bytes))?.mime ?? '') as Kind
  const endings = lookUp<readonly string[] | undefined>(kinds, kind)
  if (!endings) return refuse('wrong-kind')
  const ending = endingOf(said)
  return endings.includes(ending)
    ? done({ name: said, bytes, kind })
    : refuse('other-than-named', { values: { ending, kind: endings[0]! } })
}

/** The longest name that is kept of a file, in characters. */
export const longest_file_name = 120

/**
 * The last part of a path, in one spelling of Unicode and without what no name holds; its ending stays when it is cut.
 */
export function fileName(sent: string): string {
  const name = sent
    .toWellFormed()
    .normalize('NFC')
    .split(/[\\/]/)
    .at(-1)!
    .replace(/[\p{Cc}\p{Cf}\ufffd]/gu, '')
    .trim()
  if (name.length <= longest_file_name) return name
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? ''
  return name.slice(0, longest_file_name - ending.length) + ending
}

function endingOf(name: string): string {
  return /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
}
