import { sayName } from '../../../basis/shared/names-in-english.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { shortName } from '../../organisation/index.ts'
import type { CommitmentTallyRow } from '../../tally/index.ts'
import { commitment_words } from '../words.ts'
import { treemap } from './treemap.ts'

/** What a unit comes to in the picture. */
type Part = { name: string; due: number; submitted: number }
/**
 * Two frames, one for a broad page and one for a telephone, of which the style shows one: in units of the picture, with
 * how many units stand alone.
 */
const frames = [
  { look: 'is-broad', width: 1000, height: 460, letter: 8.6, line: 21, alone: 40 },
  { look: 'is-narrow', width: 360, height: 540, letter: 8.6, line: 21, alone: 15 },
]

/**
 * The picture of the table: nothing is in it that is not there as well. The smallest stand together, so that every tile
 * has room for its name.
 */
export function CompletenessMap({ view: { lang }, branches }: { view: ViewContext; branches: CommitmentTallyRow[] }) {
  const words = commitment_words[lang]
  const owing = branches.filter(({ due }) => due > 0).sort((a, b) => b.due - a.due)
  if (owing.length === 0) return null
  return frames.map(({ look, width, height, letter, line, alone }) => {
    const weighed = foldedAfter(alone, owing, words.others_here).map(of => ({ of, weight: of.due }))
    return (
      <svg key={look} class={`treemap ${look}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.map_here}>
        {treemap(weighed, { x: 0, y: 0, width, height }).map(({ of, ...tile }) => (
          <g key={of.name}>
            <title>{`${sayName(of.name, lang)}: ${words.missing_n.toLowerCase()} ${of.due - of.submitted}/${of.due}`}</title>
            <rect class={`lack-${gradeOf(of)}`} {...tile} />
            {linesIn(sayName(shortName(of.name), lang), Math.floor((tile.width - 14) / letter), Math.floor((tile.height - 8) / line)).map(
              (words, i) => (
                <text key={words} x={tile.x + 8} y={tile.y + 22 + i * line}>
                  {words}
                </text>
              ),
            )}
          </g>
        ))}
      </svg>
    )
  })
}

/** The largest by themselves, all others as one. */
function foldedAfter(alone: number, owing: readonly Part[], nameOf: (n: number) => string): Part[] {
  const rest = owing.slice(alone)
  if (rest.length < 2) return [...owing]
  const sum = (of: (part: Part) => number) => rest.reduce((total, part) => total + of(part), 0)
  return [...owing.slice(0, alone), { name: nameOf(rest.length), due: sum(part => part.due), submitted: sum(part => part.submitted) }]
}

/** 0: complete; then a tenth, a half, and more. */
function gradeOf({ due, submitted }: Part): number {
  const share = (due - submitted) / due
  return share <= 0 ? 0 : share <= 0.1 ? 1 : share <= 0.5 ? 2 : 3
}

/** A name in as many lines as there is room for, none of them cut within a word; none at all where it does not fit. */
function linesIn(name: string, most_letters: number, most_lines: number): string[] {
  const lines: string[] = []
  for (const word of name.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word
    if (lines.length > 0 && longer.length <= most_letters) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines.length <= most_lines && lines.every(line => line.length <= most_letters) ? lines : []
}
