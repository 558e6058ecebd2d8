import { sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { Language, ViewContext } from '../../../platform/web/index.ts'
import type { PersonFile } from '../reads/find-person.ts'
import { people_words } from '../words.ts'

export type FileProps = StaffPageProps & {
  unit: string
  subject: PersonFile
  may_keep: boolean
  may_appoint: boolean
  ends: number[]
  told?: string
}

/** Who it is and where, what can be done, then how it came about. */
export function FilePage({ unit, subject, may_keep, may_appoint, ends, told, ...staff_page }: FileProps) {
  const { view } = staff_page
  const words = people_words[view.lang]
  const { person_id, full_name, unit_name, kind, since } = subject
  return (
    <Frame {...staff_page} title={full_name} crumb={unit_name ?? words.file} here={t => t.person({ unit, person_id })} told={told}>
      <p>
        {unit_name
          ? `${words.in_cell} ${sayName(unit_name, view.lang)} ${words.since} ${sayDay(since!, view.lang)} · ${words.kinds[kind!]}`
          : words.in_no_cell}
      </p>
      <Facts {...{ lang: view.lang, subject }} />
      <Acts {...{ view, unit, subject, may_keep, may_appoint }} />
      <section>
        <h2>{words.posts}</h2>
        <Tenures {...{ view, unit, subject, may_keep, ends }} />
      </section>
      <section>
        <h2>{words.history}</h2>
        <ul class="ways">
          {subject.memberships.map(stay => (
            <li key={`${stay.since} ${stay.unit_name}`}>
              <strong>{sayName(stay.unit_name, view.lang)}</strong> · {words.kinds[stay.kind]}
              <br />
              <span class="hint">
                {span(view.lang, stay)}
                {stay.reason && ` · ${words.reasons[stay.reason]}`}
              </span>
            </li>
          ))}
        </ul>
      </section>
      <p class="hint">{words.logged}</p>
      <p>
        <a href={view.to.people({ unit })}>{words.back}</a>
      </p>
    </Frame>
  )
}

/** «từ 01/02/2020», «từ 01/02/2020 đến 31/12/2021»: the last day is the one before it was no more. */
function span(lang: Language, { since, until }: { since: string; until: string | null }): string {
  const words = people_words[lang]
  return [`${words.since} ${sayDay(since, lang)}`, until && `${words.until} ${sayDay(until, lang)}`].filter(Boolean).join(' ')
}

function Facts({ lang, subject }: { lang: Language; subject: PersonFile }) {
  const words = people_words[lang]
  const { birth_date, gender, ethnicity } = subject
  return (
    <dl class="facts">
      <dt>{words.birth_date}</dt>
      <dd>{birth_date ? sayDay(birth_date, lang) : words.not_known}</dd>
      <dt>{words.gender}</dt>
      <dd>{gender ? lookUp<string>(words.genders, gender) : words.not_known}</dd>
      <dt>{words.ethnicity}</dt>
      <dd>{ethnicity || words.not_known}</dd>
    </dl>
  )
}

type PartProps = { view: ViewContext; unit: string; subject: PersonFile; may_appoint: boolean }

function Acts({ view: { lang, to }, unit, subject, may_keep, may_appoint }: PartProps & { may_keep: boolean }) {
  const words = people_words[lang]
  const { person_id } = subject
  if (!subject.unit || (!may_keep && !may_appoint)) return null
  return (
    <section>
      <h2>{words.act}</h2>
      <ul class="people">
        {may_keep && (
          <li>
            <a href={to.person_correct({ unit, person_id })}>{words.correct}</a>
          </li>
        )}
        {may_keep && (
          <li>
            <a href={to.person_transfer({ unit, person_id })}>{words.transfer}</a>
          </li>
        )}
        {may_keep && (
          <li>
            <a href={to.person_release({ unit, person_id })}>{words.release}</a>
          </li>
        )}
        {may_appoint && (
          <li>
            <a href={to.person_appoint({ unit, person_id })}>{words.appoint}</a>
          </li>
        )}
      </ul>
    </section>
  )
}

type TenuresProps = Omit<PartProps, 'may_appoint'> & { may_keep: boolean; ends: number[] }

function Tenures({ view: { lang, to }, unit, subject, may_keep, ends }: TenuresProps) {
  const words = people_words[lang]
  const { person_id, tenures } = subject
  if (tenures.length === 0) return <p>{words.no_posts}</p>
  return (
    <ul class="ways">
      {tenures.map(tenure => (
        <li key={tenure.tenure_id}>
          <strong>{sayName(tenure.title, lang)}</strong> · {sayName(tenure.unit_name, lang)}
          <br />
          <span class="hint">
            {span(lang, tenure)}
            {tenure.instrument && ` · ${words.by_instrument} ${tenure.instrument}`}
          </span>
          {may_keep && tenure.until === null && !ends.includes(tenure.tenure_id) && (
            <span class="hint"> · {words.ended_by(sayName(tenure.unit_name, lang))}</span>
          )}
          {tenure.until === null && ends.includes(tenure.tenure_id) && (
            <>
              {' '}
              <a
                href={to.tenure_end({ unit, person_id, tenure_id: tenure.tenure_id })}
                aria-label={`${words.end_tenure}: ${sayName(tenure.title, lang)}, ${sayName(tenure.unit_name, lang)}`}
              >
                {words.end_tenure}
              </a>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}
