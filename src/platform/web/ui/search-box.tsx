import type { Language } from '../language.ts'
import { layout_words } from './words.ts'

/**
 * The field and the button of a search, within a form that asks `href.search()`. On a page that has two of them each has
 * an `id` of its own. `suggest` is where a module asks how the words may go on.
 */
export function SearchBox({ lang, id, words = '', suggest }: { lang: Language; id: string; words?: string; suggest?: string }) {
  const w = layout_words[lang]
  const asking = suggest ? { 'data-suggest': suggest, 'data-label': w.suggestions } : {}
  return (
    <div class="search-box">
      <label class="vh" for={id}>
        {w.search_for}
      </label>
      <input id={id} name="q" type="search" value={words} maxLength={200} autocomplete="off" placeholder={w.search_hint} {...asking} />
      <button type="submit">{w.search}</button>
    </div>
  )
}
