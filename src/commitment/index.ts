export { type CommitmentTallyRow, listCommitmentTallies } from './list-commitment-tallies.ts'
export { type DeedTallyRow, listDeedTallies } from './list-deed-tallies.ts'
export { type LeadershipTallyRow, listLeadershipTallies } from './list-leadership-tallies.ts'
