import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { HiddenFields, Layout, type ViewContext } from '../../../platform/web/index.ts'
import { capital, kindOf, type UnitBelow, type UnitByName } from '../../../register/tree/index.ts'
import { DayHint, DayInput } from '../parts/day-input.tsx'
import { Named, NamedPlace } from '../parts/named.tsx'
import { sayProblem } from '../say.ts'
import { sayApart } from './say-apart.ts'
import { structure_words } from './structure-words.ts'

/** The day that is shown; `chosen` where the reader named it, and what is wrong with what they typed. */
export type DayShown = { day: string; chosen: string | undefined; unfit: Problem | undefined }

/** `found`: what is called as was typed, if anything was. */
type Props = { roots: UnitBelow[]; words: string; found: UnitByName[]; shown: DayShown } & ViewContext

/** Who answers for the site, and the head of each hierarchy with the way down. */
export function StructurePage({ roots, words, found, shown, ...view }: Props) {
  const { lang, to } = view
  const w = structure_words[lang]
  const title = shown.chosen ? w.title_of(shown.day) : w.title
  const hierarchies = [...new Set(roots.map(({ hierarchy }) => hierarchy))]
  return (
    <Layout {...view} title={title} description={w.intro} here={t => t.structure({ day: shown.chosen, words })}>
      <h1>{title}</h1>
      <p class="intro">{w.intro}</p>
      <UnitSearch {...view} {...{ words, found, shown }} />
      <Contact {...view} />
      {hierarchies.map(hierarchy => (
        <section class="section" key={hierarchy} aria-labelledby={hierarchy}>
          <h2 class="ruled" id={hierarchy}>
            {lookUp(w.hierarchies, hierarchy) ?? hierarchy}
          </h2>
          <Units {...view} chosen={shown.chosen} units={roots.filter(root => root.hierarchy === hierarchy)} />
        </section>
      ))}
      <DayForm {...view} shown={shown} action={to.structure()} />
    </Layout>
  )
}

/** Finds units by their names, also those that are no more; those of one name are told apart. */
function UnitSearch({ words, found, shown, lang, to }: Omit<Props, 'roots'>) {
  const w = structure_words[lang]
  return (
    <>
      <form method="get" action={to.structure()} class="fields">
        <HiddenFields fields={[...to.carried, ...(shown.chosen ? ([['ngay', sayDay(shown.chosen, 'vi')]] as const) : [])]} />
        <div>
          <label for="tim-don-vi">{w.find_unit}</label>
          <input id="tim-don-vi" name="tim" type="search" value={words} maxLength={100} autocomplete="off" />
        </div>
        <button type="submit">{w.find}</button>
      </form>
      {words !== '' && <p role="status">{w.units_found(found.length, words)}</p>}
      {found.length > 0 && (
        <ul class="list found">
          {found.map(unit => (
            <li key={unit.key}>
              <a href={to.structure_unit({ unit: unit.key, day: shown.chosen })}>
                <NamedPlace place={unit} lang={lang} />
              </a>
              <span class="meta">{sayApart(unit, lang)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

/** Where to write and ask. */
function Contact({ lang, notice, keeper }: ViewContext) {
  const w = structure_words[lang]
  return (
    <section aria-labelledby="lien-he">
      <h2 class="ruled" id="lien-he">
        {w.contact}
      </h2>
      <p>
        <strong>{notice ? notice[lang].owner : keeper && <Named name={keeper.name} lang={lang} />}</strong>
      </p>
      {notice ? <p>{notice[lang].answers}</p> : keeper?.contact ? <p lang="vi">{keeper.contact}</p> : <p>{w.no_contact}</p>}
    </section>
  )
}

type UnitsProps = { units: UnitBelow[]; chosen: string | undefined } & ViewContext

/** Units as links, each with its kind and how many stand under it. */
export function Units({ units, chosen, lang, to }: UnitsProps) {
  const w = structure_words[lang]
  return (
    <ul class="list">
      {units.map(unit => (
        <li key={unit.key}>
          <a href={to.structure_unit({ unit: unit.key, day: chosen })}>
            <NamedPlace place={unit} lang={lang} />
          </a>
          <span class="meta">
            {[capital(kindOf(unit, lang)), unit.code && w.with_code(unit.code), unit.below > 0 && w.below(unit.below)]
              .filter(Boolean)
              .join(' · ')}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** Asks for another day; what was typed and is no day stays, with its sentence. */
export function DayForm({ shown, action, lang, to }: { shown: DayShown; action: string } & ViewContext) {
  const w = structure_words[lang]
  const { unfit } = shown
  return (
    <form method="get" action={action} class="section">
      <HiddenFields fields={to.carried} />
      {unfit && (
        <p class="wrong" role="alert">
          {sayProblem(unfit, lang)}
        </p>
      )}
      <DayHint lang={lang} />
      <div class="fields">
        <DayInput name="ngay" label={w.day} value={unfit ? String(unfit.values?.value ?? '') : shown.day} is_wrong={Boolean(unfit)} />
        <button type="submit">{w.show}</button>
      </div>
    </form>
  )
}
