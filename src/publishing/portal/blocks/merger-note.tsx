import { z } from 'zod'
import { isDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { tablesOf } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { words } from '../words.ts'
import { block } from './block.ts'

type Text = { vi: string; en: string }
type Settings = { day: string; text: Text; link: Text }
type Props = { text: string; link: string; day: string }

/**
 * A plain word on a merger: how many communes had been recognised, and how many still stand. `{before}` and `{after}`
 * are F15 and F16 of the day.
 */
export const merger_note = block<Settings, Props>({
  type: 'merger-note',
  settings: z.strictObject({
    day: z.string().refine(isDay),
    text: z.strictObject({ vi: z.string(), en: z.string() }),
    link: z.strictObject({ vi: z.string(), en: z.string() }),
  }),
  async load({ ask, view: { lang } }, { day, text, link }) {
    const [before, after] = await Promise.all([ask('F15', { valid_as_of: day }), ask('F16', { valid_as_of: day })])
    const tables = [...tablesOf('F15'), ...tablesOf('F16')]
    if (!before || !after) return { props: null, tables }
    const said = fill(text[lang], { before: before.rows.length, after: after.rows.length })
    return { props: { text: said, link: link[lang], day }, tables }
  },
  view: MergerNote,
})

export function MergerNote({ text, link, day, lang, to }: Props & ViewContext) {
  return (
    <section class="section" aria-labelledby="sap-nhap">
      <h2 class="ruled" id="sap-nhap">
        {words[lang].merger}
      </h2>
      <div class="note">
        <p>{text}</p>
        <p>
          <a href={to.figure({ figure: 'F15', asked: { valid_as_of: day } })}>{link}</a>
        </p>
      </div>
    </section>
  )
}
