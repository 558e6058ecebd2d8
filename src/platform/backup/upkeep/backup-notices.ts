import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { CompiledQuery } from 'kysely'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import type { Db } from '../../database/index.ts'
import type { FindNotices, HomeNotice } from '../../sign-in/index.ts'
import type { Language } from '../../web/index.ts'
import { manifest_file } from '../manifest.ts'
import { backup_problem_words, notice_words } from '../words.ts'
import type { BackupPlan } from './plan-backups.ts'

/** A day and two hours: the next one should have been taken. */
const longest_ms = 26 * 3_600_000

type Noted = {
  administers_all: boolean
  is_planned: boolean
  name: string | null
  folder: string | null
  began_at: string | null
  rows: number | null
  bytes: number | null
  why: string | null
}

const noted = `
  select administers_all() as administers_all, exists (select from backup_plan where is_open(recorded)) as is_planned,
         w.name, w.folder, w.began_at, w.rows, w.bytes,
         (select why from backup f where f.outcome = 'failed' and f.began_at > coalesce(w.began_at, '-infinity') order by f.backup_id desc limit 1) as why
    from (select 1) one
    left join (select name, folder, began_at, rows, bytes from backup where outcome = 'whole' order by began_at desc limit 1) w on true`

/**
 * On the home page of whoever administers the whole register: the last good backup; an alarm where it is old, gone, or
 * none is planned. Of sample data nobody needs one.
 */
export function backupNotices({ set_plan, is_sample }: { set_plan: Partial<BackupPlan>; is_sample: boolean }): FindNotices {
  return async ({ who, staff_page, look, now }) => {
    if (!who.held.some(({ role }) => role === 'administrator')) return []
    const found = await look(findNoted)
    if (!found.administers_all) return []
    const is_planned = found.is_planned || set_plan.folder !== undefined
    if (!is_planned && is_sample) return []
    return [{ href: staff_page.view.to.backups(), ...toldOf(staff_page.view.lang, found, { is_planned, now }) }]
  }
}

async function findNoted(db: Db): Promise<Noted> {
  return (await db.executeQuery<Noted>(CompiledQuery.raw(noted))).rows[0]!
}

function toldOf(lang: Language, found: Noted, { is_planned, now }: { is_planned: boolean; now: Date }): Omit<HomeNotice, 'href'> {
  const words = notice_words[lang]
  const { name, folder, began_at, why } = found
  if (!is_planned) return { label: words.unplanned, n: 1 }
  const failure = why === null ? '' : ` ${words.failed} ${whyIn(lang, why)}.`
  if (name === null || folder === null || began_at === null) return { label: `${words.none}${failure}`, n: 1 }
  const taken = words.taken(sayInstant(began_at, lang), found.rows ?? 0, Math.ceil((found.bytes ?? 0) / 1_000_000))
  if (!existsSync(join(folder, name, manifest_file))) return { label: `${taken} ${words.gone(join(folder, name))}${failure}`, n: 1 }
  const is_old = now.getTime() - Date.parse(began_at) > longest_ms
  return { label: `${taken}${is_old ? ` ${words.old}` : ''}${failure}`, n: Number(is_old || why !== null) }
}

/** A refusal is noted by its code: told by its sentence where that is whole without values; otherwise the log has them. */
function whyIn(lang: Language, why: string): string {
  const sentence = lookUp<Sentence>(backup_problem_words, why)?.[lang]
  return !sentence || sentence.includes('{') ? notice_words[lang].code(why) : sentence.replace(/\.$/, '')
}
