import { display_values } from '../display.ts'
import type { Variants } from '../page-cache/page-key.ts'
import { questionAt } from '../questions.ts'

/** Every address of the map is a page for everybody, in each display; anything else may depend on who asks. */
export function variantsOf(path: string): Variants | null {
  const question = questionAt(path)
  return question && { ...question, kept: display_values }
}
