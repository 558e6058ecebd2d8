import type { Node } from 'prosemirror-model'
import type { EditorView, NodeView, NodeViewConstructor } from 'prosemirror-view'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import type { Documents, Photos, Scenes } from './answers.ts'
import type { EditorWords } from './words.ts'

type Made = { view: EditorView; getPos: () => number | undefined }

/** A line beside a block that says one of its fields; what is typed there goes into the block at once. */
function fieldLine({ view, getPos }: Made, node: Node, name: string, label: string, is_needed: boolean): [HTMLElement, HTMLInputElement] {
  const input = element('input', {
    type: 'text',
    value: lookUp(node.attrs, name),
    'aria-label': label,
    placeholder: label,
    autocomplete: 'off',
  })
  input.required = is_needed
  input.addEventListener('input', () => {
    const at = getPos()
    if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, name, input.value.normalize('NFC')))
  })
  // Enter in a line of the editor is no press of the form's button.
  input.addEventListener('keydown', event => {
    if (event.key === 'Enter') event.preventDefault()
  })
  const line = element('label', { class: 'field-line', contenteditable: 'false' })
  line.append(element('span', {}, label), input)
  return [line, input]
}

export function element<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  text = '',
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag)
  for (const [name, value] of Object.entries(attributes)) {
    if (name === 'value' && made instanceof HTMLInputElement) made.value = value
    else made.setAttribute(name, value)
  }
  if (text) made.textContent = text
  return made
}

/** Words of somebody with a line for who said them. */
function quotationView(words: EditorWords): NodeViewConstructor {
  return (node, view, getPos) => {
    const dom = element('blockquote')
    const contentDOM = element('p')
    const [line, input] = fieldLine({ view, getPos }, node, 'source', words.source, false)
    dom.append(contentDOM, line)
    return { dom, contentDOM, ...besidesContent(line, { source: input }, 'quotation') }
  }
}

type Choice = { value: string; label: string }

/** A list beside a block that says which one it is. */
function choiceLine(
  { view, getPos }: Made,
  node: Node,
  name: string,
  label: string,
  choices: readonly Choice[],
): [HTMLElement, HTMLSelectElement] {
  const select = element('select', { 'aria-label': label })
  const now = String(lookUp(node.attrs, name))
  const known = choices.some(({ value }) => value === now) ? choices : [{ value: now, label: `${label} ${now}` }, ...choices]
  for (const { value, label: text } of known) select.append(element('option', { value }, text))
  select.value = now
  select.addEventListener('change', () => {
    const at = getPos()
    const value = typeof lookUp(node.attrs, name) === 'number' ? Number(select.value) : select.value
    if (at !== undefined) view.dispatch(view.state.tr.setNodeAttribute(at, name, value))
  })
  const line = element('label', { class: 'field-line', contenteditable: 'false' })
  line.append(element('span', {}, label), select)
  return [line, select]
}

/** A drawing: which one, what it shows and its caption, all needed. */
function pictureView(words: EditorWords, scenes: Scenes): NodeViewConstructor {
  return (node, view, getPos) => {
    const dom = element('figure', { class: 'picture' })
    const shown = element('img', { alt: '' })
    const show = (scene: string) => {
      shown.src = scenes.find(({ name }) => name === scene)?.href ?? ''
    }
    show(node.attrs.scene)
    const choices = scenes.map(({ name, label }) => ({ value: name, label }))
    const [scene_line, scene] = choiceLine({ view, getPos }, node, 'scene', words.acts.picture, choices)
    const [alt_line, alt] = fieldLine({ view, getPos }, node, 'alt', words.alt, true)
    const [caption_line, caption] = fieldLine({ view, getPos }, node, 'caption', words.caption, true)
    dom.append(shown, scene_line, alt_line, caption_line)
    const lines = besidesContent(dom, { scene, alt, caption }, 'picture')
    const update = (next: Node) => {
      show(next.attrs.scene)
      return lines.update(next)
    }
    return { dom, ...lines, update }
  }
}

/** A photo of the library; without a caption it has the library's. */
function photoView(words: EditorWords, photos: Photos): NodeViewConstructor {
  return (node, view, getPos) => {
    const dom = element('figure', { class: 'picture' })
    const choices = photos.map(({ photo, label }) => ({ value: String(photo), label }))
    const [photo_line, photo] = choiceLine({ view, getPos }, node, 'photo', words.acts.photo, choices)
    const [caption_line, caption] = fieldLine({ view, getPos }, node, 'caption', words.photo_caption, false)
    dom.append(photo_line, caption_line)
    return { dom, ...besidesContent(dom, { photo, caption }, 'photo') }
  }
}

/** Bars as a list, each with its number; below it a line that says what is drawn. */
function chartView(words: EditorWords): NodeViewConstructor {
  return (node, view, getPos) => {
    const dom = element('figure', { class: 'chart-of-text' })
    const contentDOM = element('ul')
    const [line, caption] = fieldLine({ view, getPos }, node, 'caption', words.chart_caption, false)
    dom.append(contentDOM, line)
    return { dom, contentDOM, ...besidesContent(line, { caption }, 'chart') }
  }
}

/** An instrument of the register; without a caption it is called as the register calls it. */
function documentView(words: EditorWords, documents: Documents): NodeViewConstructor {
  return (node, view, getPos) => {
    const dom = element('figure', { class: 'picture' })
    const choices = documents.map(({ instrument, label }) => ({ value: String(instrument), label }))
    const [which_line, instrument] = choiceLine({ view, getPos }, node, 'instrument', words.acts.document, choices)
    const [caption_line, caption] = fieldLine({ view, getPos }, node, 'caption', words.document_caption, false)
    dom.append(which_line, caption_line)
    return { dom, ...besidesContent(dom, { instrument, caption }, 'document') }
  }
}

/** What the lines of a block do is their own; what changes in the block elsewhere (undo) comes into them. */
function besidesContent(lines: HTMLElement, inputs: Record<string, HTMLInputElement | HTMLSelectElement>, type: string) {
  return {
    update: (node: Node) => {
      if (node.type.name !== type) return false
      for (const [name, input] of Object.entries(inputs))
        if (input.value !== String(lookUp(node.attrs, name))) input.value = String(lookUp(node.attrs, name))
      return true
    },
    stopEvent: (event: Event) => event.target instanceof HTMLElement && event.target.closest('.field-line') !== null,
    ignoreMutation: (record: { target: globalThis.Node }) => lines.contains(record.target),
  } satisfies Partial<NodeView>
}

type Things = { scenes: Scenes; photos: Photos; documents: Documents }

export function nodeViews(words: EditorWords, { scenes, photos, documents }: Things): Record<string, NodeViewConstructor> {
  return {
    quotation: quotationView(words),
    chart: chartView(words),
    picture: pictureView(words, scenes),
    photo: photoView(words, photos),
    document: documentView(words, documents),
  }
}
