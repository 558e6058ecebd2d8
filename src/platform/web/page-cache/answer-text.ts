import { transcode } from 'node:buffer'

const texts = new WeakMap<Response, string>()

/**
 * Remembers what text an answer was made of: on its way to the page cache it then need not go through the answer's
 * stream.
 */
export function madeOf(text: string, answer: Response): Response {
  texts.set(answer, text)
  return answer
}

/** The bytes of an answer, whatever it was made of. */
export async function bytesOf(answer: Response): Promise<Uint8Array> {
  const text = texts.get(answer)
  return text === undefined ? new Uint8Array(await answer.arrayBuffer()) : utf8(text)
}

/** By way of UTF-16, as a long Vietnamese text lies in memory: Node writes that in UTF-8 in half the time. */
function utf8(text: string): Uint8Array {
  return transcode(Buffer.from(text.toWellFormed(), 'utf16le'), 'utf16le', 'utf8')
}
