import type { WebContext } from '../../web/index.ts'

/**
 * The texts of a form that was sent, each field once; files are left out, and so is NUL, which no text of the register
 * can hold.
 */
export async function formOf(c: WebContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody()
  const texts = Object.entries(body).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  return Object.fromEntries(texts.map(([name, text]) => [name, text.replaceAll('\0', '')]))
}

/** What was sent; of what may be marked several times, all marks in one line. */
export async function formWithMarksOf(c: WebContext): Promise<Record<string, string>> {
  const body = await c.req.parseBody({ all: true })
  const entries = Object.entries(body).map(([name, sent]) => [
    name,
    [sent]
      .flat()
      .filter(one => typeof one === 'string')
      .join(' '),
  ])
  return Object.fromEntries(entries)
}

/** A number of a row out of an address or a form; 0 is nobody's. */
export function numberOf(text: string | undefined): number {
  return /^\d{1,15}$/.test(text ?? '') ? Number(text) : 0
}

/** An address with what was done, by its name. */
export function withFlash(address: string, said: Record<string, string>): string {
  return `${address}${address.includes('?') ? '&' : '?'}${new URLSearchParams(said)}`
}
