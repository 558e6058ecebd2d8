/**
 * One line of a benchmark. `ratio` is to what `against` names, measured in the same run; `goal` in words; `met` null
 * where there is none.
 */
export type Result = {
  what: string
  value: number
  unit: string
  against: string | null
  ratio: number | null
  goal: string | null
  met: boolean | null
}

export type Say = (line: string) => void

/** What the command line gives as `--name=value`. */
export function option(name: string): string | undefined {
  const start = `--${name}=`
  return process.argv.find(argument => argument.startsWith(start))?.slice(start.length)
}

/** Milliseconds of each of `times` runs, after some that are not counted. */
export async function timed(
  work: () => Promise<unknown> | unknown,
  { times, warmup }: { times: number; warmup: number },
): Promise<number[]> {
  for (let i = 0; i < warmup; i++) await work()
  const taken: number[] = []
  for (let i = 0; i < times; i++) {
    const started = performance.now()
    await work()
    taken.push(performance.now() - started)
  }
  return taken
}

/** The value below which the share of the measurements lies; 0.5 is the median. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits))
}
