import { CompiledQuery } from 'kysely'
import { type Actor, type Database, type Db, inTransaction, type Tx } from '../../database/index.ts'

/** Reads in somebody's name: the database shows what they may see, and forgets who asked at the end. */
export function look<T>(
  { kysely }: Pick<Database, 'kysely'>,
  { person_id }: Pick<Actor, 'person_id'>,
  read: (db: Db) => Promise<T>,
): Promise<T> {
  return kysely.connection().execute(connection => inTransaction(connection, { person_id, begin: 'begin read only' }, read))
}

/**
 * From here to the end of the transaction somebody else asks: a stranger whose token or code has just shown who they
 * are.
 */
export async function become(tx: Tx, person_id: number | null): Promise<void> {
  await setLocally(tx, 'neu_guong.person_id', person_id === null ? '' : String(person_id))
}

/** What a stranger shows at the door: the database lets them see the one row that matches it. */
export async function present(tx: Tx, shown: string): Promise<void> {
  await setLocally(tx, 'neu_guong.presented', shown)
}

async function setLocally(tx: Tx, name: string, value: string): Promise<void> {
  await tx.executeQuery(CompiledQuery.raw('select set_config($1, $2, true)', [name, value]))
}
