import { z } from 'zod'
import { isDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { tablesOf } from '../../../numbers/figure/index.ts'
import { day, longText, text } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { words } from '../words.ts'
import { block } from './block.ts'
import { bothOf, inBoth, said_in_both, setup } from './setup.ts'

type Text = { vi: string; en: string }
type Settings = { day: string; text: Text; link: Text }
type Props = { text: string; link: string; day: string }

const [text_in_vi, text_in_en] = inBoth({ vi: 'Đoạn chữ', en: 'The paragraph' })
const [link_in_vi, link_in_en] = inBoth({ vi: 'Chữ của liên kết', en: 'The words of the link' })
const hint = {
  vi: '{before} và {after} là số xã theo sổ của ngày ấy.',
  en: '{before} and {after} are the communes by the register of that day.',
}
const note_form = {
  day: day({ label: { vi: 'Theo sổ ngày', en: 'By the register of' } }),
  text_vi: longText({ label: text_in_vi, hint, most: 1500, rows: 4, required: 'no-text' }),
  text_en: longText({ label: text_in_en, hint, most: 1500, rows: 4, required: 'no-text' }),
  link_vi: text({ label: link_in_vi, most: 120, required: 'no-text' }),
  link_en: text({ label: link_in_en, most: 120, required: 'no-text' }),
}

/**
 * A plain word on a merger: how many communes had been recognised, and how many still stand. `{before}` and `{after}`
 * are F15 and F16 of the day.
 */
export const merger_note = block<Settings, Props>({
  type: 'merger-note',
  name: { vi: 'Ghi chú về sáp nhập', en: 'A word on mergers' },
  about: {
    vi: 'Một đoạn chữ với số xã trước và sau sáp nhập, theo sổ.',
    en: 'A paragraph with the communes before and after, by the register.',
  },
  regions: ['main'],
  setup: setup<Settings>()(note_form, {
    typed: ({ day, text, link }) => ({ day: day ?? '', ...bothOf('text', text), ...bothOf('link', link) }),
    meant: ({ day, ...rest }) => ({ day, text: { vi: rest.text_vi, en: rest.text_en }, link: { vi: rest.link_vi, en: rest.link_en } }),
  }),
  settings: z.strictObject({ day: z.string().refine(isDay), text: said_in_both, link: said_in_both }),
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
