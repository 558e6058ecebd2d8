import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import { DamagedPart, namesSecret, type Relation } from '../../../platform/office-file/index.ts'
import { arrange } from './arrange.ts'
import type { DocumentNote, DocumentPicture, WordDocument } from './document.ts'
import { openFindings, type Tell } from './findings.ts'
import { type Flow, type ParagraphFlow, paragraphsIn, textOfPieces } from './flow/flow.ts'
import { readFlows } from './flow/read-flows.ts'
import { settleLetters } from './flow/settle-letters.ts'
import { openStory, type Shared } from './flow/story.ts'
import { readNumbering } from './parts/numbering.ts'
import {
  bytesAt,
  mainPathOf,
  type OpenCode,
  type OpenDocument,
  openDocument,
  RefusedPart,
  relationsAt,
  treeAt,
} from './parts/open-document.ts'
import { lookAtPicture } from './parts/read-pictures.ts'
import { readStyles } from './parts/styles.ts'
import { elementsOf, TooDeep } from './parts/tree.ts'
import { joinedText, type NotePlace, runningText } from './running-text.ts'
import { bearsStamp } from './secret-marking.ts'

export type DocumentCode = OpenCode | 'secret' | 'too-hard'

/**
 * Reads a document of Word. Parts are found by relation; what was not taken as it stood is in `findings`. Pictures are
 * looked at and left where they are: `pictureIn` gives the bytes of one. Refusals at `file`: those of opening, secret
 * (the name or the text bears the marking MẬT), too-hard (nested deeper than any program writes).
 */
export function readDocument({ name, bytes }: { name: string; bytes: Uint8Array }): Outcome<WordDocument, DocumentCode> {
  if (namesSecret(name)) return refused({ code: 'secret', field: 'file' })
  const opened = openDocument(bytes)
  if (!opened.ok) return opened
  try {
    return readParts(opened.value)
  } catch (error) {
    if (error instanceof DamagedPart) return refused({ code: 'damaged-file', field: 'file' })
    if (error instanceof TooDeep) return refused({ code: 'too-hard', field: 'file' })
    if (error instanceof RefusedPart) return refused({ code: error.code, field: 'file' })
    throw error
  }
}

/**
 * The bytes of a picture of a document that was read, as they stand in the file. Null where the file does not hold it.
 * Throws DamagedPart.
 */
export function pictureIn(bytes: Uint8Array, { path }: DocumentPicture): Buffer | null {
  const opened = openDocument(bytes)
  return opened.ok ? bytesAt(opened.value, path) : null
}

function readParts(document: OpenDocument): Outcome<WordDocument, DocumentCode> {
  const path = mainPathOf(document)
  const root = path === null ? null : treeAt(document, path)
  if (path === null || root?.name !== 'document') return refused({ code: 'not-document', field: 'file' })
  const { tell, list } = openFindings()
  const relations = relationsAt(document, path)
  const treeBy = (type: string) => {
    const relation = relations.find(relation => relation.type === type && !relation.is_outside && document.entries.has(relation.path))
    return relation ? treeAt(document, relation.path) : null
  }
  const shared: Shared = {
    styles: readStyles(treeBy('styles')),
    numbering: readNumbering(treeBy('numbering')),
    tell,
    deleted_notes: new Set(),
    treeAt: path => treeAt(document, path),
  }
  if (document.has_macros) tell('macros')
  const body = readFlows(root, openStory(root, relations, shared))
  const notes = readNotes(document, relations, shared)
  const aside = readHeaders(document, relations, shared)
  const comments = treeBy('comments')
  for (const comment of comments ? elementsOf(comments) : []) if (comment.name === 'comment') tell('comments')
  const all = [...paragraphsIn(body), ...notes.flatMap(({ flows }) => [...paragraphsIn(flows)])]
  settleLetters([...all, ...aside], tell)
  if (bearsStamp(all, aside)) return refused({ code: 'secret', field: 'file' })
  for (const paragraph of aside) if (textOfPieces(paragraph.pieces).trim() !== '') tell('header-or-footer', textOfPieces(paragraph.pieces))
  return done({ ...arrangeAll(body, notes, { document, tell, deleted: shared.deleted_notes }), findings: list() })
}

