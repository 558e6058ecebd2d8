import { Parser } from 'htmlparser2'

export type Fields = [name: string, value: string][]
/** A form that saves something: what it holds, what a person types or chooses in it, and what it can be chosen from. */
export type Form = { action: string; holds: Fields; texts: string[]; choices: Map<string, string[]>; marks: Fields }

type Attributes = Record<string, string>
const not_sent = new Set(['file', 'password'])

/** The forms of a page, as a browser would send them: without files, passwords, and to whom they were shown. */
export function formsOn(html: string): Form[] {
  const forms: Form[] = []
  let [form, select, text]: [Form?, string?, Fields[number]?] = []
  const parser = new Parser({
    onopentag(tag, at) {
      if (tag === 'form' && at.method === 'post') forms.push({ action: at.action!, holds: [], texts: [], choices: new Map(), marks: [] })
      if (tag === 'form') form = at.method === 'post' ? forms.at(-1) : undefined
      if (tag === 'select') select = at.name
      if (form) takeControl(form, tag, tag === 'option' ? { ...at, name: select! } : at)
      if (tag === 'textarea') text = form?.holds.at(-1)
    },
    ontext(more) {
      if (text) text[1] += more
    },
    onclosetag(tag) {
      if (tag === 'textarea') text = undefined
      if (tag === 'form') form = undefined
    },
  })
  parser.end(html)
  return forms
}

function takeControl({ holds, texts, choices, marks }: Form, tag: string, at: Attributes): void {
  const { name = '', value = '', type = '' } = at
  const is_choice = tag === 'option' || type === 'radio'
  if (not_sent.has(type) || name === 'shown_to' || !['input', 'textarea', 'option'].includes(tag)) return
  if (is_choice) choices.set(name, [...(choices.get(name) ?? []), value])
  else if (type === 'checkbox') marks.push([name, value])
  else if (type !== 'hidden') texts.push(name)
  if ('checked' in at || 'selected' in at || (!is_choice && type !== 'checkbox')) holds.push([name, value])
}

/** What somebody types into a form: what a page must escape everywhere, the last of each choice, and every mark. */
export function typedInto({ holds, texts, choices, marks }: Form): Fields {
  const theirs = new Set([...texts, ...choices.keys(), ...marks.map(([name]) => name)])
  return [
    ...holds.filter(([name]) => !theirs.has(name)),
    ...texts.map((name, i): [string, string] => [name, `Chữ ${i} «đã gõ» & "còn" > <b>${name}`]),
    ...[...choices].map(([name, values]): [string, string] => [name, values.at(-1)!]),
    ...marks,
  ]
}
