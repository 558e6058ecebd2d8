import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../shared/dates.ts'
import { sayName } from '../../../shared/names-in-english.ts'
import { type Complaint, type Desk, Field, HiddenFields, inDigits, type Reading } from '../../../web/index.ts'
import { roster_words } from '../../roster-words.ts'
import { countDiffering, needsTyping, type RosterCounts, type UnitCounts } from '../count-roster.ts'
import type { Candidate, Difference, Doubt, Leaver } from '../list-differences.ts'
import type { PostLeft } from '../posts-left.ts'
import type { Roster } from '../roster.ts'
import { Unseen } from './columns.tsx'
import { OnePress, RosterFrame } from './states.tsx'

/** The lists of a comparison, by their names in the address. */
export type Part = 'moi' | 'doi' | 'roi' | 'nghi' | 'cu' | 'chuc'

type PreviewProps = Desk & {
  roster: Roster
  counts: RosterCounts
  units: UnitCounts[]
  added: Difference[]
  changed: Difference[]
  leavers: Leaver[]
  posts: PostLeft[]
  doubts: Doubt[]
  alike: number
  resembling: Doubt[]
  part: Part | null
  is_own: boolean
  left_typed?: string
  told?: string
  complaints?: Complaint[]
}

/** How a roster differs from the register: the counts, what is doubtful, then who. One list at a time where they are long. */
export function PreviewPage(props: PreviewProps) {
  const {
    roster,
    counts,
    units,
    added,
    changed,
    leavers,
    posts,
    doubts,
    alike,
    resembling,
    part,
    is_own,
    left_typed,
    complaints = [],
    told,
    ...desk
  } = props
  const { reading } = desk
  const words = roster_words[reading.lang]
  const title = part
    ? words.parts[part]
    : counts.doubtful > 0
      ? words.doubtful_title(counts.doubtful)
      : words.compared_title(countDiffering(counts))
  const known_before = resembling.length > 0 && (
    <Resembling {...{ reading, roster, resembling, part, is_own, complaints }} of={counts.resembling} />
  )
  const posts_left = posts.length > 0 && <Posts {...{ reading, roster, posts, part, is_own }} of={posts.length} />
  return (
    <RosterFrame {...desk} {...{ roster, complaints, told, title }}>
      {part === null && <Counts {...{ reading, roster, counts }} />}
      {!is_own && known_before}
      {!is_own && posts_left}
      {part === null && <Next {...{ reading, roster, counts, units, posts, is_own, left_typed, complaints }} />}
      {doubts.length > 0 && (part === null || part === 'nghi') && is_own && <Doubts {...{ reading, roster, doubts, alike, complaints }} />}
      {is_own && known_before}
      {is_own && posts_left}
      {added.length > 0 && <Added {...{ reading, roster, added, part }} of={counts.new} />}
      {changed.length > 0 && <Changed {...{ reading, roster, changed, part }} of={counts.changed} />}
      {leavers.length > 0 && <Left {...{ reading, roster, leavers, part }} of={counts.left} />}
      {part === null && units.length > 0 && counts.known > 0 && <Units {...{ reading, units }} />}
    </RosterFrame>
  )
}

function Counts({ reading: { lang }, roster, counts }: { reading: Reading; roster: Roster; counts: RosterCounts }) {
  const words = roster_words[lang]
  const n = (name: keyof RosterCounts) => inDigits(lang, counts[name])
  const differing = (['new', 'back', 'changed', 'left', 'doubtful'] as const).filter(name => counts[name] > 0)
  return (
    <>
      <p class="hint">
        {words.listed(sayDay(roster.listed_on, lang))} · {words.sent_by(roster.uploader)}
        {(roster.detail.padded ?? 0) > 0 && ` ${words.padded_n(roster.detail.padded!)}`}
        {roster.seen.repaired > 0 && ` ${words.repaired_n(roster.seen.repaired)}`}
      </p>
      <Unseen {...{ lang, roster }} sheet={roster.detail.sheet ?? 0} />
      <p>{(['known', 'lines', 'same', 'a_year_before'] as const).map(name => `${words.counts[name]} ${n(name)}`).join(' · ')}</p>
      {differing.length > 0 && (
        <dl class="facts">
          {differing.map(name => (
            <>
              <dt>{words.counts[name]}</dt>
              <dd>{n(name)}</dd>
            </>
          ))}
        </dl>
      )}
    </>
  )
}

type NextProps = {
  reading: Reading
  roster: Roster
  counts: RosterCounts
  units: UnitCounts[]
  posts: PostLeft[]
  is_own: boolean
  left_typed?: string
  complaints: Complaint[]
}

