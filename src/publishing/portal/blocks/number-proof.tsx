import { z } from 'zod'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { type CitedNumber, heldAmong } from '../parts/cited-number.ts'
import { HoldingSeal } from '../parts/figure-in-text.tsx'
import { words } from '../words.ts'
import { block } from './block.ts'

type Props = { numbers: CitedNumber[]; compared_at: string }

/** How many numbers of the article still hold, and when that was looked at. */
export const number_proof = block<Record<string, never>, Props>({
  type: 'number-proof',
  name: { vi: 'Kiểm chứng số của bài', en: 'Proof of its numbers' },
  about: { vi: 'Bao nhiêu số trong bài còn đúng, so lúc nào.', en: 'How many of its numbers still hold, and when that was looked at.' },
  pages: ['article'],
  settings: z.strictObject({}),
  async load({ article }) {
    if (!article || article.numbers.length === 0) return { props: null, tables: article?.tables ?? [] }
    return { props: { numbers: article.numbers, compared_at: article.compared_at }, tables: article.tables }
  },
  view: NumberProof,
})

export function NumberProof({ numbers, compared_at, lang }: Props & ViewContext) {
  const w = words[lang]
  const held = heldAmong(numbers)
  return (
    <section class={held === numbers.length ? 'proof' : 'proof is-differs'} aria-labelledby="kiem-chung">
      <h2 id="kiem-chung">{w.proof}</h2>
      <p>
        <HoldingSeal held={held} cited={numbers.length} lang={lang} />
      </p>
      <p>{fill(w.checked_at, { when: sayInstant(compared_at, lang) })}</p>
      <p>
        <a href="#nguon">{w.see_numbers}</a>
      </p>
    </section>
  )
}
