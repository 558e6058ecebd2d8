import { Parser } from 'htmlparser2'
import { lookUp } from '../../basis/shared/look-up.ts'

export type Attributes = Record<string, string>
/** Told of each tag by its name without prefix, with where it stands in the text. */
export type Listener = {
  open?(name: string, attributes: Attributes, place: { start: number; end: number }): void
  close?(name: string, place: { start: number; end: number }): void
  text?(text: string): void
}

/** A part that does not hold together: it ends before it is closed, or speaks of what is not there. */
export class DamagedPart extends Error {}

/**
 * Walks through an XML text. It has no document type, so nothing is looked up anywhere. Throws DamagedPart where a tag
 * is still open at its end, unless it need not be whole.
 */
export function walkXml(xml: string, listener: Listener, { is_whole = true } = {}): void {
  let depth = 0
  const place = () => ({ start: parser.startIndex, end: parser.endIndex + 1 })
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth++
        listener.open?.(local(name), attributes, place())
      },
      onclosetag: name => {
        depth--
        listener.close?.(local(name), place())
      },
      ontext: text => listener.text?.(text),
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.write(xml)
  const still_open = depth
  parser.end()
  if (is_whole && still_open > 0) throw new DamagedPart('it ends before it is closed')
}

/** An attribute by its name without prefix: r:id and id are one. */
export function attribute(attributes: Attributes, name: string): string | undefined {
  const key = Object.hasOwn(attributes, name) ? name : Object.keys(attributes).find(key => local(key) === name)
  return key === undefined ? undefined : lookUp(attributes, key)
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
