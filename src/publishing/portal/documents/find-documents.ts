import { type Db, tablesRead } from '../../../platform/database/index.ts'
import { listDecidingInstruments } from '../../../register/countryside/index.ts'
import { type InstrumentRow, listPublicInstruments } from '../../../register/organisation/index.ts'

type Asked = Omit<Parameters<typeof listPublicInstruments>[1], 'also'>

export const document_tables = [listPublicInstruments, listDecidingInstruments].flatMap(read => tablesRead(read.sql))

/** The documents that everybody may see: decisions on the standing of communes too, as the figures that rest on them. */
export async function findDocuments(db: Db, asked: Asked): Promise<InstrumentRow[]> {
  const deciding = await listDecidingInstruments(db, {})
  return listPublicInstruments(db, { ...asked, also: deciding.map(({ instrument_id }) => instrument_id) })
}