type NoteFlows = { kind: 'footnote' | 'endnote'; id: string; flows: Flow[] }

/** All notes, but the lines that part them from the text. */
function readNotes(document: OpenDocument, relations: readonly Relation[], shared: Shared): NoteFlows[] {
  return (['footnote', 'endnote'] as const).flatMap(kind =>
    storiesOf(document, relations, [`${kind}s`]).flatMap(({ root, relations }) => {
      const story = openStory(root, relations, shared)
      return elementsOf(root)
        .filter(({ name, attributes: { type = 'normal' } }) => name === kind && type === 'normal')
        .map(element => ({ kind, id: element.attributes.id ?? '', flows: readFlows(element, story) }))
    }),
  )
}

/** Headers and footers are no text of an article, but a stamp may stand there. */
function readHeaders(document: OpenDocument, relations: readonly Relation[], shared: Shared): ParagraphFlow[] {
  return storiesOf(document, relations, ['header', 'footer']).flatMap(({ root, relations }) => {
    // What is dropped anyway is told once, as a whole.
    const story = openStory(root, relations, { ...shared, tell: () => {}, deleted_notes: new Set() })
    return [...paragraphsIn(readFlows(root, story))]
  })
}

function storiesOf(document: OpenDocument, relations: readonly Relation[], types: string[]) {
  const paths = new Set(relations.filter(({ type, is_outside }) => types.includes(type) && !is_outside).map(({ path }) => path))
  return [...paths].flatMap(path => {
    const root = treeAt(document, path)
    return root ? [{ root, relations: relationsAt(document, path) }] : []
  })
}

type Rest = { document: OpenDocument; tell: Tell; deleted: Set<string> }

/** The text, with its notes in the order in which they are called; those that nothing calls stand last. */
function arrangeAll(body: Flow[], notes: NoteFlows[], { document, tell, deleted }: Rest): Omit<WordDocument, 'findings'> {
  const called: NoteFlows[] = []
  const notePlace: NotePlace = ({ kind, id }) => {
    const note = notes.find(note => note.kind === kind && note.id === id)
    if (note && !called.includes(note)) called.push(note)
    return note ? called.indexOf(note) : null
  }
  const pictures = openPictures(document, tell)
  const blocks = arrange(body, { notePlace, picturePlace: ({ relation }) => pictures.placeOf(relation), tell })
  const uncalled = notes.filter(note => !called.includes(note) && !deleted.has(`${note.kind}Reference ${note.id}`))
  const all = [...called, ...uncalled].map(({ kind, flows }): DocumentNote => {
    const paragraphs = [...paragraphsIn(flows)].map(({ pieces }) => runningText(pieces, () => null, tell))
    return { kind, content: joinedText(paragraphs) }
  })
  return { blocks, notes: all.filter(({ content }, i) => i < called.length || content.length > 0), pictures: pictures.list }
}

/** Pictures as they are met, each once; unpacked one at a time, and let go. */
function openPictures(document: OpenDocument, tell: Tell): { list: DocumentPicture[]; placeOf: (path: string) => number | null } {
  const list: DocumentPicture[] = []
  const places = new Map<string, number | null>()
  return {
    list,
    placeOf(path) {
      if (!places.has(path)) places.set(path, lookAt(path))
      return places.get(path)!
    },
  }
  function lookAt(path: string): number | null {
    const bytes = bytesAt(document, path)
    const looked = bytes ? lookAtPicture(path, bytes) : 'missing-picture'
    if (typeof looked !== 'string') return list.push(looked) - 1
    tell(looked, path.slice(path.lastIndexOf('/') + 1))
    return null
  }
}
