import type pg from 'pg'
import { openBook, settleNumbers, store } from './book.ts'
import { loadInBulk } from './bulk.ts'
import { writeCommitments } from './commitments.ts'
import { writeContributions } from './contributions.ts'
import count_conclusions from './count-conclusions.sql?raw'
import { writeExemplars } from './exemplars.ts'
import { writeIndicators } from './indicators.ts'
import { writeLeaders } from './leaders.ts'
import { writeOrganisation } from './organisation/load-organisation.ts'
import { inventPeople, writePeople } from './people.ts'
import { writePlans } from './plans.ts'
import { writeProgramme } from './programme.ts'
import { randomFrom } from './random.ts'
import { limitOf } from './time.ts'

export type ProvinceOptions = { seed: number; scale: number; until: string; say: (line: string) => void }

const in_bulk = [
  'person',
  'person_version',
  'membership',
  'tenure',
  'obligation',
  'obligation_exception',
  'commitment',
  'commitment_step',
  'deed',
  'deed_step',
  'action_plan',
  'plan_mark',
  'plan_mark_tally',
  'commitment_tally',
  'deed_tally',
  'leadership_tally',
  'exemplar_profile',
  'exemplar_story',
  'contribution_giver',
  'contribution_household',
  'indicator_delivery',
]

/**
 * Organisations, persons, programme, commitments, exemplars and contributions of the demo province, all drawn from the
 * seed number; everybody is invented. Called in the owner's transaction after the territory is loaded. `scale` shrinks
 * the persons with what they did; organisations, exemplars and contributions stay, so that what is printed of them
 * holds at any scale.
 */
export async function loadProvince(owner: pg.Client, { seed, scale, until, say }: ProvinceOptions): Promise<void> {
  await loadInBulk(owner, in_bulk, async () => {
    const book = await openBook(owner, limitOf(until))
    const organisation = await writeOrganisation(owner, book, randomFrom(seed, 'organisation'))
    await store(owner, book)
    say('tổ chức Đảng, chính quyền, đoàn thể · organisations')
    const { party, places } = organisation
    const people = inventPeople(randomFrom(seed, 'people'), party, scale)
    writePeople(book, people)
    const { tenures, secretary_of } = writeLeaders(book, seed, organisation, people)
    await store(owner, book)
    say(`${people.length} người · persons`)
    const campaigns = writeProgramme(book, organisation)
    writePlans(book, seed, tenures)
    writeExemplars(book, randomFrom(seed, 'exemplars'), { places, people, party_of: party.of })
    writeContributions(book, randomFrom(seed, 'contributions'), places)
    writeIndicators(book, randomFrom(seed, 'indicators'), places)
    // The database takes a year in while the next one is written.
    let storing = store(owner, book)
    for (const campaign of campaigns) {
      await Promise.all([writeCommitments(book, seed, campaign, { people, bodies: party.bodies, secretary_of }), storing])
      storing = store(owner, book)
      say(`cam kết năm ${campaign.year} · commitments`)
    }
    await storing
    await settleNumbers(owner, book)
  })
  await owner.query(count_conclusions)
  // Households are loaded without their triggers.
  await owner.query('select settle_contributions(null)')
  await owner.query(
    'analyze unit, unit_version, placement, succession, exemplar, recognition, contribution, contribution_verification, contribution_state',
  )
}
