import type { Context } from 'hono'
import type { ViewContext } from '../layout.tsx'
import type { Log } from '../log.ts'

/**
 * What the shell lays ready for every handler: `c.var.view` for the views, where a request comes from (null where
 * nobody knows), its number and the log. `shown_to` is what each form carries of a page for somebody; `kept_form` is
 * what they had typed into one of the page's forms.
 */
export type WebEnv = {
  Variables: {
    view: ViewContext
    client_address: string | null
    request_id: string
    log: Log
    shown_to?: { sealed: string; draft_key: string }
    kept_form?: { path: string; fields: [name: string, value: string][] }
  }
}
export type WebContext = Context<WebEnv>