/** The one thing to do: wait for a second person, or be that person. */
function Next({ reading, roster, counts, units, posts, is_own, left_typed, complaints }: NextProps) {
  const { lang, to } = reading
  const words = roster_words[lang]
  const { unit, roster_import_id } = roster
  const differing = countDiffering(counts)
  const ending = posts.filter(({ becomes }) => becomes === 'ends').length
  if (counts.doubtful > 0) return is_own ? null : <p>{words.doubts_first}</p>
  if (differing === 0) return <Drop {...{ reading, roster }} />
  if (is_own)
    return (
      <>
        <p>{words.waits_for_second}</p>
        <Drop {...{ reading, roster }} />
      </>
    )
  return (
    <form method="post" action={to.roster_confirm({ unit, roster_import_id })}>
      <HiddenFields
        fields={[
          ['key', randomUUID()],
          ['version', String(roster.version)],
          ['posts', String(ending)],
        ]}
      />
      {needsTyping(units) && (
        <Field
          {...{ lang, complaints }}
          name="left_typed"
          label={words.left_typed}
          hint={words.left_typed_hint}
          value={left_typed}
          inputMode="numeric"
          size={8}
        />
      )}
      <div class="actions">
        <button type="submit">{words.confirm_n({ ...counts, posts: ending })}</button>
        <button type="submit" class="quiet" formaction={to.roster_drop({ unit, roster_import_id })}>
          {words.drop}
        </button>
      </div>
    </form>
  )
}

function Drop({ reading: { lang, to }, roster: { unit, roster_import_id } }: { reading: Reading; roster: Roster }) {
  return (
    <form method="post" action={to.roster_drop({ unit, roster_import_id })} class="actions">
      <button type="submit" class="quiet">
        {roster_words[lang].drop}
      </button>
    </form>
  )
}

type DoubtsProps = { reading: Reading; roster: Roster; doubts: Doubt[]; alike: number; complaints: Complaint[] }

/** Each doubtful line with those it may be. Nobody is chosen beforehand. */
function Doubts({ reading: { lang, to }, roster: { unit, roster_import_id }, doubts, alike, complaints }: DoubtsProps) {
  const words = roster_words[lang]
  return (
    <section>
      <h2>{words.parts.nghi}</h2>
      <p>{words.doubt_lead}</p>
      {alike > 0 && (
        <OnePress action={to.roster_choose({ unit, roster_import_id })} label={words.alike_n(alike)} fields={[['alike', 'yes']]} is_quiet />
      )}
      <form method="post" action={to.roster_choose({ unit, roster_import_id })}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        {doubts.map(doubt => (
          <WhoIsIt
            key={doubt.row_number}
            {...{ lang, doubt, complaints }}
            chosen={doubt.is_chosen ? doubt.chosen : undefined}
            none={words.is_new}
          />
        ))}
        <div class="actions">
          <button type="submit">{words.save_choices}</button>
        </div>
      </form>
    </section>
  )
}

type WhoProps = { lang: Reading['lang']; doubt: Doubt; complaints: Complaint[]; chosen: number | null | undefined; none: string }

/** A line with those it may be, of whom one is chosen, or nobody (null), or nothing yet. */
function WhoIsIt({ lang, doubt: { row_number, full_name, birth, unit_name, candidates }, complaints, chosen, none }: WhoProps) {
  const words = roster_words[lang]
  const name = `row-${row_number}`
  const wrong = complaints.filter(({ field }) => field === name)
  return (
    <fieldset id={name} class={wrong.length > 0 ? 'deed is-wrong' : 'deed'}>
      <legend>{words.doubt_of(row_number, full_name)}</legend>
      <p class="hint">
        {born(birth, lang) ?? words.nothing} · {sayName(unit_name, lang)}
      </p>
      {wrong.map(({ say }) => (
        <p key={say} class="wrong">
          {say}
        </p>
      ))}
      {candidates.map(one => (
        <label key={one.person_id} class="mark">
          <input type="radio" name={name} value={String(one.person_id)} checked={chosen === one.person_id} />
          <span>
            <WhoItMayBe {...{ lang, one }} />
          </span>
        </label>
      ))}
      <label class="mark">
        <input type="radio" name={name} value="moi" checked={chosen === null} />
        <span>{none}</span>
      </label>
    </fieldset>
  )
}

