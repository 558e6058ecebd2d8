import type { Problem } from '../../../basis/shared/outcome.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { HiddenFields, SearchBox, type ViewContext } from '../../../platform/web/index.ts'
import type { UnitByName } from '../../../register/tree/index.ts'
import { type Keyword, topic_words, topics } from '../../newsroom/index.ts'
import { keyword_words } from '../keywords/keyword-words.ts'
import { DayHint, DayInput } from '../parts/day-input.tsx'
import { type Choice, Select } from '../parts/select.tsx'
import { sayProblem } from '../say.ts'
import { sayApart, sayUnit } from '../structure/say-apart.ts'
import { asked_kinds, isNarrowed, kind_names, type SearchTyped } from './asked-search.ts'
import { search_words, thing_words } from './search-words.ts'

/** `places`: those that are called as was typed; `keywords`: those that most articles bear. */
type Props = {
  typed: SearchTyped
  problems: readonly Problem[]
  places: readonly UnitByName[]
  keywords: readonly Keyword[]
} & ViewContext

/** The question, and what it is narrowed to. */
export function SearchForm({ typed, problems, places, keywords, ...view }: Props) {
  const { lang, to } = view
  const w = search_words[lang]
  return (
    <form method="get" action={to.search()} class="search-form">
      <HiddenFields fields={to.carried} />
      <SearchBox lang={lang} id="q" words={typed.words} suggest={to.suggest()} />
      <details open={isNarrowed(typed) || typed.kind !== null}>
        <summary>{w.narrow}</summary>
        {problems.map(problem => (
          <p class="wrong" role="alert" key={problem.field}>
            {problem.code === 'no-such-place' ? fill(w.no_such_place, { place: typed.place }) : sayProblem(problem, lang)}
          </p>
        ))}
        <DayHint lang={lang} />
        <div class="fields">
          <div>
            <label for="noi">{w.place}</label>
            <input
              id="noi"
              name="noi"
              value={typed.place}
              maxLength={100}
              autocomplete="off"
              aria-invalid={problems.some(({ field }) => field === 'noi') || undefined}
            />
          </div>
          <Select name="loai" label={w.kind} value={typed.kind ? kind_names[typed.kind] : ''} choices={kindsIn(lang)} />
          <Select
            name="muc"
            label={w.section}
            value={typed.section ?? ''}
            choices={[['', w.all_sections], ...topics.map((one): Choice => [one, topic_words[one][lang]])]}
          />
          <Select name="chu-de" label={keyword_words[lang].title} value={typed.keyword} choices={keywordsIn(keywords, { typed, lang })} />
          <DayInput name="tu" label={w.since} value={typed.since} is_wrong={problems.some(({ field }) => field === 'tu')} />
          <DayInput name="den" label={w.until} value={typed.until} is_wrong={problems.some(({ field }) => field === 'den')} />
        </div>
        {places.length > 1 && <Namesakes {...{ typed, places, lang }} />}
      </details>
    </form>
  )
}

function kindsIn(lang: ViewContext['lang']): Choice[] {
  const w = search_words[lang]
  return [['', w.all_kinds], ...asked_kinds.map((kind): Choice => [kind_names[kind], kind === 'text' ? w.texts : thing_words[kind][lang]])]
}

/** The one that is asked stands among them, however few articles bear it. */
function keywordsIn(keywords: readonly Keyword[], { typed: { keyword }, lang }: Pick<Props, 'typed' | 'lang'>): Choice[] {
  const known = keywords.map((one): Choice => [one.keyword, one.name, 'vi'])
  const asked: Choice[] = keyword === '' || keywords.some(one => one.keyword === keyword) ? [] : [[keyword, keyword]]
  return [['', keyword_words[lang].any], ...asked, ...known]
}

/** Which of several places of one name is meant; until one is chosen, all of them. */
function Namesakes({ typed, places, lang }: Pick<Props, 'typed' | 'places' | 'lang'>) {
  const w = search_words[lang]
  const choices = [
    { key: '', said: w.any_of_them },
    ...places.map(unit => ({ key: unit.key, said: [sayUnit(unit, lang), sayApart(unit, lang)].join(' · ') })),
  ]
  return (
    <fieldset>
      <legend>{fill(w.several, { n: places.length, place: typed.place })}</legend>
      {choices.map(({ key, said }) => (
        <label key={key} class="choice">
          <input type="radio" name="don-vi" value={key} checked={key === typed.unit} /> {said}
        </label>
      ))}
    </fieldset>
  )
}
