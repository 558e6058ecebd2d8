import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
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
  const words = roster_words[list.view.lang]
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
              <td class="nowrap">{born(birth, list.view.lang) ?? words.nothing}</td>
              <td>{sayName(unit_name, list.view.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

export function Changed({ changed, ...list }: ListProps & { changed: Difference[] }) {
  const words = roster_words[list.view.lang]
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
                {differencesOf(list.view.lang, line).map(({ field, before, after }) => (
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
  const words = roster_words[list.view.lang]
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
              <td class="nowrap">{born(birth, list.view.lang) ?? words.nothing}</td>
              <td>{sayName(unit_name, list.view.lang)}</td>
            </tr>
          ))}
        </tbody>
      </table>
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

/** A day as papers write it; a year as it is. */
export function born(birth: string | null, lang: ViewContext['lang']): string | null {
  return birth && birth.length === 10 ? sayDay(birth, lang) : birth
}
