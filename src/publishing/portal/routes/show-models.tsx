import { numberOf } from '../../../platform/sign-in/index.ts'
import { nextMidnight, showError, showPage, type WebContext } from '../../../platform/web/index.ts'
import {
  type Adoption,
  findModel,
  findPublicExemplar,
  listAdoptions,
  listModels,
  model_tables,
  wall_tables,
} from '../../../register/exemplar/index.ts'
import { listTiles } from '../../../register/organisation/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import type { Asking } from '../blocks/block.ts'
import type { Tile } from '../charts/tile-map.tsx'
import { tilesOf } from '../maps/map-standings.ts'
import { ModelPage, ModelsPage } from '../pages/model-page.tsx'

export async function showModels(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db, now } = askingOf(options, c.var.view)
  return showPage(c, <ModelsPage {...c.var.view} models={await listModels(db, {})} />, { tags: model_tables, until: nextMidnight(now) })
}

/** One model with its spread. */
export async function showModel(c: WebContext, options: PortalOptions): Promise<Response> {
  const asking = askingOf(options, c.var.view)
  const { db, day, now } = asking
  const model_id = numberOf(c.req.param('model'))
  const [model] = await findModel(db, { model_id })
  if (!model) return showError(c, 404)
  const adoptions = await listAdoptions(db, { model_id, day })
  const [from] = await findPublicExemplar(db, { exemplar_id: model.exemplar_id, day })
  const tiles = await mapAdoptions(asking, adoptions)
  const page = <ModelPage {...c.var.view} {...{ model, adoptions, from: from ?? null, tiles, day }} />
  return showPage(c, page, { tags: [...model_tables, ...wall_tables, 'map_tile', 'placement'], until: nextMidnight(now) })
}

/** The map of today: where it is in operation, and where it was once. */
async function mapAdoptions({ db, day, now }: Asking, adoptions: readonly Adoption[]): Promise<Tile[]> {
  if (adoptions.length === 0) return []
  const goes_on = new Set(adoptions.filter(({ ended_on }) => ended_on === null).map(({ place_now }) => place_now))
  const once = new Set(adoptions.map(({ place_now }) => place_now))
  const drawn = await listTiles(db, { valid_as_of: day, recorded_as_of: now.toISOString() })
  return tilesOf(drawn, ({ key }) => (goes_on.has(key) ? 'standard' : once.has(key) ? 'lapsed' : 'none'))
}
