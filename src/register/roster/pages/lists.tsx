import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Table } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { PostLeft } from '../posts-left.ts'
import type { Difference, Leaver } from '../reads/list-differences.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'

/** The lists of a comparison, by their names in the address. */
export type Part = 'moi' | 'doi' | 'roi' | 'nghi' | 'cu' | 'chuc'

export type ListProps = { view: ViewContext; roster: Roster; part: Part | null; of: number }

export function Heading({ view, roster, part, of, name, shown }: ListProps & { name: Part; shown: number }) {
  const words = roster_words[view.lang]
  const { unit, roster_import_id } = roster
  return (
    <>
      {part === null && <h2>{words.parts[name]}</h2>}
      {shown < of && (
        <p class="hint">
          {words.shown_of(shown, of)}{' '}
          {part === null && <a href={view.to.roster_import({ unit, roster_import_id, part: name })}>{words.see_all(of)}</a>}
        </p>
      )}
    </>
  )
}

export function Added({ added, ...list }: ListProps & { added: Difference[] }) {
  if (list.part !== null && list.part !== 'moi') return null
  return (
    <section>
      <Heading {...list} name="moi" shown={added.length} />
      <PeopleTable {...{ lang: list.view.lang }} name="them" people={added} keyOf={({ row_number }) => row_number} />
    </section>
  )
}

export function Changed({ changed, ...list }: ListProps & { changed: Difference[] }) {
  const words = roster_words[list.view.lang]
  if (list.part !== null && list.part !== 'doi') return null
  return (
    <section>
      <Heading {...list} name="doi" shown={changed.length} />
      <Table
        lang={list.view.lang}
        name="sua"
        rows={changed}
        keyOf={({ row_number }) => row_number}
        columns={[
          { head: words.person, cell: ({ former }) => former?.full_name },
          {
            head: words.what_changes,
            cell: line =>
              differencesOf(list.view.lang, line).map(({ field, before, after }) => (
                <p key={field}>
                  {field}: <del>{before}</del> {words.becomes} <strong>{after}</strong>
                </p>
              )),
          },
        ]}
      />
    </section>
  )
}

/** Each field that differs, before and after, as people read it. */
function differencesOf(lang: ViewContext['lang'], { fields, former, said, full_name, birth, unit_name }: Difference) {
  const words = roster_words[lang]
  const before: Record<string, string | null | undefined> = { ...former, birth: born(former?.birth ?? null, lang) }
  const after: Record<string, string | null | undefined> = { ...said, full_name, birth: born(birth, lang), unit: unit_name }
  const shown = (value: string | null | undefined) => (value ? (lookUp(words.values, value) ?? value) : words.nothing)
  return fields.map(field => ({
    field: lookUp(words.fields, field)!,
    before: shown(lookUp(before, field)),
    after: shown(lookUp(after, field)),
  }))
}

export function Left({ leavers, ...list }: ListProps & { leavers: Leaver[] }) {
  if (list.part !== null && list.part !== 'roi') return null
  return (
    <section>
      <Heading {...list} name="roi" shown={leavers.length} />
      <PeopleTable {...{ lang: list.view.lang }} name="roi" people={leavers} keyOf={({ person_id }) => person_id} />
    </section>
  )
}

/** What the leavers hold, and what becomes of it if whoever looks confirms. */
export function Posts({ posts, is_own, ...list }: ListProps & { posts: PostLeft[]; is_own: boolean }) {
  const { lang } = list.view
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
      <Table
        lang={lang}
        name="chuc-vu"
        rows={shown}
        keyOf={({ tenure_id }) => tenure_id}
        columns={[
          { head: words.person, cell: ({ full_name }) => full_name },
          {
            head: words.post,
            cell: ({ title, unit_name }) => (
              <>
                {sayName(title, lang)}
                <br />
                <span class="hint">{sayName(unit_name, lang)}</span>
              </>
            ),
          },
          {
            head: words.becomes_of_it,
            cell: post => (post.becomes === 'ends' ? <strong>{becomes.ends()}</strong> : becomes[post.becomes](post)),
          },
        ]}
      />
    </section>
  )
}

const [few_posts, many_posts] = [25, 200]

/** A day as papers write it; a year as it is. */
export function born(birth: string | null, lang: ViewContext['lang']): string | null {
  return birth && birth.length === 10 ? sayDay(birth, lang) : birth
}

type Named = { full_name: string; birth: string | null; unit_name: string }
type PeopleProps<Person> = { lang: ViewContext['lang']; name: string; people: readonly Person[]; keyOf: (person: Person) => number }

/** People of a roster: name, birth and cell. */
function PeopleTable<Person extends Named>({ lang, name, people, keyOf }: PeopleProps<Person>) {
  const words = roster_words[lang]
  return (
    <Table
      {...{ lang, name, keyOf }}
      rows={people}
      columns={[
        { head: words.person, cell: ({ full_name }) => full_name },
        { head: words.birth, class: 'nowrap', cell: ({ birth }) => born(birth, lang) ?? words.nothing },
        { head: words.unit, cell: ({ unit_name }) => sayName(unit_name, lang) },
      ]}
    />
  )
}
