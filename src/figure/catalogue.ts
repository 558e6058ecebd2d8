import type { Db } from '../database/index.ts'
import type { MapVintage } from '../shared/dates.ts'
import { commitmentRate, deedsPerPerson, planCoverage } from './commitment-figures.ts'
import {
  advancedCommunes,
  communesEverRecognised,
  communesStanding,
  contributionsGiven,
  shareOfCommunes,
  standingStatus,
} from './countryside-figures.ts'
import { exemplarsRecognised } from './exemplar-figures.ts'
import type { FigureParameters, FigureRow, FigureValue } from './figure.ts'
import { unitsByKind } from './organisation-figures.ts'
import { programmeYear } from './programme-figures.ts'

export type FigureId = 'F1' | 'F3' | 'F6' | 'F11' | 'F13' | 'F15' | 'F16' | 'F17' | 'F18' | 'F20' | 'F21' | 'F23'

/** What a definition's function gives back: the rows, and what they come to. */
export type Counted = { value: FigureValue; rows: FigureRow[]; numerator?: number; denominator?: number; rule?: string }

export type Definition = {
  id: FigureId
  /** Raised whenever the meaning of the figure changes; a citation keeps the version it was printed with. */
  version: number
  /** The map vintage it is given in unless another is asked. */
  map: MapVintage
  maps: readonly MapVintage[]
  defaults: Pick<FigureParameters, 'unit' | 'from' | 'level' | 'kind'>
  /** The parameters that mean something to it, beside the clocks and the unit. */
  takes: readonly ('year' | 'from' | 'to' | 'level' | 'kind' | 'rule')[]
  count: (db: Db, parameters: FigureParameters) => Promise<Counted | null>
}

const territory = { unit: 'tinh-bac-kan', from: '2016-01-01', level: 'standard', kind: 'land' } as const
const party = { ...territory, unit: 'tinh-uy-bac-kan' } as const
const of_state = ['as-was', 'as-of', 'restated'] as const
const of_its_day = ['as-of'] as const

/** Every number that may be printed, and the read that answers it. The sentences stand in words.ts; the reads show their SQL. */
export const catalogue: Record<FigureId, Definition> = {
  F1: { id: 'F1', version: 1, map: 'as-of', maps: of_its_day, defaults: party, takes: ['year'], count: commitmentRate },
  F3: { id: 'F3', version: 1, map: 'as-of', maps: of_its_day, defaults: party, takes: ['year'], count: deedsPerPerson },
  F6: { id: 'F6', version: 1, map: 'as-of', maps: of_its_day, defaults: party, takes: ['year'], count: planCoverage },
  F11: { id: 'F11', version: 1, map: 'as-of', maps: of_its_day, defaults: territory, takes: ['from'], count: exemplarsRecognised },
  F13: {
    id: 'F13',
    version: 1,
    map: 'as-was',
    maps: of_state,
    defaults: territory,
    takes: ['kind', 'from', 'to'],
    count: contributionsGiven,
  },
  F15: {
    id: 'F15',
    version: 1,
    map: 'as-was',
    maps: of_state,
    defaults: { ...territory, from: '2015-01-01' },
    takes: ['from', 'to', 'level', 'rule'],
    count: communesEverRecognised,
  },
  F16: { id: 'F16', version: 1, map: 'as-of', maps: of_state, defaults: territory, takes: ['level', 'rule'], count: communesStanding },
  F17: {
    id: 'F17',
    version: 1,
    map: 'as-of',
    maps: of_state,
    defaults: { ...territory, level: 'advanced' },
    takes: ['rule'],
    count: advancedCommunes,
  },
  F18: { id: 'F18', version: 1, map: 'as-of', maps: of_state, defaults: territory, takes: ['level', 'rule'], count: shareOfCommunes },
  F20: {
    id: 'F20',
    version: 1,
    map: 'as-of',
    maps: of_its_day,
    defaults: { ...territory, unit: 'thanh-pho-bac-kan' },
    takes: [],
    count: standingStatus,
  },
  F21: {
    id: 'F21',
    version: 1,
    map: 'as-of',
    maps: of_its_day,
    defaults: { ...territory, kind: 'commune-level' },
    takes: ['kind', 'from'],
    count: unitsByKind,
  },
  F23: { id: 'F23', version: 1, map: 'as-of', maps: of_its_day, defaults: territory, takes: [], count: programmeYear },
}
