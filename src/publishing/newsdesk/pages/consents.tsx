import { Area, Field, type FieldError, FormPage, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import type { Consent } from '../../../register/exemplar/index.ts'
import type { NamingArticle } from '../../newsroom/index.ts'
import { consent_words } from '../consents/consent-words.ts'
import { newsdesk_words } from '../words.ts'

export type NamedConsent = Consent & { name: string }
type ConsentsProps = StaffPageProps & { consents: NamedConsent[]; most: number; wanted: string; may_write: boolean; told?: string }

/** Whoever may be named, each with the token to write; and the way to record that they no longer may. */
export function ConsentsPage({ consents, most, wanted, may_write, told, ...staff_page }: ConsentsProps) {
  const { lang, to } = staff_page.view
  const words = consent_words[lang]
  return (
    <Frame {...staff_page} {...{ told }} title={words.title} here={t => t.consents()} crumb={newsdesk_words[lang].title}>
      <p>{words.lead}</p>
      <form method="get" action={to.consents()} class="find">
        <HiddenFields fields={staff_page.view.to.carried} />
        <Field {...{ lang }} name="ten" label={words.wanted} value={wanted} autocomplete="off" />
        <button type="submit" class="quiet">
          {words.search}
        </button>
      </form>
      {consents.length === 0 && <p>{wanted === '' ? words.none_yet : words.none}</p>}
      <ul class="ways">
        {consents.map(consent => (
          <OneConsent key={consent.consent_id} {...{ lang, to, consent, may_write }} />
        ))}
      </ul>
      {consents.length === most && <p class="hint">{words.only_first(most)}</p>}
    </Frame>
  )
}

type OneProps = Pick<StaffPageProps['view'], 'lang' | 'to'> & { consent: NamedConsent; may_write: boolean }

function OneConsent({ lang, to, consent, may_write }: OneProps) {
  const words = consent_words[lang]
  const { consent_id, exemplar_id, name, kind, scope } = consent
  const is_told = scope === 'name' || scope === 'story'
  return (
    <li class="beside">
      <p>
        <strong lang="vi">{name}</strong>{' '}
        <span class="hint">
          {words.kinds[kind]}, {words.scopes[scope]}
        </span>{' '}
        {is_told && <code>{`{@${consent_id}}`}</code>}
      </p>
      {scope === 'name' && may_write && (
        <a href={to.draft_of_exemplar({ exemplar: String(exemplar_id) })} aria-label={`${words.write}: ${name}`}>
          {words.write}
        </a>
      )}
      <a href={to.consent_withdraw(consent)} aria-label={`${words.withdraw}: ${name}, ${words.scopes[scope]}`}>
        {words.withdraw}
      </a>
    </li>
  )
}

type WithdrawProps = StaffPageProps & { consent: NamedConsent; used_in: NamingArticle[]; reason: string; field_errors: FieldError[] }

/** What will be left out, and how it was heard. */
export function WithdrawConsentPage({ consent, used_in, reason, field_errors, ...staff_page }: WithdrawProps) {
  const { lang, to } = staff_page.view
  const words = consent_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.withdraw_title(consent.name, words.scopes[consent.scope])}
      crumb={newsdesk_words[lang].title}
      here={t => t.consent_withdraw(consent)}
      lead={words.withdraw_lead[consent.scope]}
      before={<UsedIn {...{ lang, to, used_in }} />}
      button={words.button}
      cancel={{ href: to.consents(), label: words.title }}
    >
      <Area {...{ lang, field_errors }} name="reason" label={words.reason} hint={words.reason_hint} value={reason} />
    </FormPage>
  )
}

function UsedIn({ lang, to, used_in }: Pick<StaffPageProps['view'], 'lang' | 'to'> & { used_in: NamingArticle[] }) {
  const words = consent_words[lang]
  if (used_in.length === 0) return <p>{words.used_nowhere}</p>
  return (
    <section>
      <h2>{words.used_in}</h2>
      <ul>
        {used_in.map(article => (
          <li key={article.article_id}>
            <a href={to.article(article)} lang="vi">
              {article.title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
