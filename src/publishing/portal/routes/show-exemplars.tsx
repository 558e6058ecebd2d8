import { tablesRead } from '../../../platform/database/index.ts'
import { numberOf } from '../../../platform/sign-in/index.ts'
import { nextMidnight, showError, showPage, showRefusal, type WebContext } from '../../../platform/web/index.ts'
import {
  findCertificate,
  findPublicExemplar,
  listAwards,
  listFields,
  listModelsOf,
  listWall,
  listWallPlaces,
  listWallYears,
  model_tables,
  wall_tables,
} from '../../../register/exemplar/index.ts'
import { listArticlesNaming } from '../../newsroom/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { CertificatePage, ExemplarPage, NoCertificatePage } from '../pages/exemplar-page.tsx'
import { ExemplarsPage } from '../pages/exemplars-page.tsx'

/** As many cards as a page holds. */
const most = 24

/** The wall, narrowed by what the address asks. */
export async function showExemplars(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db, day, now } = askingOf(options, c.var.view)
  const of = (name: string) => (c.req.query(name) ?? '').slice(0, 100)
  const asked = { year: of('nam'), field: of('linh-vuc'), level: of('cap'), place: of('dia-ban') }
  const after = numberIn(of('sau'))
  const narrowed = {
    year: numberIn(asked.year) || null,
    field: asked.field || null,
    level: asked.level || null,
    place: asked.place || null,
  }
  const [rows, years, fields, places] = await Promise.all([
    listWall(db, { day, most, after, ...narrowed }),
    listWallYears(db, { day }),
    listFields(db, {}),
    listWallPlaces(db, {}),
  ])
  const page = { rows, asked, after, most, fields, places, years: years.map(({ year }) => year) }
  return showPage(c, <ExemplarsPage {...c.var.view} {...page} />, { tags: wall_tables, until: nextMidnight(now) })
}

/** A year or a place in the list; anything else is 0, and asks nothing. */
function numberIn(text: string): number {
  return /^\d{1,6}$/.test(text) ? Number(text) : 0
}

/** The page of one exemplar. Who does not agree to be named has none. */
export async function showExemplar(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db, day, now } = askingOf(options, c.var.view)
  const exemplar_id = numberOf(c.req.param('exemplar'))
  const [exemplar] = await findPublicExemplar(db, { exemplar_id, day })
  if (!exemplar) return showError(c, 404)
  const awards = await listAwards(db, { exemplar_id })
  const articles = await listArticlesNaming(db, { consent_id: exemplar.name_consent, exemplar_id, scope: 'name' })
  const models = await listModelsOf(db, { exemplar_id })
  const page = <ExemplarPage {...c.var.view} {...{ exemplar, awards, articles, models }} />
  return showPage(c, page, { tags: [...wall_tables, ...model_tables, 'edition', 'article', 'withdrawal'], until: nextMidnight(now) })
}

/** Whether the award of a certificate stands. */
export async function showCertificate(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db, now } = askingOf(options, c.var.view)
  const code = c.req.param('code') ?? ''
  const [certificate] = /^[0-9a-f]{24}$/.test(code) ? await findCertificate(db, { code }) : []
  if (!certificate) return showRefusal(c, <NoCertificatePage {...c.var.view} />, 404)
  const page = <CertificatePage {...c.var.view} {...{ certificate, code }} />
  return showPage(c, page, { tags: tablesRead(findCertificate.sql), until: nextMidnight(now) })
}
