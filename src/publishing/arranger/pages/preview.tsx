import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Arrangement } from '../arrangement/find-arrangement.ts'
import { arranger_words, page_words } from '../words.ts'

type PreviewProps = StaffPageProps & { arrangement: Arrangement }

/** The page at the widths of a phone and a desktop, side by side where there is room. */
export function PreviewPage({ arrangement, ...staff_page }: PreviewProps) {
  const { view } = staff_page
  const words = arranger_words[view.lang]
  return (
    <Frame
      {...staff_page}
      title={words.preview_title(page_words[arrangement.page][view.lang])}
      crumb={`${words.title} · ${page_words[arrangement.page][view.lang]}`}
      here={to => to.arrangement_preview(arrangement)}
    >
      <p>{words.preview_lead}</p>
      <p class="actions">
        <a href={view.to.arrangement_shown(arrangement)}>{words.open_preview}</a>
        <a href={view.to.arrangement(arrangement)}>{words.back_to_arrangement}</a>
      </p>
      <div class="previews">
        <Previewed {...{ view, arrangement }} width="phone" />
        <Previewed {...{ view, arrangement }} width="desk" />
      </div>
    </Frame>
  )
}

type PreviewedProps = { view: ViewContext; arrangement: Arrangement; width: 'phone' | 'desk' }

/**
 * A picture of the page, made by the browser itself: nothing in it can be worked, and whoever reads it otherwise opens
 * the page.
 */
export function Previewed({ view: { lang, to }, arrangement, width }: PreviewedProps) {
  const words = arranger_words[lang]
  return (
    <figure class={`previewed is-${width}`}>
      <figcaption>{words[width]}</figcaption>
      <div>
        <iframe src={to.arrangement_shown(arrangement)} title={words[width]} sandbox="allow-same-origin" loading="lazy" inert />
      </div>
    </figure>
  )
}
