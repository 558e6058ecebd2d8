import { createHash } from 'node:crypto'
import { CompiledQuery, sql } from 'kysely'
import type { Db, Tx } from '../../database/index.ts'
import { type SealedTable, type Traces, tracesOf } from '../sealed-table.ts'
import { no_rows } from './digest-rows.ts'

/**
 * The act by which the signer vouches for rows that no entry tells of: what a seed or an older version wrote, and what
 * migrations write.
 */
export const seal_archive = 'seal-archive'

/**
 * Rows that belong to no archive and to no entry. `what` is their table, and whether they began or ended; `first` the
 * earliest instant.
 */
export type Beside = { what: string; rows: number; first: string }
type Reads = Pick<Db, 'executeQuery' | 'selectFrom'>

/**
 * Records an archive where there is none yet, or where a migration has been applied since the last: the first one
 * covers every row before it which no entry tells of, a later one those of the migrations since, and nothing else. A
 * row that somebody puts beside the ledger therefore never gets into one.
 */
export async function recordArchive(tx: Tx): Promise<void> {
  await sql`
    insert into ledger_entry (act, agent, object, object_id, digest, retention)
    select ${seal_archive}, 'ledger', 'archive', 'migration-' || m.number, ${no_rows}, 'organisation'
      from migration m
     where m.applied_at > coalesce((select max(e.recorded) from ledger_entry e where e.act = ${sql.lit(seal_archive)}), '-infinity')
     order by m.number desc limit 1`.execute(tx)
}

/** The instants of all archives, the first one first. */
export async function listArchives(db: Reads): Promise<string[]> {
  const { rows } = await db.executeQuery<{ recorded: string }>(
    CompiledQuery.raw(`select recorded from ledger_entry where act = '${seal_archive}' order by recorded`),
  )
  return rows.map(({ recorded }) => recorded)
}

/**
 * What each archive covers, as a digest; and what lies beside the ledger. Reads every sealed table once, each by
 * itself. Where there is no archive yet, nobody vouches for anything, and nothing is beside it. To be asked by somebody
 * who sees every row.
 */
export async function readArchives(
  db: Reads,
  sealed: readonly SealedTable[],
  archives: readonly string[],
): Promise<{ digests: string[]; beside: Beside[] }> {
  const hashes = archives.map(() => createHash('sha256'))
  const beside: Beside[] = []
  if (archives.length === 0) return { digests: [], beside }
  for (const traces of sealed.flatMap(tracesOf).toSorted((a, b) => (a.what < b.what ? -1 : 1))) {
    for (const part of await readParts(db, traces, archives)) {
      if (part.archive === null) beside.push({ what: traces.what, rows: part.rows, first: part.first })
      else hashes[part.archive]?.update(`${traces.what} ${part.part} ${part.digest}\n`)
    }
  }
  return { digests: hashes.map(hash => hash.digest('hex')), beside }
}

/**
 * Of the rows of a table that no entry tells of: each archive's, in 256 parts so that no one is too long to be put
 * together; and those of no archive at all.
 */
type Part = { archive: number | null; part: number; digest: string; rows: number; first: string }

/** What a migration has written since the last archive waits for the next one: it has the number after the last. */
async function readParts(db: Reads, { from, at, d }: Traces, archives: readonly string[]): Promise<Part[]> {
  const { rows } = await db.executeQuery<Part>(
    CompiledQuery.raw(
      `select r.archive, r.part, encode(sha256(string_agg(r.d, ''::bytea order by r.d)), 'hex') as digest, count(*) as rows, min(r.at) as first
         from (select case when u.at < ($1::timestamptz[])[1] then 0
                           when exists (select from migration m where m.applied_at = u.at) then width_bucket(u.at, $1::timestamptz[]) end as archive,
                      get_byte(u.d, 0) as part, u.d, u.at
                 from (select ${at} as at, ${d} as d from ${from}
                          and not exists (select from ledger_entry e where e.recorded = ${at} and e.format = 2 and e.act <> '${seal_archive}')) u) r
        group by r.archive, r.part
        order by r.archive, r.part`,
      [[...archives]],
    ),
  )
  return rows
}
