/** What changes nothing, and may be asked from anywhere. */
export function isReading(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/**
 * Whether a request may change something: only from a page of our own. Browsers say where a request comes from; old
 * ones name only its origin.
 */
export function isFromOurPage(method: string, header: (name: string) => string | string[] | null | undefined): boolean {
  if (isReading(method)) return true
  const site = header('sec-fetch-site') ?? null
  if (site !== null) return site === 'same-origin'
  const origin = URL.parse(String(header('origin') ?? ''))
  return origin !== null && origin.host !== '' && origin.host === header('host')
}

/**
 * Whether an address can be read: each %XX belongs to a character, and none is NUL, which no text of the register can
 * hold.
 */
export function isReadable(address: string): boolean {
  if (!address.includes('%')) return !address.includes('\0')
  try {
    return !decodeURIComponent(address).includes('\0')
  } catch {
    return false
  }
}

/**
 * Whether a failure is that of a form that was cut off or calls itself what it is not: the platform knows it only by
 * its sentence.
 */
export function isUnreadableForm(error: unknown): boolean {
  return error instanceof TypeError && error.message.includes('parse body as FormData')
}
