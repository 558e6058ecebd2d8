import type { Relation } from '../../../../platform/office-file/index.ts'
import type { Tell } from '../findings.ts'
import type { Numbering } from '../parts/numbering.ts'
import type { Styles } from '../parts/styles.ts'
import type { Element } from '../parts/tree.ts'
import { type Fields, openFields } from './fields.ts'

/** What all stories of a document share. */
export type Shared = {
  styles: Styles
  numbering: Numbering
  tell: Tell
  deleted_notes: Set<string>
  treeAt: (path: string) => Element | null
}

/** A part that holds text (the document itself, its notes, its headers), with what must be known to read it. */
export type Story = Shared & { relations: Map<string, Relation>; fields: Fields }

export function openStory(root: Element, relations: readonly Relation[], shared: Shared): Story {
  return { ...shared, relations: new Map(relations.map(relation => [relation.id, relation])), fields: openFields(root) }
}
