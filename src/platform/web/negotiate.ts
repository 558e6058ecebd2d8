/** The encodings a page is kept in. */
export type Encoding = 'br' | 'gzip' | 'identity'

const by_preference: readonly Encoding[] = ['br', 'gzip', 'identity']

/**
 * Browsers send a handful of values; the rest are worked out each time, so that invented ones cannot fill the memory.
 */
const known = new Map<string | undefined, Encoding>()
const most_known = 256

/** The encoding to answer in (RFC 9110 §12.5.3): the highest quality, and among equals the smallest bytes. */
export function bestEncoding(accept_encoding: string | undefined): Encoding {
  const remembered = known.get(accept_encoding)
  if (remembered !== undefined) return remembered
  const best = chooseEncoding(accept_encoding)
  if (known.size < most_known) known.set(accept_encoding, best)
  return best
}

function chooseEncoding(accept_encoding = ''): Encoding {
  const qualities = qualitiesIn(accept_encoding)
  const qualityOf = (encoding: Encoding) => qualities.get(encoding) ?? qualities.get('*') ?? (encoding === 'identity' ? 0.0001 : 0)
  const acceptable = by_preference.filter(encoding => qualityOf(encoding) > 0)
  // A client that refuses even plain bytes gets them: RFC 9110 lets a server disregard the header, and a page helps
  // more than a 406.
  return acceptable.reduce((best, encoding) => (qualityOf(encoding) > qualityOf(best) ? encoding : best), acceptable[0] ?? 'identity')
}

function qualitiesIn(accept_encoding: string): Map<string, number> {
  const qualities = new Map<string, number>()
  for (const item of accept_encoding.toLowerCase().split(',')) {
    const [coding = '', ...parameters] = item.split(';').map(part => part.trim())
    const quality = parameters.find(parameter => parameter.startsWith('q='))
    if (coding !== '') qualities.set(coding, quality === undefined ? 1 : Number(quality.slice(2)) || 0)
  }
  return qualities
}
