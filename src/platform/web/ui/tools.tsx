import type { ComponentChildren } from 'preact'
import { type Display, sizes } from '../display.ts'
import { type Href, hrefFor } from '../href.ts'
import type { Language } from '../language.ts'
import { layout_words } from './words.ts'

type OfDisplay = { lang: Language; display: Display; here: (to: Href) => string }
type ToolsProps = OfDisplay & { children?: ComponentChildren }

/**
 * How a page is shown, heard and printed, and its other language: the same at the same place of every page, of readers
 * and of those who work here. What needs script is a button, and is not there without it.
 */
export function Tools({ lang, display, here, children }: ToolsProps) {
  const words = layout_words[lang]
  const other = lang === 'vi' ? 'en' : 'vi'
  return (
    <nav class="tools" aria-label={words.display}>
      <DisplayLinks {...{ lang, display, here }} />
      <button type="button" class="by-script" data-tool="read" data-stop={words.stop_reading} data-no-voice={words.no_voice}>
        {words.read_aloud}
      </button>
      <button type="button" class="by-script" data-tool="print">
        {words.print}
      </button>
      <a href={here(hrefFor({ lang: other, display }))} lang={other} hreflang={other}>
        {words.other_language}
      </a>
      {children}
    </nav>
  )
}

/** The size of the type a step down or up, the contrast, and type that is easier to read. With `ordinary`, its label, a link back to the usual size too. */
export function DisplayLinks({ lang, display, here, ordinary }: OfDisplay & { ordinary?: string }) {
  const words = layout_words[lang]
  const is_high = display.contrast === 'high'
  const is_easy = display.face === 'easy'
  const at = sizes.indexOf(display.size)
  const shown = (changed: Partial<Display>) => here(hrefFor({ lang, display: { ...display, ...changed } }))
  return (
    <>
      <SizeLink name="a-less" label={words.smaller} href={at > 0 ? shown({ size: sizes[at - 1]! }) : undefined} />
      {ordinary && <SizeLink name="a-same" label={ordinary} href={display.size === 'ordinary' ? undefined : shown({ size: 'ordinary' })} />}
      <SizeLink name="a-more" label={words.larger} href={at < sizes.length - 1 ? shown({ size: sizes[at + 1]! }) : undefined} />
      <a href={shown({ contrast: is_high ? 'ordinary' : 'high' })}>{is_high ? words.less_contrast : words.more_contrast}</a>
      <a href={shown({ face: is_easy ? 'ordinary' : 'easy' })}>{is_easy ? words.ordinary_type : words.easy_type}</a>
    </>
  )
}

/**
 * The label begins with the sign that is seen; where there is no further step, it is a link that leads nowhere and says
 * so.
 */
function SizeLink({ name, label, href }: { name: string; label: string; href: string | undefined }) {
  return (
    <a class={name} href={href} aria-label={label} role={href ? undefined : 'link'} aria-disabled={href ? undefined : 'true'}>
      {label.slice(0, label.indexOf(' '))}
    </a>
  )
}
