import { randomUUID } from 'node:crypto'
import { shortName } from '../../organisation/index.ts'
import { sayDay, sayInstant } from '../../shared/dates.ts'
import { sayName } from '../../shared/names-in-english.ts'
import { type Complaint, HiddenFields, inDigits, type Reading } from '../../web/index.ts'
import type { CommitmentTallyRow } from '../list-commitment-tallies.ts'
import type { HeadRow } from '../list-heads-waiting.ts'
import type { MissingPerson } from '../list-missing.ts'
import { remind_words } from '../remind-words.ts'
import { treemap } from '../treemap.ts'
import { commitment_words } from '../words.ts'
import { Missing } from './cell.tsx'
import { type Desk, Frame } from './frame.tsx'

type CompletenessProps = Desk & {
  unit: string
  name: string
  above: { key: string; name: string } | null
  campaign: { year: number; due_on: string }
  branches: CommitmentTallyRow[]
  /** By name, where they are few enough to be read by name. */
  people: { missing: MissingPerson[]; excepted: number; endorsed: number[] } | null
  /** Secretaries whose own waits for who asks. */
  heads: HeadRow[]
  may_approve: boolean
  may_remind: boolean
  now: Date
  told?: string
  complaints?: Complaint[]
}

/** How many are missing; where; and, near enough, who. */
export function CompletenessPage({
  unit,
  name,
  above,
  campaign,
  branches,
  people,
  heads,
  may_approve,
  may_remind,
  now,
  told,
  complaints,
  ...desk
}: CompletenessProps) {
  const { reading } = desk
  const { lang, to } = reading
  const words = commitment_words[lang]
  const missing = branches.reduce((sum, { due, submitted }) => sum + due - submitted, 0)
  const lacking = branches.filter(({ due, submitted }) => due > submitted).sort((a, b) => lackOf(b) - lackOf(a))
  return (
    <Frame
      {...desk}
      title={words.completeness(campaign.year, missing)}
      crumb={name}
      here={t => t.completeness({ unit })}
      {...{ told, complaints }}
    >
      <p class="hint">
        {words.until(sayDay(campaign.due_on, lang), sayInstant(now, lang))}
        {above && (
          <>
            {' · '}
            <a href={to.completeness({ unit: above.key })}>
              {words.up}: {sayName(above.name, lang)}
            </a>
          </>
        )}
      </p>
      {may_remind && missing > 0 && (
        <p class="actions">
          <a class={may_approve && people?.endorsed.length ? 'button quiet' : 'button'} href={to.reminders({ unit })}>
            {remind_words[lang].remind}
          </a>
        </p>
      )}
      {people && may_approve && people.endorsed.length > 0 && <Approve {...{ reading, unit, ids: people.endorsed }} />}
      {heads.length > 0 && <Heads {...{ reading, heads }} />}
      {lacking.length > 0 && branches.length > 1 && (
        <section>
          <h2>{words.not_complete(lacking.length)}</h2>
          <Branches {...{ reading, unit, branches: lacking.slice(0, shown_at_once) }} />
          {lacking.length > shown_at_once && (
            <details>
              <summary>{words.others(lacking.length - shown_at_once)}</summary>
              <Branches {...{ reading, unit, branches: lacking.slice(shown_at_once) }} />
            </details>
          )}
        </section>
      )}
      {people && people.missing.length > 0 && (
        <section>
          <h2>{words.who_is_missing}</h2>
          {people.missing.length > most_names_open ? (
            <details>
              <summary>{words.names_n(people.missing.length)}</summary>
              <Missing {...{ reading, unit, rows: people.missing, may_enter: false }} />
            </details>
          ) : (
            <Missing {...{ reading, unit, rows: people.missing, may_enter: false }} />
          )}
        </section>
      )}
      {people && people.excepted > 0 && (
        <p class="hint">
          {words.excepted_n}: {people.excepted}
        </p>
      )}
      {branches.length > 1 && (
        <section>
          <h2>{words.map}</h2>
          <Picture {...{ reading, branches }} />
          <p class="hint">{words.map_label}</p>
        </section>
      )}
      {branches.length > 1 && (
        <details>
          <summary>{words.is_complete(branches.length - lacking.length)}</summary>
          <Branches {...{ reading, unit, branches: branches.filter(({ due, submitted }) => due <= submitted) }} />
        </details>
      )}
    </Frame>
  )
}

