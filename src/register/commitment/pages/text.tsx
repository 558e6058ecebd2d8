import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { CommitmentText, DeedText } from '../commitment.ts'
import { deed_labels, remedy_label, type Section } from '../forms.ts'
import { commitment_words } from '../words.ts'

/** A commitment as one reads it, in its writer's own Vietnamese. Deeds first: they are what the cell will see done. */
export function Text({
  lang,
  text,
  alike,
  limitation,
}: {
  lang: Language
  text: CommitmentText & { sections: readonly Section[]; erased_at?: string | null }
  alike?: number[]
  limitation?: string | null
}) {
  const words = commitment_words[lang]
  if (text.erased_at) return <p class="hint">{words.erased(sayInstant(text.erased_at, lang))}</p>
  return (
    <div class="promise">
      <DeedList {...{ lang, alike }} deeds={text.deeds} />
      <dl class="facts">
        {text.sections.map(({ section, title }) => [
          <dt key={section}>{title[lang]}</dt>,
          <dd key={`${section}-said`} lang="vi">
            {text[section] || '–'}
          </dd>,
        ])}
        {limitation && [
          <dt key="limitation">{words.limitation}</dt>,
          <dd key="limitation-said" lang="vi">
            {limitation}
          </dd>,
        ]}
        {text.remedy && [
          <dt key="remedy">{remedy_label[lang]}</dt>,
          <dd key="remedy-said">
            <span lang="vi">{text.remedy.what}</span> · {deed_labels.due_on[lang].toLowerCase()} {sayDay(text.remedy.due_on, lang)}
          </dd>,
        ]}
      </dl>
    </div>
  )
}

/** Deeds in their order: what, how, how one will know, and until when; `alike`: how many others wrote the same. */
export function DeedList({ lang, deeds, alike = [] }: { lang: Language; deeds: readonly DeedText[]; alike?: number[] }) {
  const words = commitment_words[lang]
  return (
    <ol class="deeds">
      {deeds.map((deed, i) => (
        <li key={deed.what}>
          <strong lang="vi">{deed.what}</strong>
          {deed.how && <p lang="vi">{deed.how}</p>}
          <p class="hint">
            {deed_labels.measure[lang]}: <span lang="vi">{deed.measure}</span> · {deed_labels.due_on[lang].toLowerCase()}{' '}
            <time dateTime={deed.due_on}>{sayDay(deed.due_on, lang)}</time>
          </p>
          {(alike[i] ?? 0) > 0 && <p class="alike">{words.alike(alike[i]!)}</p>}
        </li>
      ))}
    </ol>
  )
}
