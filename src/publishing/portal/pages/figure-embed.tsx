import type { FigureId } from '../../../numbers/figure/index.ts'
import {
  type AskedInAddress,
  displayClass,
  FontLinks,
  icon_href,
  inline_style,
  layout_words,
  type ViewContext,
} from '../../../platform/web/index.ts'
import type { BehindFigure } from '../behind-answer.ts'
import { FigureSaid } from '../parts/figure-said.tsx'
import { nameOfAnswer } from '../parts/using-number.tsx'
import { words } from '../words.ts'

type Props = { figure: FigureId; asked: AskedInAddress; behind: Pick<BehindFigure, 'answer' | 'since'> } & ViewContext

/**
 * A figure as others show it in a frame: the number with its sentence and its day, whose it is, and the way to the page
 * that explains it, which opens in a window of its own. No script, no menu.
 */
export function FigureEmbed({ figure, asked, behind, ...view }: Props) {
  const { lang, display, place, site_address, notice, to } = view
  const w = words[lang]
  const name = nameOfAnswer(behind.answer, lang)
  const address = `${site_address ?? ''}${to.figure({ figure, asked })}`
  return (
    <html lang={lang} class={displayClass(display)}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${name} – ${w.site(place?.[lang])}`}</title>
        <meta name="robots" content="noindex" />
        <style dangerouslySetInnerHTML={{ __html: inline_style }} />
        <FontLinks face={display.face} />
        <link rel="icon" href={icon_href} type="image/svg+xml" />
        <link rel="canonical" href={address} />
        <meta name="color-scheme" content="light dark" />
      </head>
      <body>
        <main class="wrap">
          <h1>{name}</h1>
          <FigureSaid {...view} {...behind} />
          <p>
            <a href={address} target="_blank" rel="noopener">
              {w.embed_source}
            </a>
            <br />
            <small>
              {layout_words[lang].site}
              {place && ` ${place[lang]}`}
              {notice && <> · {notice[lang].banner}</>}
            </small>
          </p>
        </main>
      </body>
    </html>
  )
}
