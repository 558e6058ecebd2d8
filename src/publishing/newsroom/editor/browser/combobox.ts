import { lookUp } from '../../../../basis/shared/look-up.ts'
import { withoutMarks } from '../../../../basis/shared/vietnamese.ts'
import { element } from './node-views.ts'

export type Choice = { value: string; label: string }
type Said = { label: string; hint: string; found: (n: number) => string }

/** A field to search in, with its list below (`combobox` of ARIA): arrows move, Enter chooses. */
export function combobox(choices: readonly Choice[], { label, hint, found }: Said, choose: (value: string) => void): HTMLElement {
  const field = element('div', { class: 'field combobox' })
  const list = element('ul', { role: 'listbox', id: 'editor-found', 'aria-label': label })
  const input = element('input', {
    ...{ type: 'text', id: 'editor-search', role: 'combobox', autocomplete: 'off', 'aria-controls': 'editor-found' },
    ...{ 'aria-expanded': 'true', 'aria-autocomplete': 'list', 'aria-describedby': 'editor-search-hint' },
  })
  const said = element('p', { class: 'unseen', role: 'status' })
  const folded = choices.map(choice => [fold(choice.label), choice] as const)
  let at = -1

  const show = (): void => {
    const asked = fold(input.value).split(' ')
    const shown = folded.filter(([text]) => asked.every(part => text.includes(part))).map(([, choice]) => choice)
    list.replaceChildren(...shown.map((choice, i) => optionOf(choice, i)))
    said.textContent = found(shown.length)
    mark(shown.length === 1 ? 0 : -1)
  }
  const optionOf = ({ value, label: text }: Choice, i: number): HTMLElement => {
    const option = element('li', { role: 'option', id: `editor-option-${i}`, 'aria-selected': 'false', 'data-value': value }, text)
    option.addEventListener('mousedown', event => event.preventDefault())
    option.addEventListener('click', () => take(i))
    return option
  }
  const options = () => Array.from(list.children) as HTMLElement[]
  const mark = (next: number): void => {
    at = next
    for (const [i, option] of options().entries()) option.setAttribute('aria-selected', String(i === at))
    options()[at]?.scrollIntoView({ block: 'nearest' })
    if (at < 0) input.removeAttribute('aria-activedescendant')
    else input.setAttribute('aria-activedescendant', `editor-option-${at}`)
  }
  const take = (i: number): void => {
    const option = options()[i]
    if (!option) return
    mark(i)
    choose(option.dataset.value!)
  }
  input.addEventListener('input', show)
  input.addEventListener('keydown', event => {
    const n = options().length
    if (event.isComposing || n === 0) return
    const next = lookUp({ ArrowDown: (at + 1) % n, ArrowUp: (at - 1 + n) % n }, event.key)
    if (event.key === 'Enter') take(Math.max(at, 0))
    else if (next !== undefined) mark(next)
    else return
    event.preventDefault()
  })
  field.append(
    element('label', { for: 'editor-search' }, label),
    element('p', { class: 'hint', id: 'editor-search-hint' }, hint),
    input,
    said,
    list,
  )
  show()
  return field
}

/** Letters without marks, small. */
function fold(text: string): string {
  return withoutMarks(text).toLowerCase().trim()
}
