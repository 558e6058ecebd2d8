import type { Merger } from '../../register/organisation/index.ts'

export type ProposalOutcome = 'confirmed' | 'rejected' | 'withdrawn'

/**
 * A merger that was laid before a second person; `outcome` is null while it waits. Names are null where who asks may
 * not know them.
 */
export type Proposal = {
  merger_proposal_id: number
  plan: Merger
  plan_digest: string
  proposed_by: number
  proposer: string | null
  proposed_at: string
  outcome: ProposalOutcome | null
  reason: string | null
  decided_by: number | null
  decider: string | null
  decided_at: string | null
}

/**
 * What is done with a proposal that waits, and by whom: whoever laid it, or a second person. Each is done once, and for
 * good.
 */
export const moves = {
  confirm: { to: 'confirmed', by: 'second' },
  reject: { to: 'rejected', by: 'second' },
  withdraw: { to: 'withdrawn', by: 'proposer' },
} as const satisfies Record<string, { to: ProposalOutcome; by: 'second' | 'proposer' }>
export type Move = keyof typeof moves

export const longest_reason = 1000

/** What a plan comes to: units that only move, or only end, are no merger to whoever reads of it. */
export function kindOf({ edges, moved = [], abolished = [] }: Merger): 'merger' | 'move' | 'close' {
  if (edges.length > 0 || (moved.length > 0 && abolished.length > 0)) return 'merger'
  return moved.length > 0 ? 'move' : 'close'
}