/** The worst of them; the others are a press away. */
const shown_at_once = 25
/** More names than these are a press away. */
const most_names_open = 40
const heads_at_once = 5

function lackOf({ due, submitted }: CommitmentTallyRow): number {
  return due - submitted
}

/** Nobody endorses their own: that of whoever heads a cell is read here, at the level above. */
function Heads({ reading: { lang, to }, heads }: { reading: Reading; heads: HeadRow[] }) {
  const words = commitment_words[lang]
  return (
    <section>
      <h2>{words.heads_wait}</h2>
      <ul class="people">
        {heads.slice(0, heads_at_once).map(({ obligation_id, unit, unit_name, full_name, happened_on }) => (
          <li key={obligation_id}>
            <a href={to.cell_reading({ unit, at: obligation_id })}>{full_name}</a>
            <br />
            <span class="hint">
              {sayName(unit_name, lang)} · {words.handed_in} {sayDay(happened_on, lang)}
            </span>
          </li>
        ))}
      </ul>
      {heads.length > heads_at_once && <p class="hint">{words.more_heads(heads.length - heads_at_once)}</p>}
    </section>
  )
}

function Approve({ reading: { lang, to }, unit, ids }: { reading: Reading; unit: string; ids: number[] }) {
  const words = commitment_words[lang]
  return (
    <form method="post" action={to.completeness_approve({ unit })} class="actions">
      <HiddenFields
        fields={[
          ['key', randomUUID()],
          ['ids', ids.join(' ')],
        ]}
      />
      <button type="submit">{words.approve_n(ids.length)}</button>
      <a href={to.cell({ unit })}>{words.approve_lead}</a>
    </form>
  )
}

type BranchesProps = { reading: Reading; unit: string; branches: CommitmentTallyRow[] }

function Branches({ reading: { lang, to }, unit, branches }: BranchesProps) {
  const words = commitment_words[lang]
  return (
    <table>
      <thead>
        <tr>
          <th>{words.branch}</th>
          <th class="n">{words.missing_n}</th>
          <th class="n">{words.due_n}</th>
          <th class="n">{words.late_n}</th>
          <th class="n">{words.approved_col}</th>
        </tr>
      </thead>
      <tbody>
        {branches.map(({ key, name, due, submitted, on_time, approved }) => (
          <tr key={key}>
            <th scope="row">
              {key === unit ? (
                `${sayName(name, lang)} (${words.unit_here})`
              ) : (
                <a href={to.completeness({ unit: key })}>{sayName(name, lang)}</a>
              )}
            </th>
            <td class="n">
              <strong>{inDigits(lang, due - submitted)}</strong>
            </td>
            <td class="n">{inDigits(lang, due)}</td>
            <td class="n">{inDigits(lang, submitted - on_time)}</td>
            <td class="n">{inDigits(lang, approved)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** What a unit comes to in the picture. */
type Part = { name: string; due: number; submitted: number }
/** Two frames, one for a broad page and one for a telephone, of which the style shows one: in units of the picture, with how many units stand alone. */
const frames = [
  { look: 'is-broad', width: 1000, height: 460, letter: 8.6, line: 21, alone: 40 },
  { look: 'is-narrow', width: 360, height: 540, letter: 8.6, line: 21, alone: 15 },
]

/** The picture of the table: nothing is in it that is not there as well. The smallest stand together, so that every tile has room for its name. */
function Picture({ reading: { lang }, branches }: { reading: Reading; branches: CommitmentTallyRow[] }) {
  const words = commitment_words[lang]
  const owing = branches.filter(({ due }) => due > 0).sort((a, b) => b.due - a.due)
  if (owing.length === 0) return null
  return frames.map(({ look, width, height, letter, line, alone }) => {
    const weighed = foldedAfter(alone, owing, words.others_here).map(of => ({ of, weight: of.due }))
    return (
      <svg key={look} class={`treemap ${look}`} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words.map_label}>
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
