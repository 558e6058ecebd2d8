import type { Db } from '../database/index.ts'
import type { Entry } from './entry.ts'
import type { Head } from './head.ts'

/** A head as its row is: with the peaks (hexadecimal) from which the next one grows. */
export type KeptHead = Head & { peaks: string[] }
export type SignedEntry = Entry & { position: number }
type Reads = Pick<Db, 'selectFrom'>

const who_and_what = ['entry_id', 'recorded', 'act', 'actor_id', 'agent', 'on_behalf_of', 'object', 'object_id'] as const
const entry_columns = [...who_and_what, 'from_version', 'to_version', 'digest', 'retention', 'format', 'rows_digest', 'position'] as const
const head_columns = ['size', 'root', 'signed_at', 'previous', 'key_id', 'signature', 'peaks'] as const
const at_once = 5_000

/** Signed entries in the order of the tree, read in batches. */
export async function* eachEntry(db: Reads): AsyncGenerator<SignedEntry> {
  let after = -1
  for (;;) {
    const rows = await db
      .selectFrom('ledger_entry')
      .select(entry_columns)
      .where('position', '>', after)
      .orderBy('position')
      .limit(at_once)
      .execute()
    yield* rows as SignedEntry[]
    if (rows.length < at_once) return
    after = (rows.at(-1) as SignedEntry).position
  }
}

/** So many signed entries, chosen by chance; fewer where there are not so many. */
export async function listSample(db: Reads, n: number): Promise<SignedEntry[]> {
  const size = (await findLastHead(db))?.size ?? 0
  const places = size <= n ? Array.from({ length: size }, (_, place) => place) : chooseSome(size, n)
  const chosen = db
    .selectFrom('ledger_entry')
    .select(entry_columns)
    .where('position', 'in', [-1, ...places])
  return (await chosen.orderBy('position').execute()) as SignedEntry[]
}

export async function listEntriesOf(db: Reads, { object, object_id }: { object: string; object_id: string }): Promise<SignedEntry[]> {
  const of_it = db.selectFrom('ledger_entry').select(entry_columns).where('object', '=', object).where('object_id', '=', object_id)
  return (await of_it.where('position', 'is not', null).orderBy('position').execute()) as SignedEntry[]
}

function chooseSome(size: number, n: number): number[] {
  const chosen = new Set<number>()
  while (chosen.size < n) chosen.add(Math.floor(Math.random() * size))
  return [...chosen]
}

/** Heads by their size, read in batches. */
export async function* eachHead(db: Reads, after = 0): AsyncGenerator<KeptHead> {
  let size = after
  for (;;) {
    const rows = await db.selectFrom('ledger_head').select(head_columns).where('size', '>', size).orderBy('size').limit(at_once).execute()
    yield* rows as KeptHead[]
    if (rows.length < at_once) return
    size = (rows.at(-1) as KeptHead).size
  }
}

export async function findHead(db: Reads, { size }: { size: number }): Promise<KeptHead | null> {
  return ((await db.selectFrom('ledger_head').select(head_columns).where('size', '=', size).executeTakeFirst()) as KeptHead) ?? null
}

export async function findLastHead(db: Reads): Promise<KeptHead | null> {
  return ((await db.selectFrom('ledger_head').select(head_columns).orderBy('size', 'desc').limit(1).executeTakeFirst()) as KeptHead) ?? null
}

/** Entries that no head covers yet, oldest number first. */
export async function listUnsigned(db: Reads, { most }: { most: number }): Promise<Entry[]> {
  return (await db
    .selectFrom('ledger_entry')
    .select(entry_columns)
    .where('position', 'is', null)
    .orderBy('entry_id')
    .limit(most)
    .execute()) as Entry[]
}

export async function countUnsigned(db: Reads): Promise<number> {
  const { waiting } = await db
    .selectFrom('ledger_entry')
    .select(of => of.fn.countAll().as('waiting'))
    .where('position', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(waiting)
}

export function headOf({ peaks: _, ...head }: KeptHead): Head {
  return head
}
