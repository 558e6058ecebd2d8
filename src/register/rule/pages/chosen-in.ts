import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Option, Typed } from '../../../platform/staff/index.ts'

/** Answers from the register by their words. */
export function chosenIn(typed: Typed, options: { [name: string]: readonly Option[] | undefined } = {}): Typed {
  return Object.fromEntries(
    Object.entries(typed).map(([name, value]) => [name, lookUp(options, name)?.find(option => option.value === value)?.label ?? value]),
  )
}
