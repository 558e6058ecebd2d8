import { proveScopes } from '../src/access/proof/prove-scopes.ts'
import { onOwnGround } from './ground.ts'
import type { Proved } from './proof.ts'

/** Scenarios: one person and one act in a world drawn at random, over all its units and people; or one person and all guarded tables. */
export const n = 20_000
export const nightly_n = 2_000_000

/** 2. Nobody sees what is not theirs: by plain sets, by the one decision of the program, and as bare SQL under the application's role without any filter. */
export function run(scenarios: number): Promise<Proved> {
  return onOwnGround(async newRegister => {
    // Two halves side by side, each in its own register: a world grows no slower for those before it.
    const halves = await Promise.all(
      [2026, 20_260_000].map(async seed => proveScopes({ ...(await newRegister()), scenarios: Math.ceil(scenarios / 2), seed })),
    )
    const sum = (of: (half: (typeof halves)[number]) => number) => halves.reduce((total, half) => total + of(half), 0)
    const { filled, cells } = halves[0]!.matrix
    const notes = [
      `${sum(half => half.scenarios)} scenarios, ${sum(half => half.leaks)} leaks, ${sum(half => half.wrong_denials)} wrong denials`,
    ]
    notes.push(`matrix role × act × answer ${filled} of ${cells}`, ...halves.flatMap(half => half.first))
    return { failures: sum(half => half.leaks + half.wrong_denials) + (cells - Math.max(...halves.map(half => half.matrix.filled))), notes }
  })
}

/** With one table's wall taken down there must be leaks. */
export function control(): Promise<boolean> {
  return onOwnGround(async newRegister => {
    const register = await newRegister()
    await register.owner.query('alter table commitment disable row level security')
    return (await proveScopes({ ...register, scenarios: 300, seed: 2026 })).leaks > 0
  })
}
