import { role_sealed, sign_in_sealed } from './access/index.ts'
import { commitment_sealed, plan_sealed, recountTallies, reminder_sealed, tally_sealed } from './commitment/index.ts'
import { countryside_sealed } from './countryside/index.ts'
import { exemplar_sealed } from './exemplar/index.ts'
import { figure_sealed } from './figure/index.ts'
import { ledger_sealed, type Vouched } from './ledger/index.ts'
import { merger_sealed } from './merger/index.ts'
import { newsroom_sealed } from './newsroom/index.ts'
import { organisation_sealed } from './organisation/index.ts'
import { people_sealed, roster_sealed } from './people/index.ts'
import { portal_sealed } from './portal/index.ts'
import { programme_sealed } from './programme/index.ts'

/** All rows that the ledger vouches for, laid together from the rooms. */
export const vouched: Vouched = {
  sealed: [
    ...ledger_sealed,
    ...role_sealed,
    ...sign_in_sealed,
    ...organisation_sealed,
    ...people_sealed,
    ...roster_sealed,
    ...programme_sealed,
    ...tally_sealed,
    ...commitment_sealed,
    ...plan_sealed,
    ...reminder_sealed,
    ...exemplar_sealed,
    ...countryside_sealed,
    ...figure_sealed,
    ...merger_sealed,
    ...newsroom_sealed,
    ...portal_sealed,
  ],
  recounts: [recountTallies],
}
