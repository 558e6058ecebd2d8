import { type FieldError, FormFields, FormPage, Frame, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { paper_form } from '../forms.ts'
import type { Nomination } from '../reads/find-nomination.ts'
import type { ConsentItem, MyExemplar } from '../reads/list-consent-items.ts'
import { exemplar_words, scope_words } from '../words.ts'
import { ConsentState } from './case-parts.tsx'

type MineProps = StaffPageProps & { mine: (MyExemplar & { consents: ConsentItem[] })[]; told?: string }

/** As what one was put forward or recognised, and what may be told of it: each item for itself. */
export function MyExemplarsPage({ mine, told, ...staff_page }: MineProps) {
  const { lang, to } = staff_page.view
  const words = exemplar_words[lang]
  return (
    <Frame {...staff_page} {...{ told }} title={words.mine} here={t => t.my_exemplars()}>
      <p>{words.mine_lead}</p>
      {mine.length === 0 && <p>{words.none_of_mine}</p>}
      {mine.map(({ exemplar_id, name, field_vi, field_en, achievements, consents }) => (
        <section key={exemplar_id}>
          <h2>
            {name}, {lang === 'vi' ? field_vi : field_en}
          </h2>
          <p>
            {words.put_forward_for}: <span lang="vi">{achievements.join('; ')}</span>
          </p>
          <ul class="ways">
            {consents.map(({ scope, since, paper }) => (
              <li key={scope} class="beside">
                <p>
                  <strong>{scope_words[scope][lang]}</strong>: <ConsentState {...{ lang, since, paper }} />
                </p>
                <a
                  href={to.my_consent({ exemplar: String(exemplar_id), scope })}
                  aria-label={`${since ? words.take_back : words.give}: ${scope_words[scope][lang]}`}
                >
                  {since ? words.take_back : words.give}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </Frame>
  )
}

type MyConsentProps = StaffPageProps & { mine: MyExemplar; item: ConsentItem; field_errors?: FieldError[] }

/** What one agrees to, or takes back: the second press. */
export function MyConsentPage({ mine, item, field_errors, ...staff_page }: MyConsentProps) {
  const { lang, to } = staff_page.view
  const words = exemplar_words[lang]
  const { scope, since } = item
  const is_given = since !== null
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={(is_given ? words.take_back_title : words.give_title)(scope_words[scope][lang])}
      crumb={mine.name}
      here={t => t.my_consent({ exemplar: String(mine.exemplar_id), scope })}
      lead={is_given ? words.take_back_lead : `${scope_words[scope].lets[lang]} ${words.at_will}`}
      hidden={[['is_given', is_given ? '1' : '']]}
      button={is_given ? words.take_back_button : words.give_button}
      cancel={{ href: to.my_exemplars(), label: words.mine }}
    >
      <p>
        {words.put_forward_for}: <span lang="vi">{mine.achievements.join('; ')}</span>
      </p>
    </FormPage>
  )
}

type PaperProps = StaffPageProps & { found: Nomination; item: ConsentItem; typed: Typed; field_errors?: FieldError[] }

/** A paper by which somebody agreed, or took it back. */
export function PaperConsentPage({ found, item, typed, field_errors, ...staff_page }: PaperProps) {
  const { lang, to } = staff_page.view
  const words = exemplar_words[lang]
  const { scope, since } = item
  const is_given = since !== null
  const button = is_given ? words.take_back_on_paper : words.give_on_paper
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={`${button}: ${scope_words[scope][lang]}`}
      crumb={found.name ?? words.unnamed}
      here={t => t.paper_consent({ nomination_id: found.nomination_id, scope })}
      lead={is_given ? words.take_back_lead : scope_words[scope].lets[lang]}
      hidden={[['is_given', is_given ? '1' : '']]}
      button={button}
      cancel={{ href: to.nomination(found), label: words.back_to_case }}
    >
      <FormFields form={paper_form} {...{ lang, typed, field_errors }} />
    </FormPage>
  )
}
