import { z } from 'zod'
import { isDay, sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { day, longText, text } from '../../../platform/staff/index.ts'
import { safeUrl, type ViewContext } from '../../../platform/web/index.ts'
import { words } from '../words.ts'
import { block, idOf } from './block.ts'
import { bothOf, inBoth, setup, written_in_both } from './setup.ts'

type Both = { vi: string; en: string }
type Settings = { title: Both; text: Both; href?: string; until?: string }
type Props = { title: string; text: string; href: string | null; until: string | undefined }

const [title_vi, title_en] = inBoth({ vi: 'Tiêu đề', en: 'Heading' })
const [text_vi, text_en] = inBoth({ vi: 'Nội dung', en: 'Text' })
const notice_form = {
  title_vi: text({ label: title_vi, most: 120, required: 'no-text' }),
  title_en: text({ label: title_en, most: 120, required: 'no-text' }),
  text_vi: longText({ label: text_vi, most: 600, rows: 3, required: 'no-text' }),
  text_en: longText({ label: text_en, most: 600, rows: 3, required: 'no-text' }),
  href: text({
    label: { vi: 'Địa chỉ để xem thêm', en: 'Address of more' },
    hint: { vi: 'https://…, hoặc /… của cổng này.', en: 'https://…, or /… of this portal.' },
    most: 300,
    is_optional: true,
  }),
  until: day({
    label: { vi: 'Hiện đến hết ngày', en: 'Shown until the end of' },
    hint: { vi: 'Để trống thì hiện cho đến khi bỏ.', en: 'Empty: until it is taken out.' },
    is_optional: true,
  }),
}

/** A notice of the portal’s own: a few words, and until when they are shown. */
export const notice = block<Settings, Props>({
  type: 'notice',
  name: { vi: 'Thông báo', en: 'Notice' },
  about: { vi: 'Vài câu ngắn, tự thôi hiện sau một ngày đã chọn.', en: 'A few words; they go by themselves after a chosen day.' },
  is_repeatable: true,
  setup: setup<Partial<Settings>>()(notice_form, {
    typed: ({ title, text, href = '', until = '' }) => ({ ...bothOf('title', title), ...bothOf('text', text), href, until }),
    meant: ({ href, until, ...said }) => ({
      ...{ title: { vi: said.title_vi, en: said.title_en }, text: { vi: said.text_vi, en: said.text_en } },
      ...(href && { href }),
      ...(until && { until }),
    }),
    summary: ({ title, until }, lang) => [title?.[lang], until && sayDay(until, lang)].filter(Boolean).join(' · '),
    problems: async (_, { href }) => (href && safeUrl(href) === null ? [{ code: 'unsafe-link' as const, field: 'href' }] : []),
  }),
  settings: z.strictObject({
    title: written_in_both,
    text: written_in_both,
    href: z.string().optional(),
    until: z.string().refine(isDay).optional(),
  }),
  async load({ day, view: { lang } }, { title, text, href = '', until }) {
    const is_over = until !== undefined && until < day
    return { props: is_over ? null : { title: title[lang], text: text[lang], href: safeUrl(href), until }, tables: [] }
  },
  view: Notice,
})

export function Notice({ title, text, href, until, nth, lang }: Props & ViewContext & { nth: number }) {
  const w = words[lang]
  const heading = idOf('thong-bao', nth)
  return (
    <section class="section" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {title}
      </h2>
      <div class="note">
        {text.split('\n').map((line, i) => (
          <p key={i}>{line}</p>
        ))}
        {href && (
          <p>
            <a href={href} aria-label={`${w.more}: ${title}`}>
              {w.more}
            </a>
          </p>
        )}
        {until && <p class="meta">{fill(w.notice_until, { day: sayDay(until, lang) })}</p>}
      </div>
    </section>
  )
}
