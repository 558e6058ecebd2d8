import { nameOfDisplay } from '../display.ts'
import { renderPage, viewContextOf } from '../layout.tsx'
import { ErrorPage } from '../shell/error-page.tsx'
import type { BodyRefusal } from './bodies.ts'
import type { Turned } from './busy-page.tsx'

const pages = new Map<string, Buffer>()

/** Said to whoever sent what was not taken: why, and what to do. Made once for each language and display. In UTF-8. */
export function refusalPage({ lang, display, site }: Turned, status: BodyRefusal): Buffer {
  const key = `${status} ${lang} ${nameOfDisplay(display)} ${site?.notice?.vi.short} ${site?.place?.vi} ${site?.became?.vi} ${site?.keeper?.name} ${site?.emblem_href}`
  const page = pages.get(key) ?? Buffer.from(renderPage(<ErrorPage view={viewContextOf(lang, display, site)} status={status} />))
  pages.set(key, page)
  return page
}
