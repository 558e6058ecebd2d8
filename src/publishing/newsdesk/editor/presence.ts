/** Who has which draft open: kept in memory, for a minute after the page was last heard of. */
export type Presence = {
  /** Says that somebody has a draft open, and who else has. */
  see(draft_id: number, person: { person_id: number; name: string }, now: Date): string[]
}

const heard_for_ms = 60_000

export function openPresence(): Presence {
  const drafts = new Map<number, Map<number, { name: string; at: number }>>()
  return {
    see(draft_id, { person_id, name }, now) {
      forget(drafts, now.getTime() - heard_for_ms)
      const here = drafts.get(draft_id) ?? new Map()
      here.set(person_id, { name, at: now.getTime() })
      drafts.set(draft_id, here)
      return [...here].flatMap(([id, other]) => (id === person_id ? [] : [other.name]))
    },
  }
}

function forget(drafts: Map<number, Map<number, { name: string; at: number }>>, before: number): void {
  for (const [draft_id, here] of drafts) {
    for (const [person_id, { at }] of here) if (at < before) here.delete(person_id)
    if (here.size === 0) drafts.delete(draft_id)
  }
}
