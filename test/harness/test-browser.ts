/** An answer as the tests look at it. */
export type Seen = { status: number; location: string | null; text: string; hidden: Record<string, string>; headers: Headers }
type Fetch = (path: string, init: RequestInit) => Response | Promise<Response>

/** A browser for the tests of pages: keeps cookies, sends forms from our own pages, follows nothing by itself. */
export class Browser {
  readonly cookies = new Map<string, string>()
  private readonly fetch: Fetch

  constructor(fetch: Fetch) {
    this.fetch = fetch
  }

  get token(): string | undefined {
    return this.cookies.get('neu-guong') ?? this.cookies.get('__Host-neu-guong')
  }

  get(path: string): Promise<Seen> {
    return this.send(path, { method: 'GET' })
  }

  post(path: string, fields: Record<string, string> | [string, string][]): Promise<Seen> {
    const body = new URLSearchParams(fields).toString()
    return this.send(path, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } })
  }

  /** What a script of our pages asks with. */
  async ask<T>(path: string, body: unknown = {}): Promise<{ status: number; answer: T }> {
    const headers = { 'content-type': 'application/json' }
    const { status, text } = await this.send(path, { method: 'POST', body: JSON.stringify(body), headers })
    return { status, answer: JSON.parse(text) as T }
  }

  /** A file as it is sent. */
  async bytes(path: string): Promise<Uint8Array> {
    return new Uint8Array(await (await this.request(path, { method: 'GET' })).arrayBuffer())
  }

  async send(path: string, init: RequestInit): Promise<Seen> {
    const response = await this.request(path, init)
    const text = await response.text()
    return { status: response.status, location: response.headers.get('location'), text, hidden: hiddenIn(text), headers: response.headers }
  }

  private async request(path: string, init: RequestInit): Promise<Response> {
    const headers = new Headers({ ...(init.headers as Record<string, string>), 'sec-fetch-site': 'same-origin', host: 'localhost:3000' })
    headers.set('cookie', [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '))
    headers.set('user-agent', 'Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0')
    const response = await this.fetch(path, { ...init, headers })
    for (const line of response.headers.getSetCookie()) this.keep(line)
    return response
  }

  private keep(line: string): void {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line)!
    if (/max-age=0/i.test(line)) this.cookies.delete(name!)
    else this.cookies.set(name!, value!)
  }
}

/** The hidden fields of the page's forms, the last of each name. */
function hiddenIn(text: string): Record<string, string> {
  const fields = [...text.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => [
    /name="([^"]*)"/.exec(tag)?.[1] ?? '',
    unescaped(/value="([^"]*)"/.exec(tag)?.[1] ?? ''),
  ])
  return Object.fromEntries(fields)
}

/** A value as it stands in a page, as it is. */
export function unescaped(text: string): string {
  return text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&')
}
