import { sayName } from '../../../basis/shared/names-in-english.ts'
import { tablesRead } from '../../../platform/database/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { listPublishedExemplars, type PublishedExemplarRow } from '../../../register/exemplar/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import type { Asking } from '../blocks/block.ts'
import { sceneOfField } from '../scenes/scene-of-field.ts'
import type { SceneName } from '../scenes/scenes.ts'

/**
 * An exemplar as the wall shows it, in the language of the page, with a drawn scene of its field and never a
 * photograph.
 */
export type ExemplarShown = {
  key: string
  exemplar_id: number
  name: string
  kind: 'collective' | 'individual'
  field_name: string
  place: string | null
  story: string | null
  scene: SceneName
}

/** The exemplars with consent in force to be named and told, newest first. */
export async function listExemplarsShown(
  { db, day, now, view }: Pick<Asking, 'db' | 'day' | 'now' | 'view'>,
  most: number,
): Promise<{ exemplars: ExemplarShown[]; tables: string[] }> {
  const rows = await listPublishedExemplars(db, { valid_as_of: day, recorded_as_of: now.toISOString() })
  const told = rows.filter(row => row.story_vi !== null).slice(0, most)
  return { exemplars: told.map(row => shown(row, view.lang)), tables: tablesRead(listPublishedExemplars.sql) }
}

function shown(row: PublishedExemplarRow, lang: ViewContext['lang']): ExemplarShown {
  const { key, name, kind, field, place_name, place_kind } = row
  return {
    ...{ key, exemplar_id: Number(key.replace('exemplar-', '')), kind, name: sayName(name, lang), scene: sceneOfField(field) },
    field_name: lang === 'vi' ? row.field_vi : row.field_en,
    place: place_name && sayPlace({ name: place_name, unit_kind: place_kind ?? '' }, lang),
    story: lang === 'vi' ? row.story_vi : row.story_en,
  }
}
