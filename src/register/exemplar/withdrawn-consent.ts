import { sql } from 'kysely'
import { digestOf } from '../../basis/shared/canonical-json.ts'
import type { Withdrawable } from '../../platform/backup/index.ts'
import type { Actor, Tx } from '../../platform/database/index.ts'
import { record } from '../../platform/ledger/index.ts'

/**
 * Consents that were taken back, for the list that is kept outside of every backup; and each taken back again where the
 * register does not know of it.
 */
export const withdrawn_consent: Withdrawable = {
  of: 'consent',
  list: async db => (await listWithdrawn(db)).map(({ exemplar_id, scope, at }) => ({ of: 'consent', id: exemplar_id, scope, at })),
  again: (tx, actor, { id, scope, at }) => withdrawAgain(tx, actor, { exemplar_id: id, scope: scope ?? '', at }),
}

type Withdrawn = { exemplar_id: number; scope: string; at: string }

/** A row that was closed, and on whose day no other took its place at the same instant. */
async function listWithdrawn(db: Tx): Promise<Withdrawn[]> {
  const { rows } = await sql<Withdrawn>`
    select distinct c.exemplar_id, c.scope, upper(c.recorded) as at
      from consent c
     where upper(c.recorded) < 'infinity'
       and not exists (select from consent n
                        where n.exemplar_id = c.exemplar_id and n.scope = c.scope and lower(n.recorded) = upper(c.recorded)
                          and n.valid @> day_in_vietnam(upper(c.recorded)))
     order by at, c.exemplar_id, c.scope`.execute(db)
  return rows
}

/** What was allowed before that instant and still stands ends on its day; what was allowed anew afterwards stays. */
async function withdrawAgain(tx: Tx, actor: Actor, { exemplar_id, scope, at }: Withdrawn): Promise<boolean> {
  const { rows } = await sql<{ exemplar_id: number }>`
    with ended as (
         update consent c
            set recorded = closed(c.recorded)
          where c.exemplar_id = ${exemplar_id} and c.scope = ${scope} and is_open(c.recorded) and lower(c.recorded) < ${at}::timestamptz
            and (upper_inf(c.valid) or upper(c.valid) > day_in_vietnam(${at}::timestamptz))
         returning c.exemplar_id, c.scope, c.valid),
       kept as (
         insert into consent (exemplar_id, scope, valid)
         select exemplar_id, scope, daterange(lower(valid), day_in_vietnam(${at}::timestamptz))
           from ended
          where lower(valid) < day_in_vietnam(${at}::timestamptz))
    select exemplar_id from ended`.execute(tx)
  if (rows.length === 0) return false
  const act = { act: 'withdraw-consent', object: 'exemplar', object_id: String(exemplar_id), digest: digestOf({ scope, at }) } as const
  await record(tx, actor, { ...act, retention: 'publication' })
  return true
}
