import { tablesRead } from '../../../platform/database/index.ts'
import { sendKeptFile } from '../../../platform/staff/index.ts'
import { nextMidnight, showError, showPage, type WebContext } from '../../../platform/web/index.ts'
import { listUnitsDecided } from '../../../register/countryside/index.ts'
import { findFile, instrument_kinds, listFiles, listUnitsCiting } from '../../../register/organisation/index.ts'
import { article_tables, listHeadlines } from '../../newsroom/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import { wordsIn } from '../search/asked-search.ts'
import { DocumentPage, DocumentsPage } from './documents-page.tsx'
import { document_tables, findDocument, findDocuments, numberIn } from './find-documents.ts'

const [most, most_units, longest_words] = [20, 200, 100]
const tables = [...new Set([...document_tables, ...[listUnitsCiting, listUnitsDecided, listFiles].flatMap(read => tablesRead(read.sql))])]

/** The documents that everybody may see. */
export async function showDocuments(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const words = wordsIn(c.req.query('tim'), longest_words)
  const kind = Object.keys(instrument_kinds).find(kind => kind === c.req.query('loai')) ?? ''
  const after = Number(/^\d{1,6}$/.exec(c.req.query('sau') ?? '')?.[0] ?? 0)
  const found = await findDocuments(db, { words, kind, instruments: null, most, after })
  return showPage(c, <DocumentsPage {...c.var.view} {...{ found, after, most }} asked={{ words, kind }} />, { tags: tables })
}

/** One of them; of any other there is no page. */
export async function showDocument(c: WebContext, options: PortalOptions): Promise<Response> {
  const { db, day, now } = askingOf(options, c.var.view)
  const document = await findDocument(db, c.req.param('document'))
  if (!document) return showError(c, 404)
  const { instrument_id } = document
  const [changed, decided, articles, files] = await Promise.all([
    listUnitsCiting(db, { instrument_id, day, most: most_units }),
    listUnitsDecided(db, { instrument_id }),
    listHeadlines(db, { lang: c.var.view.lang, limit: most, instrument: instrument_id }),
    listFiles(db, { instrument_id }),
  ])
  const tags = [...new Set([...tables, ...article_tables, 'edition_subject'])]
  return showPage(c, <DocumentPage {...c.var.view} {...{ document, changed, decided, articles, files }} />, {
    tags,
    until: nextMidnight(now),
  })
}

/** A file of one of them, to be saved; row-level security says which are for everybody. */
export async function showDocumentFile(c: WebContext, { db }: PortalOptions): Promise<Response> {
  const document = await findDocument(db, c.req.param('document'))
  const instrument_file_id = numberIn(c.req.param('file'))
  const [file] = document ? await findFile(db, { instrument_id: document.instrument_id, instrument_file_id }) : []
  return file ? sendKeptFile(c, file) : showError(c, 404)
}
