import type { VNode } from 'preact'
import type { z } from 'zod'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import type { FiguresAt } from '../../../numbers/figure/index.ts'
import type { Db } from '../../../platform/database/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Movement } from '../../../register/programme/index.ts'
import type { ArticleOnPage } from '../article-on-page.ts'
import type { PageName, Region } from '../regions.ts'
import { nothing_to_set, type Setup } from './setup.ts'

/** What a block may ask: the register, its figures, the clock, who reads, and the article or the movement of the page. */
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
  movement?: Movement
}

/**
 * What a block came to: what to show, null where that is nothing yet, and the tables it was made from: when one
 * changes, there may be something.
 */
export type Shown = { node: VNode | null; tables: readonly string[] }

/** What an editor is told of a block, and where it can stand; anywhere and once, unless it says more. */
type About = {
  type: string
  name: Sentence
  about: Sentence
  pages?: readonly PageName[]
  regions?: readonly Region[]
  is_repeatable?: boolean
}

/**
 * A block as the portal arranges it. `settings_of` refuses what an editor could not have meant; `setup` is the form in
 * which it is set. Where it stands on a page several times, `nth` tells which of them is shown, from 1.
 */
export type Block = About & {
  settings_of: z.ZodType
  setup: Setup
  show(asking: Asking, settings: unknown, nth?: number): Promise<Shown>
}

export type BlockParts<Settings, Props> = About & {
  settings: z.ZodType<Settings>
  setup?: Setup
  /** Fetches the props, null where there is nothing to show, with the tables they came from. */
  load(asking: Asking, settings: Settings): Promise<{ props: Props | null; tables: readonly string[] }>
  /** A synchronous function of the props and of who reads. */
  view(props: Props & ViewContext & { nth: number }): VNode
}

/** Makes a block of its parts. */
export function block<Settings, Props>({ settings, setup = nothing_to_set, load, view, ...about }: BlockParts<Settings, Props>): Block {
  return {
    ...about,
    settings_of: settings,
    setup,
    async show(asking, stored, nth = 1) {
      const { props, tables } = await load(asking, settings.parse(stored))
      return { node: props && view({ ...props, ...asking.view, nth }), tables }
    },
  }
}

/** An id in a block, one of its own for each time that the block stands on a page. */
export function idOf(name: string, nth: number): string {
  return nth === 1 ? name : `${name}-${nth}`
}
