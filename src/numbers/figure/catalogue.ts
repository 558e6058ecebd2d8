import type { MapVintage } from '../../basis/shared/dates.ts'
import { type Reads, tablesRead } from '../../platform/database/index.ts'
import {
  findStandingStatus,
  listAssessed,
  listContributingHouseholds,
  listContributions,
  listStandingDecisions,
} from '../../register/countryside/index.ts'
import { listModelsInOperation, listRecognisedExemplars } from '../../register/exemplar/index.ts'
import { findLastYear, listIndicatorMonths, listIndicators } from '../../register/indicator/index.ts'
import { findLastFollowedYear, listLimitationTallies } from '../../register/limitation/index.ts'
import { findRoot, findUnit, listSuccessions, listUnits } from '../../register/organisation/index.ts'
import { listPlanMarkTallies } from '../../register/plan/index.ts'
import { findCampaign, findProgramme } from '../../register/programme/index.ts'
import { findLastReviewYear, listRatingTallies } from '../../register/review/index.ts'
import {
  listCommitmentTallies,
  listConclusionTallies,
  listDeedCompletion,
  listDeedTallies,
  listLeadershipTallies,
} from '../../register/tally/index.ts'
import type { Answer, FigureParameters, FigureRow, FigureValue } from './figure.ts'
import {
  commitmentRate,
  deedCompletion,
  deedsPerPerson,
  onTimeRate,
  peopleMissing,
  planCoverage,
  plansPassed,
} from './figures/commitment-figures.ts'
import {
  advancedCommunes,
  communesEverRecognised,
  communesStanding,
  contributionsGiven,
  householdsContributing,
  meanCriteria,
  shareOfCommunes,
  standingStatus,
} from './figures/countryside-figures.ts'
import { exemplarsRecognised, modelsInOperation } from './figures/exemplar-figures.ts'
import { indicatorOfYear } from './figures/indicator-figures.ts'
import { unitsByKind } from './figures/organisation-figures.ts'
import { programmeYear } from './figures/programme-figures.ts'
import { limitationsRepaired, ratingsGiven, reviewsConcluded } from './figures/review-figures.ts'
import {
  committed,
  deeds_chosen,
  deeds_reported,
  exemplars_counted,
  households_counted,
  missing,
  type PeopleCounted,
  plans_made,
  plans_passed,
} from './public/people-counted.ts'
import { concluded, limitations_followed, rated } from './public/reviews-counted.ts'

export type FigureId =
  | 'F1'
  | 'F2'
  | 'F3'
  | 'F4'
  | 'F5'
  | 'F6'
  | 'F7'
  | 'F8'
  | 'F9'
  | 'F10'
  | 'F11'
  | 'F12'
  | 'F13'
  | 'F14'
  | 'F15'
  | 'F16'
  | 'F17'
  | 'F18'
  | 'F19'
  | 'F20'
  | 'F21'
  | 'F22'
  | 'F23'

/** What a definition's function gives back: the rows, and what they come to. */
export type Counted = {
  value: FigureValue
  rows: FigureRow[]
  numerator?: number
  denominator?: number
  rule?: string
  year?: number
  kind?: string
  kind_name?: Answer['kind_name']
}

export type Definition = {
  id: FigureId
  /** Raised whenever the meaning of the figure changes; a citation keeps the version it was printed with. */
  version: number
  /** The map vintage it is given in unless another is asked. */
  map: MapVintage
  maps: readonly MapVintage[]
  /** What is asked where the question does not say; of units the root of the register in this hierarchy. */
  defaults: Pick<FigureParameters, 'from' | 'level' | 'kind'> & { hierarchy: 'territory' | 'party' }
  /** The values of `kind` that mean something to it. */
  kinds: readonly string[]
  /** The committed reads that answer it, each with its SQL. */
  reads: readonly { sql: string }[]
  /** The parameters that mean something to it, beside the clocks and the unit. */
  takes: readonly ('year' | 'from' | 'to' | 'level' | 'kind' | 'rule')[]
  count: (db: Reads, parameters: FigureParameters) => Promise<Counted | null>
  /** How it counts people, or that it counts none. Nothing of it is public before that is said. */
  people: PeopleCounted | 'none'
}

const territory = { hierarchy: 'territory', from: '2016-01-01', level: 'standard', kind: 'land' } as const
const party = { ...territory, hierarchy: 'party' } as const
const of_state = ['as-was', 'as-of', 'restated'] as const
const of_its_day = ['as-of'] as const

const of_campaign = { map: 'as-of', maps: of_its_day, defaults: party, takes: ['year'], kinds: [] } as const
const of_standing = { map: 'as-of', maps: of_state, kinds: [], reads: [listStandingDecisions, listSuccessions, listUnits] } as const
const of_day = { map: 'as-of', maps: of_its_day, defaults: territory, takes: [], kinds: [] } as const

