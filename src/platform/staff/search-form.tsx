import type { ComponentChildren } from 'preact'
import { HiddenFields, type ViewContext } from '../web/index.ts'
import { Field } from './form.tsx'

type SearchProps = {
  view: ViewContext
  /** The page that searches, with nothing asked. */
  action: string
  /** `ten` is somebody's name, `tim` any words. */
  name: 'ten' | 'tim'
  label: string
  hint?: string
  asked: string
  button: string
  /** Back to the whole, where something is asked. */
  clear?: string | false
  /** What narrows the search besides. */
  children?: ComponentChildren
  /** What else can be done from here, beside the button. */
  actions?: ComponentChildren
}

/** Looks for people or units by words; the page that comes back shows who was found. */
export function SearchForm({ view: { lang, to }, action, name, label, hint, asked, button, clear, children, actions }: SearchProps) {
  return (
    <form method="get" action={action} class="find">
      <HiddenFields fields={to.carried} />
      <Field {...{ lang, name, label, hint }} value={asked} autocomplete="off" />
      {children}
      <div class="actions">
        <button type="submit" class="quiet">
          {button}
        </button>
        {clear && <a href={action}>{clear}</a>}
        {actions}
      </div>
    </form>
  )
}
