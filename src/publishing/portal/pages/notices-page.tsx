import { randomUUID } from 'node:crypto'
import { sayDay } from '../../../basis/shared/dates.ts'
import { ErrorSummary, type FieldError, FormFields, type Typed } from '../../../platform/staff/index.ts'
import { HiddenFields, Layout, type ViewContext } from '../../../platform/web/index.ts'
import { comment_form, kind_words, type NoticeRow } from '../../../register/exemplar/index.ts'
import { exemplar_words } from '../exemplars/words.ts'
import { Named, nameInTitle } from '../parts/named.tsx'

/** Who is about to be recommended, of those who agreed to be named. */
export function NoticesPage({ notices, ...view }: ViewContext & { notices: NoticeRow[] }) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  return (
    <Layout {...view} title={w.notices} description={w.notices_intro} here={t => t.notices()}>
      <h1>{w.notices}</h1>
      <p class="intro">{notices.length === 0 ? w.no_notices : w.notices_intro}</p>
      <ul class="list">
        {notices.map(notice => (
          <li key={notice.notice_id}>
            <a href={to.notice(notice)}>
              <Named name={notice.name} lang={lang} />
            </a>
            <p class="meta">{sayNotice(notice, lang)}</p>
            <p lang="vi">{notice.achievement}</p>
          </li>
        ))}
      </ul>
      <p class="more">
        <a href={to.exemplars()}>{w.all}</a>
      </p>
    </Layout>
  )
}

function sayNotice({ kind, field_vi, field_en, opened_on, until }: NoticeRow, lang: ViewContext['lang']): string {
  const days = exemplar_words[lang].until(sayDay(opened_on, lang), sayDay(until, lang))
  return [kind_words[kind][lang], lang === 'vi' ? field_vi : field_en, days].join(' · ')
}

type NoticeProps = ViewContext & { shown: NoticeRow; typed: Typed; field_errors?: FieldError[]; is_sent: boolean }

/** One notice, and where somebody says what they know of it. */
export function NoticePage({ shown, typed, field_errors = [], is_sent, ...view }: NoticeProps) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  return (
    <Layout {...view} title={`${w.notices}: ${nameInTitle(shown.name, lang, String(shown.notice_id))}`} here={t => t.notice(shown)}>
      <section class="prose">
        <ErrorSummary {...{ lang, field_errors }} />
        {is_sent && (
          <p role="status">
            <strong>{w.comment_sent}</strong>
          </p>
        )}
        <h1>
          <Named name={shown.name} lang={lang} />
        </h1>
        <p class="meta">{sayNotice(shown, lang)}</p>
        <p>
          {w.considered} <strong lang="vi">{shown.achievement}</strong>
        </p>
        <h2>{w.comment}</h2>
        <form method="post" action={to.notice(shown)}>
          <HiddenFields fields={[['key', randomUUID()]]} />
          <FormFields form={comment_form} {...{ lang, typed, field_errors }} />
          <button type="submit">{w.comment_button}</button>
        </form>
        <p class="more">
          <a href={to.notices()}>{w.notices}</a>
        </p>
      </section>
    </Layout>
  )
}