function WhoItMayBe({ lang, one }: { lang: Reading['lang']; one: Candidate }) {
  const words = roster_words[lang]
  const { full_name, birth, unit_name, card_number, whence, until, score } = one
  const why = words.why[one.why] ?? one.why
  return (
    <>
      {full_name}, {born(birth, lang) ?? words.nothing}, {words.whence[whence](sayName(unit_name, lang), until ? sayDay(until, lang) : '')}
      {card_number && `, ${card_number}`} <span class="hint">({whence === 'here' ? why : words.score(score, why)})</span>
    </>
  )
}

type ResemblingProps = ListProps & { resembling: Doubt[]; is_own: boolean; complaints: Complaint[] }

/** Lines that may be somebody known from before: whom they are taken for, which whoever sent the roster may change, and whoever confirms it sees. */
function Resembling({ resembling, is_own, complaints, ...list }: ResemblingProps) {
  const { reading, roster, part, of } = list
  const { lang, to } = reading
  const words = roster_words[lang]
  const { unit, roster_import_id } = roster
  if (part !== null && part !== 'cu') return null
  const last = resembling.at(-1)!.row_number
  return (
    <section>
      <Heading {...list} name="cu" shown={resembling.length} />
      <p>{is_own ? words.resembling_lead : words.resembling_seen}</p>
      {is_own ? (
        <form method="post" action={to.roster_choose({ unit, roster_import_id })}>
          <HiddenFields fields={[['key', randomUUID()]]} />
          {resembling.map(doubt => (
            <WhoIsIt key={doubt.row_number} {...{ lang, doubt, complaints }} chosen={doubt.chosen} none={words.is_another} />
          ))}
          <div class="actions">
            <button type="submit">{words.save_choices}</button>
          </div>
        </form>
      ) : (
        <ResemblingTable {...{ lang, resembling }} />
      )}
      {part === 'cu' && resembling.length < of && (
        <p>
          <a href={to.roster_import({ unit, roster_import_id, part: 'cu', after: last })}>{words.go_on(last)}</a>
        </p>
      )}
    </section>
  )
}

