import { merger_sealed } from './home/merger/index.ts'
import { figure_sealed } from './numbers/figure/index.ts'
import { backup_sealed } from './platform/backup/index.ts'
import { ledger_sealed, type Vouched } from './platform/ledger/index.ts'
import { role_sealed } from './platform/role/index.ts'
import { sign_in_sealed } from './platform/sign-in/index.ts'
import { arranger_sealed } from './publishing/arranger/index.ts'
import { media_sealed } from './publishing/media/index.ts'
import { newsroom_sealed } from './publishing/newsroom/index.ts'
import { portal_sealed } from './publishing/portal/index.ts'
import { commitment_sealed } from './register/commitment/index.ts'
import { countryside_sealed, recountContributions } from './register/countryside/index.ts'
import { exemplar_sealed } from './register/exemplar/index.ts'
import { indicator_sealed } from './register/indicator/index.ts'
import { limitation_sealed } from './register/limitation/index.ts'
import { organisation_sealed } from './register/organisation/index.ts'
import { people_sealed } from './register/people/index.ts'
import { plan_sealed } from './register/plan/index.ts'
import { programme_sealed } from './register/programme/index.ts'
import { reminder_sealed } from './register/reminder/index.ts'
import { review_sealed } from './register/review/index.ts'
import { rights_sealed } from './register/rights/index.ts'
import { roster_sealed } from './register/roster/index.ts'
import { rule_sealed } from './register/rule/index.ts'
import { recountTallies, tally_sealed } from './register/tally/index.ts'
import { tree_sealed } from './register/tree/index.ts'

/** All rows that the ledger vouches for, laid together from the rooms. */
export const vouched: Vouched = {
  sealed: [
    ...ledger_sealed,
    ...role_sealed,
    ...sign_in_sealed,
    ...backup_sealed,
    ...organisation_sealed,
    ...people_sealed,
    ...rule_sealed,
    ...tree_sealed,
    ...roster_sealed,
    ...programme_sealed,
    ...tally_sealed,
    ...limitation_sealed,
    ...commitment_sealed,
    ...rights_sealed,
    ...plan_sealed,
    ...review_sealed,
    ...reminder_sealed,
    ...exemplar_sealed,
    ...countryside_sealed,
    ...indicator_sealed,
    ...figure_sealed,
    ...merger_sealed,
    ...media_sealed,
    ...newsroom_sealed,
    ...portal_sealed,
    ...arranger_sealed,
  ],
  recounts: [recountTallies, recountContributions],
}
