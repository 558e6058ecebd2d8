import { sayName } from '../../../basis/shared/names-in-english.ts'
import {
  type FigureChange,
  figure_words,
  type MergerPreview,
  printValue,
  type RecognitionFate,
  rule_words,
  rules_shown,
} from '../../../numbers/figure/index.ts'
import { listNames, Table } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { type EffectTold, sayEffects } from '../effect-words.ts'
import { merger_words } from '../words.ts'

/** What a merger means: what it does to figures and recognitions, under each rule, then unit by unit. */
export function Meaning({ view, preview: { figures, recognitions, units } }: { view: ViewContext; preview: MergerPreview }) {
  return (
    <>
      <Figures {...{ view, figures }} />
      {recognitions.length > 0 && <Recognitions {...{ view, figures, recognitions }} />}
      <Units told={sayEffects(units, view.lang)} title={merger_words[view.lang].units} />
    </>
  )
}

/** Only those that change: the others say nothing here. */
function Figures({ view: { lang }, figures }: { view: ViewContext; figures: FigureChange[] }) {
  const changed = figures.filter(({ rule, changes }) => rule === null && changes.length > 0)
  if (changed.length === 0) return null
  const words = merger_words[lang]
  return (
    <section>
      <h2>{words.figures}</h2>
      <ul>
        {changed.map(({ figure, before, after }) => (
          <li key={figure}>
            {figure_words[figure].name[lang]}: {words.from_to(printValue(before.value), printValue(after.value))}
          </li>
        ))}
      </ul>
    </section>
  )
}

type RecognitionsProps = { view: ViewContext; figures: FigureChange[]; recognitions: RecognitionFate[] }

/** How many stand under each rule, and what becomes of each recognition: first those that lapse by the instrument. */
function Recognitions({ view: { lang }, figures, recognitions }: RecognitionsProps) {
  const words = merger_words[lang]
  const standing = figures.filter(({ figure }) => figure === 'F16')
  const lapsing = recognitions.filter(({ held_on_by }) => held_on_by.ordered.length === 0)
  const rows = recognitions.toSorted((a, b) => Math.sign(a.held_on_by.ordered.length) - Math.sign(b.held_on_by.ordered.length))
  return (
    <section>
      <h2>{words.lapse_n(lapsing.length)}</h2>
      <ul>
        {standing.map(({ rule, before, after }) => (
          <li key={rule ?? 'ordered'}>
            {rule ? rule_words[rule][lang] : words.as_ordered}: {words.from_to(printValue(before.value), printValue(after.value))}
          </li>
        ))}
      </ul>
      <Table
        lang={lang}
        name="cong-nhan"
        rows={rows}
        keyOf={({ key }) => key}
        columns={[
          { head: words.recognised, cell: ({ name }) => sayName(name, lang) },
          { head: words.as_ordered, cell: ({ held_on_by }) => heldBy(held_on_by.ordered, lang) },
          {
            head: words.by_other_rules,
            cell: ({ held_on_by }) => (
              <>
                {rules_shown
                  .filter(rule => rule !== 'ordered')
                  .map(rule => (
                    <div key={rule}>
                      {words.rules_short[rule]}: {heldBy(held_on_by[rule], lang)}
                    </div>
                  ))}
              </>
            ),
          },
        ]}
      />
    </section>
  )
}

function heldBy(names: readonly string[], lang: 'vi' | 'en'): string {
  const { lapses, held_by } = merger_words[lang]
  return names.length === 0
    ? lapses
    : held_by(
        listNames(
          lang,
          names.map(name => sayName(name, lang)),
        ),
      )
}

function Units({ told, title }: { told: EffectTold[]; title: string }) {
  const counts = [...Map.groupBy(told, ({ fate }) => fate)].map(([fate, own]) => `${own.length} ${fate}`)
  return (
    <section>
      <h2>{title}</h2>
      <p>{counts.join(', ')}.</p>
      {told.map(({ key, name, fate, lines }) => (
        <section key={key} class="seat">
          <h3>
            {name} <span class="tag">{fate}</span>
          </h3>
          <ul>
            {lines.map(line => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  )
}
