import { fill } from '../../../basis/shared/sentences.ts'
import type { Language } from '../../../platform/web/index.ts'
import { words } from '../words.ts'

/** Counts the footnotes of a text while it is written. */
export function footnoteNumbers(): () => number {
  let n = 0
  return () => ++n
}

/** The sign in the text that leads to its footnote. */
export function FootnoteSign({ n, lang }: { n: number; lang: Language }) {
  return (
    <sup>
      <a id={`goi-chu-thich-${n}`} href={`#chu-thich-${n}`} role="doc-noteref" aria-label={fill(words[lang].footnote_n, { n })}>
        {n}
      </a>
    </sup>
  )
}

/** Below a text, what its footnotes say in its language, each with the way back. */
export function Footnotes({ says, text_lang, lang }: { says: readonly string[]; text_lang: Language; lang: Language }) {
  const w = words[lang]
  if (says.length === 0) return null
  return (
    <section class="endnotes" aria-labelledby="chu-thich">
      <h2 id="chu-thich">{w.footnotes}</h2>
      <ol>
        {says.map((text, i) => (
          <li key={i} id={`chu-thich-${i + 1}`}>
            <p>
              <span lang={text_lang}>{text}</span>{' '}
              <a href={`#goi-chu-thich-${i + 1}`} role="doc-backlink">
                {fill(w.back_to_footnote, { n: i + 1 })}
              </a>
            </p>
          </li>
        ))}
      </ol>
    </section>
  )
}
