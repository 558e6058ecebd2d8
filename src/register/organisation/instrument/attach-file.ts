import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { Actor, Tx } from '../../../platform/database/index.ts'
import { type OnceCode, once, record } from '../../../platform/ledger/index.ts'
import { type FileCode, judgeFile, judgePaper, type PaperCode, paper_kinds, type Upload } from '../../../platform/office-file/index.ts'
import { keepPhoto, photo_kinds, type SizeCode } from '../../../platform/photo/index.ts'

/** The longest file in bytes, and the longer side of a scanned page in pixels: enough to read an A4 page. */
export const file_limits = { size: 20 * 1024 * 1024, side: 2400 }

/** A file that is fit to be kept: a paper as it came, or a page made anew. `digest` is the SHA-256 of the bytes. */
export type FitFile = { name: string; media_type: string; bytes: Buffer; digest: string }
export type FitCode = FileCode | SizeCode | PaperCode | 'too-hard'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
/** Some programs write documents whose first bytes say no more than that they are archives. */
const kinds = { ...paper_kinds, ...photo_kinds, 'application/zip': ['docx'] }
const taken = { kinds, most: file_limits.size, field: 'file' }

/**
 * Makes of what was sent what is kept: of a photo a JPEG made anew, of a PDF or a document of Word the same once it is
 * judged. Nothing is written. Refusals at `file`: those of `judgeFile`, of `judgePaper` and of a photo.
 */
export async function makeFit(sent: Upload): Promise<Outcome<FitFile, FitCode>> {
  const judged = await judgeFile(sent, taken)
  if (!judged.ok) return judged
  const { name, bytes } = judged.value
  const kind = judged.value.kind === 'application/zip' ? word : judged.value.kind
  if (isPaper(kind)) {
    const paper = await judgePaper(kind, bytes)
    return paper.ok ? done(fit(name, kind, bytes)) : paper
  }
  const photo = await keepPhoto({ name, bytes }, { field: 'file', side: file_limits.side })
  return photo.ok ? done(fit(photo.value.name, 'image/jpeg', photo.value.bytes)) : photo
}

function isPaper(kind: string): kind is keyof typeof paper_kinds {
  return Object.hasOwn(paper_kinds, kind)
}

function fit(name: string, media_type: string, bytes: Buffer): FitFile {
  return { name, media_type, bytes, digest: createHash('sha256').update(bytes).digest('hex') }
}

type Attached = { instrument_id: number; file: FitFile; key: string }

/** Attaches a file to an instrument. Refusal: attached-already. */
export function attachFile(
  tx: Tx,
  actor: Actor,
  { instrument_id, file, key }: Attached,
): Promise<Outcome<null, OnceCode | 'attached-already'>> {
  const { name, media_type, bytes, digest } = file
  return once<null, 'attached-already'>(tx, actor, { key, act: 'attach-file', request: { instrument_id, digest } }, async () => {
    const { rows } = await sql`
      select from instrument_file where instrument_id = ${instrument_id} and digest = ${digest} and upper(recorded) = 'infinity'`.execute(
      tx,
    )
    if (rows.length > 0) return refused({ code: 'attached-already', field: 'file' })
    await tx.insertInto('instrument_file').values({ instrument_id, name, media_type, bytes, digest }).execute()
    await note(tx, actor, 'attach-file', instrument_id, { name, digest })
    return done(null)
  })
}

/** Takes a file off that was attached by mistake. What is off already stays off. */
export async function detachFile(
  tx: Tx,
  actor: Actor,
  { instrument_id, instrument_file_id }: { instrument_id: number; instrument_file_id: number },
): Promise<Outcome<null, never>> {
  const { rows } = await sql<{ digest: string }>`
    update instrument_file set recorded = closed(recorded)
     where instrument_file_id = ${instrument_file_id} and instrument_id = ${instrument_id} and upper(recorded) = 'infinity'
    returning digest`.execute(tx)
  if (rows[0]) await note(tx, actor, 'detach-file', instrument_id, rows[0])
  return done(null)
}

async function note(tx: Tx, actor: Actor, act: string, instrument_id: number, content: object): Promise<void> {
  const object = { object: 'instrument', object_id: String(instrument_id), digest: digestOf(content) }
  await record(tx, actor, { act, ...object, retention: 'organisation' })
}
