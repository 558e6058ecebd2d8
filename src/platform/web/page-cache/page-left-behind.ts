import { inDayAndTime } from '../../../basis/shared/dates.ts'
import { languageOf } from '../language.ts'
import { type Page, preparePage } from './page.ts'

const words = {
  vi: (at: string) => `Cơ sở dữ liệu đang tạm vắng. Trang này là của lúc ${at}; có thể đã có thay đổi sau đó.`,
  en: (at: string) => `The database is away for the moment. This page is as of ${at}; it may have changed since.`,
}

/**
 * A page of before, marked with its time at its head and kept by nobody. Only what people read can be marked so:
 * undefined for data.
 */
export function pageLeftBehind({ headers, body }: Page, since: Date, address: string): Page | undefined {
  const type = headers.find(([name]) => name === 'content-type')?.[1] ?? ''
  const text = Buffer.from(body).toString('utf8')
  const at = text.indexOf('</header>')
  if (!type.startsWith('text/html') || at === -1) return undefined
  const note = `<div class="demo" role="status"><p class="wrap">${words[languageOf(address)](inDayAndTime(since))}</p></div>`
  const kept = headers.filter(([name]) => !['cache-control', 'vary', 'etag', 'content-encoding'].includes(name))
  return preparePage(
    { status: 200, headers: [...kept, ['cache-control', 'no-store']], body: Buffer.from(text.slice(0, at) + note + text.slice(at)) },
    'passing',
  )
}
