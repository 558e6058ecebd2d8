import { sql } from 'kysely'
import { digestOf } from '../../../basis/shared/canonical-json.ts'
import type { Withdrawable } from '../../../platform/backup/index.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { endConsent } from './withdraw-consent.ts'

/**
 * Consents that were taken back, for the list that is kept outside of every backup; and each taken back again where the
 * register does not know of it.
 */
export const withdrawn_consent: Withdrawable = {
  of: 'consent',
  list: async db => (await listWithdrawn(db)).map(({ exemplar_id, scope, at }) => ({ of: 'consent', id: exemplar_id, scope, at })),
  again: (tx, actor, { id, scope, at }) =>
    endConsent(tx, actor, { exemplar_id: id, scope: scope ?? '', at }, digestOf({ scope: scope ?? '', at })),
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
