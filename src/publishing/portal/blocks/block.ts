import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { FiguresAt } from '../../../numbers/figure/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { Reading } from '../../../platform/web/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'

/** What a block may ask: the register, its figures, the clock, who reads, and the article on an article page. */
export type Asking = FiguresAt & {
  db: Db
  reading: Reading
  /** Today in Vietnam. */
  day: string
  /** The day the reader chose in the address, if any. */
  chosen_day?: string | undefined
  /** What is wrong with what the reader typed for a day. */
  unfit_day?: Problem | undefined
  article?: ArticleOnPage
}

/** What a block came to: what to show, and the tables it was made from. Null: it has nothing to show here. */
export type Shown = { node: VNode; tables: readonly string[] } | null

/** A block as the portal arranges it. `settings_of` refuses what an editor could not have meant. */
export type Block = { type: string; settings_of: z.ZodType; show(asking: Asking, settings: unknown): Promise<Shown> }

export type BlockParts<Settings, Props> = {
  type: string
  settings: z.ZodType<Settings>
  /** Fetches the props, with the tables they came from; null where there is nothing to show. */
  load(asking: Asking, settings: Settings): Promise<{ props: Props; tables: readonly string[] } | null>
  /** A synchronous function of the props and of who reads. */
  view(props: Props & Reading): VNode
}

/** Makes a block of its four parts. */
export function block<Settings, Props>({ type, settings, load, view }: BlockParts<Settings, Props>): Block {
  return {
    type,
    settings_of: settings,
    async show(asking, stored) {
      const loaded = await load(asking, settings.parse(stored))
      return loaded && { node: view({ ...loaded.props, ...asking.reading }), tables: loaded.tables }
    },
  }
}
