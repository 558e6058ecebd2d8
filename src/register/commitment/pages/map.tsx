import { sayName } from '../../../basis/shared/names-in-english.ts'
import type { InCampaign, ViewContext } from '../../../platform/web/index.ts'
import { shortName } from '../../organisation/index.ts'
import type { Branch } from '../branches/list-branches.ts'
import { sayBranch } from '../branches/say-branch.ts'
import { commitment_words } from '../words.ts'
import { treemap } from './treemap.ts'

/** What a unit comes to in the picture; without a key it is several together. */
type Part = { key: string | null; name: string; was_under: string | null; due: number; submitted: number }
type Tile = { x: number; y: number; width: number; height: number }
type MapProps = { view: ViewContext; at: InCampaign; branches: Branch[] }

/**
 * Two frames, one for a broad page and one for a telephone, of which the style shows one: in units of the picture, with
 * how many units stand alone.
 */
const frames = [
  { look: 'is-broad', width: 1000, height: 460, alone: 40 },
  { look: 'is-narrow', width: 360, height: 540, alone: 15 },
]
const letter = 8.6
const digit = 8
const line = 21
const grades = [0, 1, 2, 3] as const

/**
 * The picture of the table: nothing is in it that is not there as well. Each tile leads to its unit, those that stand
 * together to the table; the smallest stand together, so that every tile has room for its name.
 */
export function CompletenessMap({ view, at, branches }: MapProps) {
  const words = commitment_words[view.lang]
  const owing = branches.filter(({ due }) => due > 0).sort((a, b) => b.due - a.due)
  if (owing.length === 0) return null
  return (
    <nav class="units" aria-label={words.map_name}>
      {frames.map(({ look, width, height, alone }) => {
        const weighed = foldedAfter(alone, owing, words.others_here).map(of => ({ of, weight: of.due }))
        return (
          <svg key={look} class={`treemap ${look}`} viewBox={`0 0 ${width} ${height}`}>
            <title>{words.map_name}</title>
            {treemap(weighed, { x: 0, y: 0, width, height }).map(({ of, ...tile }) => (
              <TileOf key={of.key} {...{ view, at, of, tile }} />
            ))}
          </svg>
        )
      })}
      <ul class="legend">
        {grades.map(grade => (
          <li key={grade}>
            <svg viewBox="0 0 18 18" aria-hidden="true">
              <rect class={`lack-${grade}`} width="18" height="18" />
            </svg>
            {words.lack_grades[grade]}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** A unit: its name as far as there is room, and how many are missing of how many. */
function TileOf({ view: { lang, to }, at, of, tile }: { view: ViewContext; at: InCampaign; of: Part; tile: Tile }) {
  const count = `${of.due - of.submitted}/${of.due}`
  const name = shortName(of.name)
  const told = [sayBranch({ ...of, name }, lang), sayName(name, lang)]
  const letters = Math.floor((tile.width - 14) / letter)
  const rows = Math.floor((tile.height - 8) / line)
  const fitting = told.map(name => linesIn(name, letters, rows - 1)).find(({ length }) => length > 0)
  const lines = fitting ?? (letters >= 3 ? [told[1]!.slice(0, 3)] : [])
  return (
    <a href={to.completeness({ ...at, unit: of.key ?? at.unit })}>
      <title>{`${sayBranch(of, lang)}: ${commitment_words[lang].missing_n.toLowerCase()} ${count}`}</title>
      <rect class={`lack-${gradeOf(of)}`} {...tile} />
      {[...lines, ...(count.length * digit <= tile.width - 12 && lines.length < rows ? [count] : [])].map((said, i) => (
        <text key={said} class={said === count ? 'count' : undefined} x={tile.x + 8} y={tile.y + 22 + i * line}>
          {said}
        </text>
      ))}
    </a>
  )
}

/** The largest by themselves, all others as one. */
function foldedAfter(alone: number, owing: readonly Branch[], nameOf: (n: number) => string): Part[] {
  const rest = owing.slice(alone)
  if (rest.length < 2) return [...owing]
  const sum = (of: (part: Branch) => number) => rest.reduce((total, part) => total + of(part), 0)
  const together = {
    key: null,
    name: nameOf(rest.length),
    was_under: null,
    due: sum(part => part.due),
    submitted: sum(part => part.submitted),
  }
  return [...owing.slice(0, alone), together]
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
