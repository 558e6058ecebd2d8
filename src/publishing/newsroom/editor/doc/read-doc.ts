import type { Node } from 'prosemirror-model'
import { lookUp } from '../../../../basis/shared/look-up.ts'
import type { CitedBody, CitedInText } from '../../body/citation.ts'
import { type Block, type BlockKind, block_kinds, type Field, type Inline, looks } from '../../body/declaration.ts'
import { normalWords } from '../../body/normal-body.ts'

/** What stands in the editor, as a body. Blocks that are empty or not yet finished are left out. */
export function readDoc(doc: Node): CitedBody {
  const citations: CitedInText[] = []
  const body: Block[] = []
  doc.forEach(node => {
    if (isFinished(node)) body.push(blockIn(node, citations))
  })
  return { body, citations }
}

/** Whether a block comes to something: a picture without its words does not. */
export function isFinished(node: Node): boolean {
  const { holds, fields } = kindOf(node)
  if (holds === 'nothing') return Object.entries(fields).every(([name, { kind }]) => isSaid(kind, lookUp(node.attrs, name)))
  return holds === 'cells' || node.textContent !== '' || hasAtom(node)
}

function isSaid(kind: Field['kind'], value: unknown): boolean {
  if (kind === 'row') return Number(value) > 0
  return kind !== 'words' || normalWords(String(value)) !== ''
}

function hasAtom(node: Node): boolean {
  let found = false
  node.descendants(child => {
    if (child.isInline && child.isAtom && !child.isText) found = true
  })
  return found
}

function kindOf(node: Node): BlockKind {
  return lookUp<BlockKind>(block_kinds, node.type.name)!
}

function blockIn(node: Node, citations: CitedInText[]): Block {
  const { holds, fields } = kindOf(node)
  return { type: node.type.name, ...heldIn(node, holds, citations), ...fieldsIn(node, fields) } as Block
}

function fieldsIn(node: Node, fields: Readonly<Record<string, Field>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.keys(fields).flatMap(name => (lookUp(node.attrs, name) === null ? [] : [[name, lookUp(node.attrs, name)]])),
  )
}

function heldIn(node: Node, holds: BlockKind['holds'], citations: CitedInText[]): Record<string, unknown> {
  const contents = (parent: Node) => parent.children.map(child => contentIn(child, citations))
  switch (holds) {
    case 'words':
      return { text: node.textContent }
    case 'content':
      return { content: contentIn(node, citations) }
    case 'items':
      return { items: contents(node).filter(item => item.length > 0) }
    case 'cells': {
      const [head = [], ...rows] = node.children.map(contents)
      return { head, rows }
    }
    case 'nothing':
      return {}
  }
}

function contentIn(node: Node, citations: CitedInText[]): Inline[] {
  return node.children.map(child => (child.isText ? wordsIn(child) : atomIn(child, citations)))
}

function wordsIn(node: Node): Inline {
  const seen = node.marks.map(({ type, attrs }) => [type.name, lookUp<Field>(looks, type.name)!.kind === 'address' ? attrs.address : true])
  return { text: node.text!, ...Object.fromEntries(seen) }
}

function atomIn(node: Node, citations: CitedInText[]): Inline {
  if (node.type.name !== 'cite') return { [node.type.name]: String(node.attrs.name) } as Inline
  const mark = `t${citations.length + 1}`
  const { figure, parameters, printed } = node.attrs
  citations.push({ mark, figure, parameters, printed })
  return { cite: mark }
}
