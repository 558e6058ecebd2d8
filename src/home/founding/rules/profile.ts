import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/database/index.ts'
import { text } from '../../../platform/staff/index.ts'
import { reviseProfile } from '../../../register/organisation/index.ts'
import { by_instrument, declareRule, type RuleVersion } from '../../../register/rule/index.ts'
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
export const profile = declareRule({
  ...{ rule: 'ten-so', of: 'register', act: 'keep', form },
  title: { vi: 'Cơ quan giữ sổ và nơi hỏi', en: 'Who keeps the register, and where to ask' },
  lead: {
    vi: 'Hiện ở chân mọi trang, của cổng và của sổ, ngay khi ghi. Tên trên đầu trang theo cây tổ chức: đơn vị đổi tên hay sáp nhập thì đầu trang đổi theo.',
    en: 'At the foot of every page as soon as it is recorded. The name at the head follows the tree of units: where the unit is renamed or merged, it says so.',
  },
  more: { label: { vi: 'Đổi biểu trưng ở đầu trang', en: 'Change the emblem at the head of the pages' }, page: 'emblem' },
  words: founding_problem_words(),
  typedNow: async db => {
    const [now] = await listProfiles(db)
    return { keeper: now?.keeper ?? '', contact: now?.contact ?? '' }
  },
  listVersions: listProfiles,
  set: (tx, { keeper, contact }, { instrument_id }) => reviseProfile(tx, { keeper, contact: contact || null, instrument_id }),
})

type Profile = Omit<RuleVersion, 'said'> & { keeper: string; contact: string | null }

async function listProfiles(db: Db): Promise<(RuleVersion & Profile)[]> {
  const { rows } = await sql<Profile>`
    select p.keeper, p.contact, day_in_vietnam(lower(p.recorded))::text as since, null as until,
           p.instrument_id, i.number, i.issuer, i.title as subject, lower(p.recorded) as recorded_at,
           case when upper(p.recorded) < 'infinity' then upper(p.recorded) end as ended_at
      from register_profile p
      left join instrument i using (instrument_id)
     order by lower(p.recorded) desc
     limit 20`.execute(db as Tx)
  const said = ({ keeper, contact }: Profile) => [keeper, contact].filter(Boolean).join(' · ')
  return rows.map(row => ({ ...row, said: { vi: said(row), en: said(row) } }))
}