/** Every number that may be printed, and the reads that answer it. The sentences stand in words.ts. */
export const catalogue: Record<FigureId, Definition> = {
  F1: {
    id: 'F1',
    version: 1,
    ...of_campaign,
    reads: [findCampaign, listCommitmentTallies],
    people: committed('approved'),
    count: commitmentRate,
  },
  F2: {
    id: 'F2',
    version: 1,
    ...of_campaign,
    reads: [findCampaign, listCommitmentTallies],
    people: committed('on_time'),
    count: onTimeRate,
  },
  F3: { id: 'F3', version: 1, ...of_campaign, reads: [findCampaign, listDeedTallies], people: deeds_chosen, count: deedsPerPerson },
  F4: { id: 'F4', version: 1, ...of_campaign, reads: [findCampaign, listCommitmentTallies], people: missing, count: peopleMissing },
  F5: { id: 'F5', version: 1, ...of_campaign, reads: [findCampaign, listDeedCompletion], people: deeds_reported, count: deedCompletion },
  F6: { id: 'F6', version: 1, ...of_campaign, reads: [listLeadershipTallies], people: plans_made, count: planCoverage },
  F7: {
    ...{ id: 'F7', version: 1, ...of_campaign },
    reads: [listLeadershipTallies, listPlanMarkTallies],
    people: plans_passed,
    count: plansPassed,
  },
  F8: {
    ...{ id: 'F8', version: 1, ...of_campaign },
    reads: [findLastFollowedYear, listLimitationTallies],
    people: limitations_followed,
    count: limitationsRepaired,
  },
  F9: {
    ...{ id: 'F9', version: 1, ...of_campaign },
    reads: [findCampaign, listCommitmentTallies, listConclusionTallies],
    people: concluded,
    count: reviewsConcluded,
  },
  F10: {
    ...{ id: 'F10', version: 1, ...of_campaign, defaults: { ...party, kind: 'year' } },
    takes: ['kind', 'year'],
    kinds: ['year', 'quarter', 'term', 'ad-hoc'],
    reads: [findLastReviewYear, listRatingTallies],
    people: rated,
    count: ratingsGiven,
  },
  F11: {
    id: 'F11',
    version: 1,
    ...of_day,
    takes: ['from'],
    reads: [listRecognisedExemplars],
    people: exemplars_counted,
    count: exemplarsRecognised,
  },
  F12: { ...{ id: 'F12', version: 1, ...of_day }, reads: [listModelsInOperation], people: 'none', count: modelsInOperation },
  F13: {
    ...{ id: 'F13', version: 1, map: 'as-was', maps: of_state, defaults: territory },
    takes: ['kind', 'from', 'to'],
    kinds: ['land', 'workdays', 'money'],
    reads: [listContributions, listSuccessions],
    people: 'none',
    count: contributionsGiven,
  },
  F14: {
    ...{ id: 'F14', version: 1, ...of_day, takes: ['from'] },
    reads: [listContributingHouseholds],
    people: households_counted,
    count: householdsContributing,
  },
  F15: {
    ...{ id: 'F15', version: 1, ...of_standing, map: 'as-was', defaults: { ...territory, from: '2015-01-01' } },
    takes: ['from', 'to', 'level', 'rule'],
    people: 'none',
    count: communesEverRecognised,
  },
  F16: { id: 'F16', version: 1, ...of_standing, defaults: territory, takes: ['level', 'rule'], people: 'none', count: communesStanding },
  F17: {
    id: 'F17',
    version: 1,
    ...of_standing,
    defaults: { ...territory, level: 'advanced' },
    takes: ['rule'],
    people: 'none',
    count: advancedCommunes,
  },
  F18: {
    id: 'F18',
    version: 1,
    ...of_standing,
    maps: of_its_day,
    defaults: territory,
    takes: ['level', 'rule'],
    people: 'none',
    count: shareOfCommunes,
  },
  F19: {
    ...{ id: 'F19', version: 1, ...of_day, takes: ['level'] },
    reads: [listAssessed],
    people: 'none',
    count: meanCriteria,
  },
  F20: {
    ...{ id: 'F20', version: 1, ...of_day },
    reads: [findStandingStatus],
    people: 'none',
    count: standingStatus,
  },
  F21: {
    ...{ id: 'F21', version: 1, ...of_day, defaults: { ...territory, kind: 'commune-level' } },
    takes: ['kind', 'from'],
    kinds: ['commune-level', 'commune', 'ward', 'township', 'special-zone'],
    reads: [listUnits, listSuccessions],
    people: 'none',
    count: unitsByKind,
  },
  F22: {
    ...{ id: 'F22', version: 1, ...of_day, map: 'as-was', maps: ['as-was'] as const },
    // Which indicators there are is the register's: without one that is asked, the first.
    defaults: { ...territory, kind: '' },
    takes: ['kind', 'year'],
    reads: [listIndicators, findLastYear, listIndicatorMonths],
    people: 'none',
    count: indicatorOfYear,
  },
  F23: { id: 'F23', version: 1, ...of_day, reads: [findProgramme], people: 'none', count: programmeYear },
}

/** The figures that a change of the map can change. */
export const figure_ids_of_the_map = ['F15', 'F16', 'F17', 'F18', 'F21'] as const satisfies readonly FigureId[]

const tables_behind = new Map(Object.values(catalogue).map(definition => [definition.id, tablesBehind(definition)]))

/** The tables behind a figure: a write to any other cannot change what it answers. */
export function tablesOf(figure: FigureId): string[] {
  return tables_behind.get(figure)!
}

function tablesBehind({ reads, people }: Definition): string[] {
  return [
    ...new Set([findRoot, findUnit, ...reads, ...(people === 'none' ? [] : people.reads)].flatMap(read => tablesRead(read.sql))),
  ].sort()
}

export function isFigureId(text: string): text is FigureId {
  return Object.hasOwn(catalogue, text)
}
