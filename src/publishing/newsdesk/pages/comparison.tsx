import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { ComparedBlock, Comparison } from '../../newsroom/index.ts'
import { field_words, newsdesk_words } from '../words.ts'
import { Runs } from './runs.tsx'

type Props = { lang: Language; comparison: Comparison; number: number; before: number }

/** What a version has otherwise than the one before it: words, and the numbers that are bound. */
export function ComparisonPart({ lang, comparison: { lines, blocks, numbers }, number, before }: Props) {
  const words = newsdesk_words[lang]
  const is_same = lines.length === 0 && numbers.length === 0 && blocks.every(block => 'unchanged' in block)
  return (
    <section aria-labelledby="so-sanh">
      <h2 id="so-sanh">{words.compared(number, before)}</h2>
      {is_same && <p>{words.nothing_changed}</p>}
      {numbers.length > 0 && <h3>{words.numbers_changed}</h3>}
      <ul>
        {numbers.map(({ before: was, after }, i) => (
          <li key={i}>
            {was === null ? words.number_new : <code>{was}</code>} → {after === null ? words.number_gone : <code>{after}</code>}
          </li>
        ))}
      </ul>
      {lines.map(({ field, runs }) => (
        <div key={field}>
          <h3>{lookUp(field_words, field)!.label[lang]}</h3>
          <div class="paper" lang="vi">
            <Runs {...{ lang, runs }} />
          </div>
        </div>
      ))}
      {!is_same && blocks.map((block, i) => <Block key={i} {...{ lang, block }} />)}
    </section>
  )
}

function Block({ lang, block }: { lang: Language; block: ComparedBlock }) {
  if ('unchanged' in block) return <p class="hint">{newsdesk_words[lang].blocks_unchanged(block.unchanged)}</p>
  return (
    <div class="paper" lang="vi">
      <Runs {...{ lang }} runs={block.runs} />
    </div>
  )
}
