import { alternativeOf, childOf, type Element, elementsOf } from '../parts/tree.ts'
import type { Piece } from './flow.ts'
import type { Story } from './story.ts'

/** What a drawing holds that a draft can: pictures, boxes of text, words drawn as a shape. What it cannot is told. */
export function readGraphic(element: Element, story: Story, alt = ''): Piece[] {
  const { name, attributes } = element
  switch (name) {
    case 'AlternateContent': {
      const way = alternativeOf(element)
      return way ? readGraphic(way, story, alt) : []
    }
    case 'txbxContent':
      story.tell('text-box')
      return [{ box: element }]
    case 'txBody':
      return [{ box: element }]
    case 'blip':
      return pictureBy(attributes.embed, attributes.link, { alt, is_cropped: false }, story)
    case 'imagedata':
      return pictureBy(
        attributes.id ?? attributes.relid,
        attributes.href,
        { alt: alt || titleOf(attributes.title), is_cropped: isCropped(attributes) },
        story,
      )
    case 'textpath':
      story.tell('word-art', attributes.string)
      return attributes.string ? [{ text: attributes.string }, { ends_line: true }] : []
    case 'OLEObject':
    case 'control':
      story.tell('embedded-object', attributes.ProgID ?? attributes.name)
      return []
    case 'chart':
      story.tell('chart')
      return []
    case 'contentPart':
      story.tell('ink')
      return []
    case 'relIds':
      return diagramBy(attributes.dm, story)
    default:
      return readInside(element, story, altOf(element) || alt)
  }
}

function readInside(element: Element, story: Story, alt: string): Piece[] {
  const pieces = elementsOf(element).flatMap(inner => readGraphic(inner, story, alt))
  const is_cropped = element.name === 'blipFill' && isCropped(childOf(element, 'srcRect')?.attributes ?? {})
  return is_cropped ? pieces.map(piece => ('picture' in piece ? { picture: { ...piece.picture, is_cropped } } : piece)) : pieces
}

function pictureBy(
  embedded: string | undefined,
  linked: string | undefined,
  use: { alt: string; is_cropped: boolean },
  story: Story,
): Piece[] {
  const relation = embedded === undefined || embedded === '' ? undefined : story.relations.get(embedded)
  if (relation && !relation.is_outside) return [{ picture: { relation: relation.path, ...use } }]
  if (relation || linked) story.tell('linked-picture', relation?.path ?? story.relations.get(linked!)?.path ?? linked)
  else if (embedded) story.tell('missing-picture', embedded)
  return []
}

/** What the author said that a picture shows. What programs write there by themselves is no description. */
function altOf(element: Element): string {
  const described = childOf(element, 'docPr') ?? childOf(childOf(element, 'nvPicPr'), 'cNvPr')
  const said =
    described?.attributes.descr ||
    described?.attributes.title ||
    (/^(shape|rect|roundrect|oval)$/.test(element.name) ? element.attributes.alt : '')
  return titleOf(said)
}

function titleOf(said = ''): string {
  const text = said.replace(/\s+/g, ' ').trim()
  const is_of_program =
    /^[\w .()+-]*\.(jpe?g|png|gif|bmp|tiff?|webp|emf|wmf)$|^[a-z]:\\|^https?:|automatically generated|được tạo tự động|^(picture|image|hình ảnh|ảnh) ?\d*$/i
  return is_of_program.test(text) ? '' : text.slice(0, 500)
}

const sides = new Set(['l', 't', 'r', 'b', 'cropleft', 'croptop', 'cropright', 'cropbottom'])

/** By DrawingML in thousandths of a per cent (l, t, r, b), by VML in shares (cropleft …). */
function isCropped(attributes: Readonly<Record<string, string>>): boolean {
  return Object.entries(attributes).some(([name, cut]) => sides.has(name) && Number.parseFloat(cut) > 0)
}

/** The words of a diagram stand in a part of their own. */
function diagramBy(id: string | undefined, story: Story): Piece[] {
  const relation = id === undefined ? undefined : story.relations.get(id)
  const data = relation && !relation.is_outside ? story.treeAt(relation.path) : null
  story.tell('diagram')
  if (!data) return []
  return [{ box: data }]
}
