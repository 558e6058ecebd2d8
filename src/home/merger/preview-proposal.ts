import { dayBefore, isDay } from '../../basis/shared/dates.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { type MergerPreview, previewMerger } from '../../numbers/figure/index.ts'
import { type Actor, asOwner, type Database, type Db, query } from '../../platform/database/index.ts'
import type { Merger } from '../../register/organisation/index.ts'
import { digestOfEffects, problemsWithEffects } from './decide-merger.ts'
import type { MergerCode } from './words.ts'

/**
 * What a plan would mean now, and the digest of it that goes with a confirmation; or why the register does not take it
 * any more.
 */
export type Seen = { preview: MergerPreview | null; digest: string; problems: Problem<MergerCode>[] }

/**
 * Carried out as the owner and taken back: no page writes the map. The figures are those of the province, where
 * territory changes.
 */
export async function previewProposal(database: Pick<Database, 'db' | 'connect'>, actor: Actor, merger: Merger): Promise<Seen> {
  const unit = await unitOfFigures(database.db, merger)
  const outcome = await asOwner(database, owned => previewMerger(owned, actor, { merger, unit }))
  const problems = outcome.ok ? [...problemsWithEffects(outcome.value.units)] : outcome.problems
  if (!outcome.ok || problems.length > 0) return { preview: null, digest: '', problems }
  return { preview: outcome.value, digest: digestOfEffects(outcome.value.units), problems: [] }
}

const provinces = query<{ day: string }, { key: string }>(`
  select u.key
    from unit_version v
    join unit u using (unit_id)
   where v.unit_kind in ('province', 'central-city') and v.valid @> :day::date and upper(v.recorded) = 'infinity'
   order by u.unit_id
   limit 1`)

/** Whose figures a preview asks: the province’s on the eve, where territory changes; otherwise none changes. */
export async function unitOfFigures(db: Db, { hierarchy, effective_on }: Merger): Promise<string | null> {
  if (hierarchy !== 'territory' || !isDay(effective_on)) return null
  return (await provinces(db, { day: dayBefore(effective_on) }))[0]?.key ?? null
}
