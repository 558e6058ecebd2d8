import { z } from 'zod'
import type { Problem } from '../../../basis/shared/outcome.ts'
import { lines, text } from '../../../platform/staff/index.ts'
import { safeUrl, type ViewContext } from '../../../platform/web/index.ts'
import { block, idOf } from './block.ts'
import { bothOf, inBoth, setup, written_in_both } from './setup.ts'
import type { BlockCode } from './setup-problems.ts'

type Both = { vi: string; en: string }
type Link = Both & { href: string }
type Settings = { title: Both; links: Link[] }
type Props = { title: string; links: { label: string; href: string }[] }

const most_links = 12
const [title_vi, title_en] = inBoth({ vi: 'Tiêu đề', en: 'Heading' })
const links_form = {
  title_vi: text({ label: title_vi, most: 120, required: 'no-text' }),
  title_en: text({ label: title_en, most: 120, required: 'no-text' }),
  links: lines({
    label: { vi: 'Các liên kết', en: 'The links' },
    hint: {
      vi: 'Mỗi dòng một liên kết: chữ tiếng Việt | chữ tiếng Anh | địa chỉ.',
      en: 'A link a line: Vietnamese words | English words | address.',
    },
    parts: 3,
    rows: 6,
    wrong: 'odd-line',
  }),
}

/** A list of links that an editor keeps, to pages of this portal and of others. */
export const links = block<Settings, Props>({
  type: 'links',
  name: { vi: 'Liên kết', en: 'Links' },
  about: { vi: 'Danh sách liên kết do tòa soạn giữ.', en: 'A list of links that the newsroom keeps.' },
  is_repeatable: true,
  setup: setup<Partial<Settings>>()(links_form, {
    typed: ({ title, links = [] }) => ({
      ...bothOf('title', title),
      links: links.map(({ vi, en, href }) => [vi, en, href].join(' | ')).join('\n'),
    }),
    meant: ({ title_vi, title_en, links }) => ({
      title: { vi: title_vi, en: title_en },
      links: links.map(([vi, en, href]) => ({ vi, en, href })),
    }),
    summary: ({ title, links = [] }, lang) => [title?.[lang], links.length].join(' · '),
    problems: async (_, { links = [] }) => [...problemsWithLinks(links)],
  }),
  settings: z.strictObject({
    title: written_in_both,
    links: z.array(written_in_both.extend({ href: z.string() })).max(most_links),
  }),
  async load({ view: { lang } }, { title, links }) {
    const safe = links.flatMap(link => {
      const href = safeUrl(link.href)
      return href === null ? [] : [{ label: link[lang], href }]
    })
    return { props: safe.length > 0 ? { title: title[lang], links: safe } : null, tables: [] }
  },
  view: Links,
})

function* problemsWithLinks(links: readonly Link[]): Generator<Problem<BlockCode>> {
  if (links.length === 0) yield { code: 'no-text', field: 'links' }
  if (links.length > most_links) yield { code: 'too-many-lines', field: 'links', limit: most_links }
  const unsafe = links.findIndex(({ href }) => safeUrl(href) === null)
  if (unsafe >= 0) yield { code: 'unsafe-address', field: 'links', limit: unsafe + 1 }
}

export function Links({ title, links, nth }: Props & ViewContext & { nth: number }) {
  const heading = idOf('lien-ket', nth)
  return (
    <section class="related" aria-labelledby={heading}>
      <h2 class="ruled" id={heading}>
        {title}
      </h2>
      <ul class="list">
        {links.map(({ label, href }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </section>
  )
}
