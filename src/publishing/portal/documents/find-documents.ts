import { type Db, type Reads, tablesRead } from '../../../platform/database/index.ts'
import { listDecidingInstruments } from '../../../register/countryside/index.ts'
import { type InstrumentRow, listPublicInstruments } from '../../../register/organisation/index.ts'

type Asked = Omit<Parameters<typeof listPublicInstruments>[1], 'also'>

export const document_tables = [listPublicInstruments, listDecidingInstruments].flatMap(read => tablesRead(read.sql))

/** The documents that everybody may see: decisions on the standing of communes too, as the figures that rest on them. */
export async function findDocuments(reads: Reads, asked: Asked): Promise<InstrumentRow[]> {
  const deciding = await listDecidingInstruments(reads, {})
  return listPublicInstruments(reads, { ...asked, also: deciding.map(({ instrument_id }) => instrument_id) })
}

/** One of them by what its address has of it; null where there is none for everybody. */
export async function findDocument(db: Db, asked: string | undefined): Promise<InstrumentRow | null> {
  const instrument_id = numberIn(asked)
  const [document] = instrument_id === 0 ? [] : await documentsOf(db, [instrument_id])
  return document ?? null
}

/** Those of some instruments that everybody may see. */
export async function documentsOf(reads: Reads, instruments: readonly number[]): Promise<InstrumentRow[]> {
  if (instruments.length === 0) return []
  return findDocuments(reads, { words: '', kind: '', instruments, most: instruments.length, after: 0 })
}

/** A number of the register in an address; 0 where it is none. */
export function numberIn(asked = ''): number {
  return Number(/^[1-9]\d{0,14}$/.exec(asked)?.[0] ?? 0)
}