function ResemblingTable({ lang, resembling }: { lang: Reading['lang']; resembling: Doubt[] }) {
  const words = roster_words[lang]
  return (
    <table>
      <thead>
        <tr>
          <th>{words.person}</th>
          <th>{words.taken_as}</th>
          <th>{words.resembles}</th>
        </tr>
      </thead>
      <tbody>
        {resembling.map(({ row_number, full_name, birth, unit_name, chosen, candidates }) => {
          const whence = candidates.find(({ person_id }) => person_id === chosen)?.whence
          return (
            <tr key={row_number}>
              <th scope="row">
                {full_name}
                <br />
                <span class="hint">
                  {born(birth, lang) ?? words.nothing} · {sayName(unit_name, lang)}
                </span>
              </th>
              <td class="nowrap">
                <strong>{whence === 'left' ? words.as_back : whence === 'elsewhere' ? words.as_moved : words.as_new}</strong>
              </td>
              <td>
                {candidates.map(one => (
                  <p key={one.person_id}>
                    <WhoItMayBe {...{ lang, one }} />
                  </p>
                ))}
              </td>
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}

type ListProps = { reading: Reading; roster: Roster; part: Part | null; of: number }

function Heading({ reading, roster, part, of, name, shown }: ListProps & { name: Part; shown: number }) {
  const words = roster_words[reading.lang]
  const { unit, roster_import_id } = roster
  return (
    <>
      {part === null && <h2>{words.parts[name]}</h2>}
      {shown < of && (
        <p class="hint">
          {words.shown_of(shown, of)}{' '}
          {part === null && <a href={reading.to.roster_import({ unit, roster_import_id, part: name })}>{words.see_all(of)}</a>}
        </p>
      )}
    </>
  )
}

function Added({ added, ...list }: ListProps & { added: Difference[] }) {
  const words = roster_words[list.reading.lang]
  if (list.part !== null && list.part !== 'moi') return null
  return (
    <section>
      <Heading {...list} name="moi" shown={added.length} />
      <table>
        <thead>
          <tr>
            <th>{words.person}</th>
            <th>{words.birth}</th>
            <th>{words.unit}</th>
          </tr>
        </thead>
        <tbody>
          {added.map(({ row_number, full_name, birth, unit_name }) => (
            <tr key={row_number}>
              <th scope="row">{full_name}</th>
              <td class="nowrap">{born(birth, list.reading.lang) ?? words.nothing}</td>
              <td>{sayName(unit_name, list.reading.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Changed({ changed, ...list }: ListProps & { changed: Difference[] }) {
  const words = roster_words[list.reading.lang]
  if (list.part !== null && list.part !== 'doi') return null
  return (
    <section>
      <Heading {...list} name="doi" shown={changed.length} />
      <table>
        <thead>
          <tr>
            <th>{words.person}</th>
            <th>{words.what_changes}</th>
          </tr>
        </thead>
        <tbody>
          {changed.map(line => (
            <tr key={line.row_number}>
              <th scope="row">{line.former?.full_name}</th>
              <td>
                {differencesOf(list.reading.lang, line).map(({ field, before, after }) => (
                  <p key={field}>
                    {field}: <del>{before}</del> {words.becomes} <strong>{after}</strong>
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** Each field that differs, before and after, as people read it. */
function differencesOf(lang: Reading['lang'], { fields, former, said, full_name, birth, unit_name }: Difference) {
  const words = roster_words[lang]
  const before: Record<string, string | null | undefined> = { ...former, birth: born(former?.birth ?? null, lang) }
  const after: Record<string, string | null | undefined> = { ...said, full_name, birth: born(birth, lang), unit: unit_name }
  const shown = (value: string | null | undefined) => (value ? (words.values[value] ?? value) : words.nothing)
  return fields.map(field => ({
    field: words.fields[field as keyof typeof words.fields],
    before: shown(before[field]),
    after: shown(after[field]),
  }))
}

function Left({ leavers, ...list }: ListProps & { leavers: Leaver[] }) {
  const words = roster_words[list.reading.lang]
  if (list.part !== null && list.part !== 'roi') return null
  return (
    <section>
      <Heading {...list} name="roi" shown={leavers.length} />
      <table>
        <thead>
          <tr>
            <th>{words.person}</th>
            <th>{words.birth}</th>
            <th>{words.unit}</th>
          </tr>
        </thead>
        <tbody>
          {leavers.map(({ person_id, full_name, birth, unit_name }) => (
            <tr key={person_id}>
              <th scope="row">{full_name}</th>
              <td class="nowrap">{born(birth, list.reading.lang) ?? words.nothing}</td>
              <td>{sayName(unit_name, list.reading.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** What the leavers hold, and what becomes of it if whoever looks confirms. */
function Posts({ posts, is_own, ...list }: ListProps & { posts: PostLeft[]; is_own: boolean }) {
  const { lang } = list.reading
  const words = roster_words[lang]
  if (list.part !== null && list.part !== 'chuc') return null
  const shown = posts.slice(0, list.part ? many_posts : few_posts)
  const becomes = {
    ends: () => words.ends_on(sayDay(list.roster.listed_on, lang)),
    remains: ({ unit_name }: PostLeft) => words.ended_by(sayName(unit_name, lang)),
    'too-new': ({ since }: PostLeft) => words.held_since(sayDay(since, lang)),
  }
  return (
    <section>
      <Heading {...list} name="chuc" shown={shown.length} />
      <p>{is_own ? words.posts_seen : words.posts_lead}</p>
      <table>
        <thead>
          <tr>
            <th>{words.person}</th>
            <th>{words.post}</th>
            <th>{words.becomes_of_it}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(post => (
            <tr key={post.tenure_id}>
              <th scope="row">{post.full_name}</th>
              <td>
                {sayName(post.title, lang)}
                <br />
                <span class="hint">{sayName(post.unit_name, lang)}</span>
              </td>
              <td>{post.becomes === 'ends' ? <strong>{becomes.ends()}</strong> : becomes[post.becomes](post)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

const [few_posts, many_posts] = [25, 200]

function Units({ reading: { lang }, units }: { reading: Reading; units: UnitCounts[] }) {
  const words = roster_words[lang]
  return (
    <section>
      <h2>{words.by_unit}</h2>
      <table>
        <thead>
          <tr>
            <th>{words.unit}</th>
            <th class="n">{words.counts.known}</th>
            <th class="n">{words.counts.lines}</th>
            <th class="n">{words.counts.new}</th>
            <th class="n">{words.counts.left}</th>
          </tr>
        </thead>
        <tbody>
          {units.slice(0, 200).map(({ unit_id, name, known, lines, new: added, left }) => (
            <tr key={unit_id}>
              <th scope="row">{sayName(name, lang)}</th>
              <td class="n">{known}</td>
              <td class="n">{lines}</td>
              <td class="n">{added}</td>
              <td class="n">{left}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** A day as papers write it; a year as it is. */
function born(birth: string | null, lang: Reading['lang']): string | null {
  return birth && birth.length === 10 ? sayDay(birth, lang) : birth
}
