/** A round of upkeep that is done over and over. */
export type Rounds = {
  /** Does a round now, after the one that runs; a failure is said, not thrown. */
  now(): Promise<void>
  /** One last round, then no more. */
  stop(): Promise<void>
}

/**
 * `round` is done at least each `every_ms`, one at a time, until it is stopped. What goes wrong is said once, by
 * `what`, and tried again.
 */
export function startRounds(round: () => Promise<void>, options: { what: string; every_ms: number; say: (line: string) => void }): Rounds {
  const { what, every_ms, say } = options
  let rounds = Promise.resolve()
  let timer = setTimeout(again, every_ms)
  let stopped = false
  let said = ''
  return { now, stop }

  function now(): Promise<void> {
    rounds = rounds.then(oneRound)
    return rounds
  }

  async function oneRound(): Promise<void> {
    try {
      await round()
      said = ''
    } catch (error) {
      const line = `${what}: ${(error as Error).message}`
      if (line !== said) say(line)
      said = line
    }
  }

  async function again(): Promise<void> {
    await now()
    if (!stopped) timer = setTimeout(again, every_ms)
  }

  async function stop(): Promise<void> {
    stopped = true
    clearTimeout(timer)
    await now()
  }
}
