/**
 * What the person at the keyboard can mend is a value: a list of problems, each a stable code, the field it stands at,
 * and the limit or the values that its sentence needs. The sentences live in each room's words. Where `Code` is typed
 * from them, a code without a sentence does not compile.
 */
export type Problem<Code extends string = string> = {
  code: Code
  field?: string
  limit?: number | string
  values?: Record<string, string | number>
}

export type Outcome<T, Code extends string = string> = { ok: true; value: T } | Refusal<Code>
export type Refusal<Code extends string = string> = { ok: false; problems: Problem<Code>[] }

export function done<T>(value: T): Outcome<T, never> {
  return { ok: true, value }
}

export function refused<const Code extends string>(...problems: Problem<Code>[]): Refusal<Code> {
  return { ok: false, problems }
}

/** The same refusal, its problems with more that their sentences speak of. */
export function withValues<Code extends string>({ problems }: Refusal<Code>, values: Problem['values']): Refusal<Code> {
  return { ok: false, problems: problems.map(problem => ({ ...problem, values: { ...problem.values, ...values } })) }
}

/** The same refusal, at a field of the form. */
export function withField<Code extends string>({ problems }: Refusal<Code>, field: string): Refusal<Code> {
  return { ok: false, problems: problems.map(problem => ({ ...problem, field })) }
}

/** Collects the problems a generator yields; no problem means the work may go on. */
export function problemsOf<Code extends string>(found: Iterable<Problem<Code>>): Refusal<Code> | null {
  const problems = [...found]
  return problems.length > 0 ? { ok: false, problems } : null
}
