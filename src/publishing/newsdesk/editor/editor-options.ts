import type { ViewContext } from '../../../platform/web/index.ts'
import type { PageOptions } from '../../newsroom/index.ts'
import { scene_names } from '../../portal/index.ts'
import { scene_words } from '../words.ts'
import { figureNames } from './figure-for-editor.ts'

type PhotoChoice = { value: string; label: string }

type OnPage = { draft_id: number | undefined; photos: readonly PhotoChoice[]; documents: PageOptions['documents'] }

/** What the page of a text tells the editor; `photos` as the form offers them, `anh-12`. */
export function editorOptions({ lang, to }: ViewContext, { draft_id, photos, documents }: OnPage): PageOptions {
  const open = draft_id === undefined ? '' : to.draft_open({ draft_id })
  return {
    draft: draft_id === undefined ? '' : String(draft_id),
    figures: figureNames(lang),
    scenes: scene_names.map(name => ({ name, label: scene_words[name]?.[lang] ?? name, href: to.scene({ scene: name }) })),
    photos: photos.map(({ value, label }) => ({ photo: Number(value.replace('anh-', '')), label })),
    documents,
    addresses: { check: to.editor_check(), figure: to.editor_figure(), open },
  }
}
