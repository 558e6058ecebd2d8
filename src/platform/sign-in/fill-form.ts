import type { KeptForm } from './session/kept-form.ts'

/**
 * A control of a form as our pages are written: its attributes, and of a text area what stands in it. Whatever others
 * wrote in it is escaped.
 */
const control = /<(input|textarea|select|option)((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*\/?>(?:([^<]*)<\/textarea>)?/g
const form = /<form((?:\s+[\w:-]+(?:="[^"]*")?)*)\s*>(.*?)<\/form>/gs

/**
 * Puts what was typed back into the form of a page that it came from, and opens what the form is folded into. Null
 * where the page has no such form any more.
 */
export function fillForm(html: string, { path, fields }: Pick<KeptForm, 'path' | 'fields'>): string | null {
  const found = [...html.matchAll(form)].filter(([, of]) => attribute(of!, 'method') === 'post' && attribute(of!, 'action') === path)
  const [best] = found.sort((a, b) => likeness(b[2]!, fields) - likeness(a[2]!, fields))
  if (!best) return null
  const [whole, , inside] = best
  const [before, after] = [html.slice(0, best.index), html.slice(best.index + whole.length)]
  return unfolded(before) + whole.replace(inside!, () => filled(inside!, fields)) + after
}

/**
 * Of several forms that are sent to one address, each with its own row, the one is meant whose hidden fields are those
 * that were sent.
 */
function likeness(inside: string, fields: KeptForm['fields']): number {
  return [...inside.matchAll(control)].filter(
    ([, , attributes]) =>
      attribute(attributes!, 'type') === 'hidden' &&
      fields.some(([name, value]) => name === attribute(attributes!, 'name') && value === attribute(attributes!, 'value')),
  ).length
}

function filled(inside: string, fields: KeptForm['fields']): string {
  const left = Map.groupBy(fields, ([name]) => name)
  const next = (name: string) => left.get(name)?.shift()?.[1]
  let chosen: string | undefined
  return inside.replace(control, (whole, tag: string, attributes: string, text?: string) => {
    const [name, type, value] = [attribute(attributes, 'name'), attribute(attributes, 'type'), attribute(attributes, 'value')]
    if (tag === 'option') return marked(whole, 'selected', value === chosen)
    if (tag === 'select') chosen = name === undefined ? undefined : next(name)
    if (tag === 'select' || name === undefined || type === 'file' || type === 'password') return whole
    if (type === 'checkbox' || type === 'radio')
      return marked(
        whole,
        'checked',
        fields.some(one => one[0] === name && one[1] === (value ?? 'on')),
      )
    const typed = next(name)
    if (typed === undefined) return whole
    if (tag === 'textarea')
      return whole.replace(`>${text}</textarea>`, () => `>${/^\r?\n/.test(typed) ? '\n' : ''}${escaped(typed)}</textarea>`)
    return withoutAttribute(whole, 'value').replace(/\s*\/?>$/, () => ` value="${escaped(typed)}"/>`)
  })
}

function marked(tag: string, mark: 'checked' | 'selected', is_marked: boolean): string {
  const bare = withoutAttribute(tag, mark)
  return is_marked ? bare.replace(/\s*(\/?>)$/, ` ${mark}$1`) : bare
}

function withoutAttribute(tag: string, name: string): string {
  return tag.replace(new RegExp(`\\s${name}(="[^"]*")?(?=[\\s/>])`), '')
}

/** What a form stands in is opened. */
function unfolded(before: string): string {
  const at = before.lastIndexOf('<details')
  if (at < 0 || before.indexOf('</details>', at) >= 0 || /^<details[^>]*\sopen/.test(before.slice(at))) return before
  return `${before.slice(0, at)}<details open${before.slice(at + '<details'.length)}`
}

/** An empty value stands in a page as the bare name. */
function attribute(attributes: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}(?:="([^"]*)")?(?=\\s|$)`).exec(attributes)
  return found ? (found[1] ?? '').replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&amp;', '&') : undefined
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;')
}
