export { findStandingStatus, type StandingStatusRow } from './find-standing-status.ts'
export { type ContributionRow, listContributions } from './list-contributions.ts'
export { listHoldings, type StandingQuestion, standing_ranks } from './list-holdings.ts'
export { listStandingDecisions, type StandingDecisionRow } from './list-standing-decisions.ts'
