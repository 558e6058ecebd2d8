import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, Table } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { likeness_words } from '../../people/index.ts'
import type { Candidate, Doubt } from '../reads/list-differences.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'
import { born, Heading, type ListProps } from './lists.tsx'
import { OnePress } from './states.tsx'

type DoubtsProps = { view: ViewContext; roster: Roster; doubts: Doubt[]; alike: number; field_errors: FieldError[] }

/** Each doubtful line with those it may be. Nobody is chosen beforehand. */
export function Doubts({ view: { lang, to }, roster: { unit, roster_import_id }, doubts, alike, field_errors }: DoubtsProps) {
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
            {...{ lang, doubt, field_errors }}
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

type WhoProps = { lang: ViewContext['lang']; doubt: Doubt; field_errors: FieldError[]; chosen: number | null | undefined; none: string }

/** A line with those it may be, of whom one is chosen, or nobody (null), or nothing yet. */
function WhoIsIt({ lang, doubt: { row_number, full_name, birth, unit_name, candidates }, field_errors, chosen, none }: WhoProps) {
  const words = roster_words[lang]
  const name = `row-${row_number}`
  const wrong = field_errors.filter(({ field }) => field === name)
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

function WhoItMayBe({ lang, one }: { lang: ViewContext['lang']; one: Candidate }) {
  const words = roster_words[lang]
  const { full_name, birth, unit_name, card_number, whence, until, score } = one
  const { why, score: scored } = likeness_words[lang]
  return (
    <>
      {full_name}, {born(birth, lang) ?? words.nothing}, {words.whence[whence](sayName(unit_name, lang), until ? sayDay(until, lang) : '')}
      {card_number && `, ${card_number}`}{' '}
      <span class="hint">({whence === 'here' ? (words.several[one.why] ?? why[one.why]) : scored(score, why[one.why])})</span>
    </>
  )
}

type ResemblingProps = ListProps & { resembling: Doubt[]; is_own: boolean; field_errors: FieldError[] }

/**
 * Lines that may be somebody known from before: whom they are taken for, which whoever sent the roster may change, and
 * whoever confirms it sees.
 */
export function Resembling({ resembling, is_own, field_errors, ...list }: ResemblingProps) {
  const { view, roster, part, of } = list
  const { lang, to } = view
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
            <WhoIsIt key={doubt.row_number} {...{ lang, doubt, field_errors }} chosen={doubt.chosen} none={words.is_another} />
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

function ResemblingTable({ lang, resembling }: { lang: ViewContext['lang']; resembling: Doubt[] }) {
  const words = roster_words[lang]
  return (
    <Table
      lang={lang}
      name="nghi"
      rows={resembling}
      keyOf={({ row_number }) => row_number}
      columns={[
        {
          head: words.person,
          cell: ({ full_name, birth, unit_name }) => (
            <>
              {full_name}
              <br />
              <span class="hint">
                {born(birth, lang) ?? words.nothing} · {sayName(unit_name, lang)}
              </span>
            </>
          ),
        },
        {
          head: words.taken_as,
          class: 'nowrap',
          cell: ({ chosen, candidates }) => {
            const whence = candidates.find(({ person_id }) => person_id === chosen)?.whence
            return <strong>{whence === 'left' ? words.as_back : whence === 'elsewhere' ? words.as_moved : words.as_new}</strong>
          },
        },
        {
          head: words.resembles,
          cell: ({ candidates }) =>
            candidates.map(one => (
              <p key={one.person_id}>
                <WhoItMayBe {...{ lang, one }} />
              </p>
            )),
        },
      ]}
    />
  )
}
