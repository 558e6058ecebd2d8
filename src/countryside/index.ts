export { type ContributionRow, listContributions } from './list-contributions.ts'
export { findStandingStatus, type StandingStatusRow } from './find-standing-status.ts'
export { listStandingDecisions, type StandingDecisionRow } from './list-standing-decisions.ts'
export { listHoldings, type StandingQuestion, standing_ranks } from './list-holdings.ts'
