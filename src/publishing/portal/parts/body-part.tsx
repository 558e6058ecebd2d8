import type { ComponentChildren } from 'preact'
import { type Language, safeUrl } from '../../../platform/web/index.ts'
import type { Block, Inline } from '../../newsroom/index.ts'
import { words } from '../words.ts'
import { ChartInText } from './chart-in-text.tsx'
import { FootnoteSign } from './footnotes.tsx'
import { PhotoInText, type PhotosOfText } from './photo.tsx'
import { Photo } from './picture.tsx'
import { Scroll } from './scroll.tsx'

type Props = {
  part: Block
  lang: Language
  /** Shows the number with a mark; asked once for each place where it stands, in the order of the text. */
  cite(mark: string): ComponentChildren
  /** How a number with a mark is printed: a chart is drawn by it. */
  printedOf(mark: string): string
  /** The photos that may be shown. */
  library: PhotosOfText
  /** The number of a footnote; asked once for each, in the order of the text. */
  note(): number
  /** What stands behind the last word of a paragraph. */
  end?: string
}

/** One block of a body, wherever it is shown: how its numbers look is for whoever shows it. */
export function BodyPart({ part, lang, cite, printedOf, library, note, end }: Props) {
  const inline = (content: Inline[]) =>
    content.map(piece => {
      if ('footnote' in piece) return <FootnoteSign n={note()} lang={lang} />
      return 'cite' in piece ? cite(piece.cite) : wordsOf(piece)
    })
  switch (part.type) {
    case 'heading':
      return part.level === 3 ? <h3>{part.text}</h3> : <h2>{part.text}</h2>
    case 'quotation':
      return (
        <blockquote>
          <p>{part.text}</p>
          {part.source && <footer>{part.source}</footer>}
        </blockquote>
      )
    case 'list': {
      const items = part.items.map((item, i) => <li key={i}>{inline(item)}</li>)
      return part.ordered ? <ol>{items}</ol> : <ul>{items}</ul>
    }
    case 'chart':
      return <ChartInText {...{ part, inline, printedOf }} />
    case 'document':
      return (
        <p class="document" lang="vi">
          {part.caption}
        </p>
      )
    case 'note':
      return <p class="note">{inline(part.content)}</p>
    case 'table':
      return <BodyTable {...{ part, lang, inline, printedOf }} />
    case 'picture':
      return <Photo picture={part} lang={lang} />
    case 'photo':
      return <PhotoInText place={part} lang={lang} {...library} />
    case 'paragraph':
      return (
        <p>
          {inline(part.content)}
          {end}
        </p>
      )
  }
}

function wordsOf({ text, strong, emphasis, href }: Extract<Inline, { text: string }>): ComponentChildren {
  const emphatic = emphasis ? <em>{text}</em> : text
  const marked = strong ? <strong>{emphatic}</strong> : emphatic
  const address = href === undefined ? null : safeUrl(href)
  return address === null ? marked : <a href={address}>{marked}</a>
}

type TableProps = { part: Extract<Block, { type: 'table' }>; lang: Language; inline(content: Inline[]): ComponentChildren } & Pick<
  Props,
  'printedOf'
>

function BodyTable({ part: { head, rows }, lang, inline, printedOf }: TableProps) {
  const labels = head.map(cell => cell.map(piece => ('text' in piece ? piece.text : 'cite' in piece ? printedOf(piece.cite) : '')).join(''))
  return (
    <Scroll label={words[lang].table_of_text}>
      <table class="blocks">
        <thead>
          <tr>
            {head.map((cell, i) => (
              <th key={i} scope="col">
                {inline(cell)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, i) => (
            <tr key={i}>
              {row.map((cell, j) => (
                <td key={j} data-label={j === 0 ? '' : labels[j]}>
                  {inline(cell)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scroll>
  )
}
