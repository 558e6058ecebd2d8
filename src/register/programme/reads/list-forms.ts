import { type Db, query } from '../../../platform/database/index.ts'

/** The versions of the form with which a campaign may open on a day, the newest first. */
const list = query<{ day: string }, { form_version: number }>(
  'select form_version from campaign_form where valid @> :day::date order by form_version desc',
)

export async function listForms(db: Pick<Db, 'executeQuery'>, day: string): Promise<number[]> {
  return (await list(db, { day })).map(({ form_version }) => form_version)
}
