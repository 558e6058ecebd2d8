import { dayOf, sayDay } from '../../../basis/shared/dates.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import type { Change, Withdrawal } from '../../newsroom/index.ts'
import { words } from '../words.ts'

type Props = { changes: Change[]; withdrawals: Withdrawal[] } & ViewContext

/**
 * The public log: what was changed in articles after they were published, and what is no longer shown. Both texts stay.
 */
export function CorrectionsPage({ changes, withdrawals, ...view }: Props) {
  const { lang, to } = view
  const w = words[lang]
  return (
    <Layout {...view} title={w.corrections} description={w.corrections_intro} section="articles" here={t => t.corrections()}>
      <h1>{w.corrections}</h1>
      <p class="intro">{w.corrections_intro}</p>
      {changes.length + withdrawals.length === 0 && <p>{w.no_corrections}</p>}
      <ul class="list">
        {changes.map(change => (
          <li key={`${change.article_id} ${change.number}`}>
            <span class="kicker">{w.follows[change.follows]}</span>
            <a href={to.article(change)} lang="vi">
              {change.title}
            </a>
            <Day at={change.at} lang={lang} />
            <p lang="vi">{change.note}</p>
            <p class="more">
              <a href={to.edition({ ...change, number: change.number - 1 })}>{w.text_before}</a>
            </p>
          </li>
        ))}
        {withdrawals.map(withdrawal => (
          <li key={withdrawal.article_id}>
            <span class="kicker">{w.withdrawn}</span>
            <span lang="vi">{withdrawal.title}</span>
            <Day at={withdrawal.at} lang={lang} />
            <p lang="vi">{withdrawal.reason}</p>
          </li>
        ))}
      </ul>
    </Layout>
  )
}

function Day({ at, lang }: { at: string } & Pick<ViewContext, 'lang'>) {
  const day = dayOf(new Date(at))
  return (
    <time class="meta" datetime={day}>
      {sayDay(day, lang)}
    </time>
  )
}

/** At the address of what was withdrawn: that it was, when, and why. */
export function WithdrawnPage({ withdrawal, ...view }: { withdrawal: Withdrawal } & ViewContext) {
  const { lang, to } = view
  const w = words[lang]
  return (
    <Layout {...view} title={w.withdrawn}>
      <section class="prose">
        <h1>{w.withdrawn}</h1>
        <p>{fill(w.withdrawn_on, { day: sayDay(dayOf(new Date(withdrawal.at)), lang) })}</p>
        <p lang="vi">{withdrawal.reason}</p>
        <p>
          <a href={to.corrections()}>{w.corrections}</a>
        </p>
      </section>
    </Layout>
  )
}
