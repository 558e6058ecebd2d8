import { query } from '../../../platform/database/index.ts'

/** A file of an instrument, without its bytes; `size` is in bytes, `attached_at` an ISO instant. */
export type InstrumentFile = {
  instrument_file_id: number
  instrument_id: number
  name: string
  media_type: string
  size: number
  digest: string
  attached_at: string
}

/** The files of an instrument, the first that was attached first. */
export const listFiles = query<{ instrument_id: number }, InstrumentFile>(`
  select instrument_file_id, instrument_id, name, media_type, octet_length(bytes) as size, digest, lower(recorded) as attached_at
    from instrument_file
   where instrument_id = :instrument_id and upper(recorded) = 'infinity'
   order by instrument_file_id
   limit 200`)

/** One of them with its bytes. */
export const findFile = query<
  { instrument_id: number; instrument_file_id: number },
  Pick<InstrumentFile, 'name' | 'media_type'> & { bytes: Buffer }
>(`
  select name, media_type, bytes
    from instrument_file
   where instrument_file_id = :instrument_file_id and instrument_id = :instrument_id and upper(recorded) = 'infinity'`)
