import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { text } from '../../../platform/staff/index.ts'
import { reviseProfile } from '../../../register/organisation/index.ts'
import { by_instrument, type Rule, type RuleVersion } from '../../../register/rule/index.ts'
import { forms } from '../setup/forms.ts'
import { founding_problem_words } from '../words.ts'

const form = {
  keeper: text({
    label: forms.register.keeper.label!,
    hint: { vi: 'Hiện ở chân mọi trang.', en: 'At the foot of every page.' },
    most: 300,
    required: 'missing',
  }),
  contact: forms.register.contact,
  ...by_instrument,
}

/** Who keeps the register and where readers ask: the foot of every page. Whose it is, its tree of units says. */
export const profile: Rule<typeof form> = {
  ...{ rule: 'ten-so', of: 'register', act: 'keep', form },
  title: { vi: 'Cơ quan giữ sổ và nơi hỏi', en: 'Who keeps the register, and where to ask' },
  lead: {
    vi: 'Hiện ở chân mọi trang, của cổng và của sổ, ngay khi ghi. Tên trên đầu trang theo cây tổ chức: đơn vị đổi tên hay sáp nhập thì đầu trang đổi theo.',
    en: 'At the foot of every page as soon as it is recorded. The name at the head follows the tree of units: where the unit is renamed or merged, it says so.',
  },
  words: founding_problem_words(),
  typedNow: async db => {
    const [now] = await listProfiles(db)
    return { keeper: now?.keeper ?? '', contact: now?.contact ?? '' }
  },
  listVersions: listProfiles,
  set: (tx, { keeper, contact }) => reviseProfile(tx, { keeper, contact: contact || null }),
}

async function listProfiles(db: Db): Promise<(RuleVersion & { keeper: string; contact: string | null })[]> {
  const { rows } = await sql<{ keeper: string; contact: string | null; since: string; recorded_at: string; ended_at: string | null }>`
    select keeper, contact, day_in_vietnam(lower(recorded))::text as since, lower(recorded) as recorded_at,
           case when upper(recorded) < 'infinity' then upper(recorded) end as ended_at
      from register_profile
     order by lower(recorded) desc
     limit 20`.execute(db as Tx)
  const unsaid = { until: null, instrument_id: null, number: null, issuer: null, subject: null }
  const said = ({ keeper, contact }: { keeper: string; contact: string | null }) => [keeper, contact].filter(Boolean).join(' · ')
  return rows.map(row => ({ ...unsaid, ...row, said: { vi: said(row), en: said(row) } }))
}
