/**
 * What the person at the keyboard can mend is a value: a list of problems, each a stable code, the field it stands at,
 * and the limit or the values that its sentence needs. The sentences live in each room's `words.ts`.
 */
export type Problem = { code: string; field?: string; limit?: number | string; values?: Record<string, string | number> }

export type Outcome<T> = { ok: true; value: T } | Refusal
export type Refusal = { ok: false; problems: Problem[] }

export function done<T>(value: T): Outcome<T> {
  return { ok: true, value }
}

export function refused(...problems: Problem[]): Refusal {
  return { ok: false, problems }
}

/** Collects the problems a generator yields; no problem means the work may go on. */
export function problemsOf(found: Iterable<Problem>): Refusal | null {
  const problems = [...found]
  return problems.length > 0 ? { ok: false, problems } : null
}
