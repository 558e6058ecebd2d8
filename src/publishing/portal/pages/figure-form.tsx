import { lookUp } from '../../../basis/shared/look-up.ts'
import { type Asked, type Definition, kind_words, level_words, map_words, rule_words } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { DayHint, DayInput } from '../parts/day-input.tsx'
import { type Choice, Select } from '../parts/select.tsx'
import { words } from '../words.ts'

/** `kinds`: those that the register defines, where the figure itself has none. */
type Props = { definition: Definition; kinds?: readonly Choice[]; asked: Asked; wrong: readonly (string | undefined)[] } & ViewContext

/** The question of a figure as a form: only what means something to it can be asked. */
export function FigureForm({ definition, kinds = [], asked, wrong, lang, to }: Props) {
  const w = words[lang]
  const takes = new Set<string>(definition.takes)
  return (
    <>
      <form class="fields" method="get" action={to.figure({ figure: definition.id })}>
        {to.carried.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <DayInput name="valid_as_of" is_wrong={wrong.includes('valid_as_of')} label={w.valid_day} value={asked.valid_as_of} />
        {takes.has('year') && <YearInput label={w.year} value={String(asked.year ?? '')} />}
        {takes.has('from') && <DayInput name="from" is_wrong={wrong.includes('from')} label={w.from} value={asked.from} />}
        {takes.has('to') && <DayInput name="to" is_wrong={wrong.includes('to')} label={w.to} value={asked.to} />}
        {takes.has('kind') && (
          <Select
            name="kind"
            label={w.kind}
            value={asked.kind}
            choices={[...kinds, ...definition.kinds.map((kind): Choice => [kind, lookUp(kind_words, kind)?.[lang] ?? kind])]}
          />
        )}
        <button type="submit">{w.answer}</button>
        {(takes.has('level') || definition.maps.length > 1) && (
          <details>
            <summary>{w.ask_otherwise}</summary>
            <div class="fields">
              {takes.has('level') && <Select name="level" label={w.level} value={asked.level} choices={choicesOf(level_words, lang)} />}
              {definition.maps.length > 1 && (
                <Select
                  name="map"
                  label={w.map_vintage}
                  value={asked.map ?? definition.map}
                  choices={definition.maps.map(map => [map, map_words[map][lang]])}
                />
              )}
              {takes.has('rule') && (
                <Select
                  name="rule"
                  label={w.rule}
                  value={asked.rule ?? ''}
                  choices={[['', w.rule_as_written], ...choicesOf(rule_words, lang)]}
                />
              )}
            </div>
          </details>
        )}
      </form>
      <DayHint lang={lang} />
    </>
  )
}

function YearInput({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <label for="year">{label}</label>
      <input id="year" name="year" value={value} size={5} inputMode="numeric" autocomplete="off" />
    </div>
  )
}

function choicesOf(labels: Record<string, Record<ViewContext['lang'], string>>, lang: ViewContext['lang']): Choice[] {
  return Object.entries(labels).map(([value, said]) => [value, said[lang]])
}
