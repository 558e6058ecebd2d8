import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { FiguresAt } from '../../../numbers/figure/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'

/** What a block may ask: the register, its figures, the clock, who reads, and the article on an article page. */
export type Asking = FiguresAt & {
  db: Db
  view: ViewContext
  /** Today in Vietnam. */
  day: string
  /** The day the reader chose in the address, if any. */
  chosen_day?: string | undefined
  /** What is wrong with what the reader typed for a day. */
  unfit_day?: Problem | undefined
  article?: ArticleOnPage
}

/**
 * What a block came to: what to show, null where that is nothing yet, and the tables it was made from: when one
 * changes, there may be something.
 */
export type Shown = { node: VNode | null; tables: readonly string[] }

/** A block as the portal arranges it. `settings_of` refuses what an editor could not have meant. */
export type Block = { type: string; settings_of: z.ZodType; show(asking: Asking, settings: unknown): Promise<Shown> }

export type BlockParts<Settings, Props> = {
  type: string
  settings: z.ZodType<Settings>
  /** Fetches the props, null where there is nothing to show, with the tables they came from. */
  load(asking: Asking, settings: Settings): Promise<{ props: Props | null; tables: readonly string[] }>
  /** A synchronous function of the props and of who reads. */
  view(props: Props & ViewContext): VNode
}

/** Makes a block of its four parts. */
export function block<Settings, Props>({ type, settings, load, view }: BlockParts<Settings, Props>): Block {
  return {
    type,
    settings_of: settings,
    async show(asking, stored) {
      const { props, tables } = await load(asking, settings.parse(stored))
      return { node: props && view({ ...props, ...asking.view }), tables }
    },
  }
}
