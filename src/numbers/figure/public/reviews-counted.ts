import type { Reads } from '../../../platform/database/index.ts'
import { listLimitationTallies } from '../../../register/limitation/index.ts'
import { listRatingTallies } from '../../../register/review/index.ts'
import { listCommitmentTallies, listConclusionTallies } from '../../../register/tally/index.ts'
import type { FigureParameters } from '../figure.ts'
import {
  approved,
  branchesOf,
  countCommitted,
  due,
  earlier,
  inCampaign,
  of_campaign,
  type PeopleCounted,
  submitted,
  tree,
} from './people-counted.ts'

const of_year = {
  course: async (_: Reads, { year, valid_as_of }: FigureParameters) => ({
    ...{ hierarchy: 'party' as const, day: earlier(valid_as_of, `${year}-12-31`), since: `${year}-01-01` },
  }),
  reads: tree,
}

const first_day = '2016-01-01'

/**
 * F8: a limitation counts as a person does, as most have one at a time. What is open may have been raised in any year
 * of the programme.
 */
export const limitations_followed: PeopleCounted = {
  ...of_year,
  course: async (db, parameters) => ({ ...(await of_year.course(db, parameters)), since: first_day }),
  steps: [
    { name: 'followed', of: null, base: 'followed', parts: ['followed'] },
    { name: 'raised', of: 'followed', base: 'followed', parts: ['raised', 'older'] },
    { name: 'repaired', of: 'followed', base: 'followed', parts: ['repaired', 'carried_twice', 'open'] },
  ],
  ...{ value: 'repaired', row: 'followed', columns: { raised: 'raised', repaired: 'repaired', carried_twice: 'repaired' } },
  branches: branchesOf(countFollowed),
}

/** F9. */
export const concluded: PeopleCounted = {
  ...of_campaign,
  steps: [due, submitted, approved, { name: 'concluded', of: 'approved', base: 'approved', parts: ['concluded', 'unconcluded'] }],
  ...{ value: 'concluded', row: 'approved', columns: { concluded: 'concluded' } },
  branches: branchesOf(countCommitted, countApproved, countConcluded),
}

/** F10. */
export const rated: PeopleCounted = {
  ...of_year,
  steps: [
    { name: 'due', of: null, base: 'due', parts: ['due'] },
    { name: 'rated', of: 'due', base: 'due', parts: ['rated', 'unrated'] },
    { name: 'levels', of: 'rated', base: 'rated', parts: ['level_1', 'level_2', 'level_3', 'level_4'] },
  ],
  ...{ value: 'levels', row: 'levels', columns: {} },
  branches: branchesOf(countRated),
}

async function countFollowed(db: Reads, parameters: FigureParameters) {
  const rows = await listLimitationTallies(db, { ...parameters, year: parameters.year! })
  return rows.map(({ key, followed, raised, repaired, carried_twice }) => ({
    key,
    cell: { followed, raised, older: followed - raised, repaired, carried_twice, open: followed - repaired - carried_twice },
  }))
}

async function countApproved(db: Reads, parameters: FigureParameters) {
  return (await inCampaign(db, parameters, listCommitmentTallies)).map(({ key, approved }) => ({ key, cell: { unconcluded: approved } }))
}

async function countConcluded(db: Reads, parameters: FigureParameters) {
  const rows = await inCampaign(db, parameters, listConclusionTallies)
  return rows.map(({ key, concluded }) => ({ key, cell: { concluded, unconcluded: -concluded } }))
}

async function countRated(db: Reads, parameters: FigureParameters) {
  const rows = await listRatingTallies(db, { ...parameters, year: parameters.year! })
  return rows.map(({ key, due, rated, level_1, level_2, level_3, level_4 }) => ({
    key,
    cell: { due, rated, unrated: due - rated, level_1, level_2, level_3, level_4 },
  }))
}
