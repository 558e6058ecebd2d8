import type { Language } from '../../../platform/web/index.ts'
import type { Run } from '../../newsroom/index.ts'
import { newsdesk_words } from '../words.ts'

/** A comparison word by word: what is gone and what is new are said as well as shown. */
export function Runs({ lang, runs }: { lang: Language; runs: readonly Run[] }) {
  const { gone, added } = newsdesk_words[lang]
  return (
    <>
      {runs.map(({ kind, text }, i) => {
        if (kind === 'same') return text
        const said = <span class="unseen">{kind === 'gone' ? gone : added} </span>
        return kind === 'gone' ? (
          <del key={i}>
            {said}
            {text}
          </del>
        ) : (
          <ins key={i}>
            {said}
            {text}
          </ins>
        )
      })}
    </>
  )
}
