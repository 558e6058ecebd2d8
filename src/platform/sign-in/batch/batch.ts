/** Whom a press invites, of those who have not opened an account: never invited, invited before, or both. */
export const whoms = ['all', 'new', 'not-come'] as const
export type Whom = (typeof whoms)[number]

/** How many a press invites at most. */
export const most_in_batch = 1000

/** Whether somebody stands among those whom a press invites. */
export function isWanted(whom: Whom, { invited_at }: { invited_at: string | null }): boolean {
  return whom === 'all' || (whom === 'new') === (invited_at === null)
}
