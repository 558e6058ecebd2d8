import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import { type Flash, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import type { DeskMail, DraftOnBoard, PlannedWithdrawal, Unsigned } from '../../newsroom/index.ts'
import { HoldingSeal } from '../../portal/index.ts'
import { comment_words } from '../comments/comment-words.ts'
import { consent_words } from '../consents/consent-words.ts'
import { import_words } from '../import-words.ts'
import { MailChoice } from '../mail/mail-choice.tsx'
import { photo_page_words } from '../photos/photo-words.ts'
import type { Cause, DriftedNumber, ProvenArticle } from '../published/drift.ts'
import { list_words } from '../published/list-words.ts'
import { newsdesk_words, step_words } from '../words.ts'

type BoardProps = StaffPageProps & {
  /** The drafts that lie with whoever reads. */
  yours: DraftOnBoard[]
  others: DraftOnBoard[]
  scheduled: DraftOnBoard[]
  /** What went out in an emergency and waits for a second signature. */
  unsigned: Unsigned[]
  /** What is to be withdrawn at an hour. */
  to_go: PlannedWithdrawal[]
  /** Published articles of which a number has changed since; where older ones are not watched, how many are. */
  drifted: ProvenArticle[]
  watched: number | null
  published: ProvenArticle[]
  may_write: boolean
  may_withdraw: boolean
  /** What whoever reads has chosen of letters; null where none go out. */
  mail: DeskMail | null
  now: Date
  told?: string | Flash
}

/** What waits for whom, and since when: what lies with whoever reads stands first. */
export function BoardPage({
  yours,
  others,
  scheduled,
  unsigned,
  to_go,
  drifted,
  watched,
  published,
  may_write,
  may_withdraw,
  mail,
  now,
  told,
  ...staff_page
}: BoardProps) {
  const { view } = staff_page
  const words = newsdesk_words[view.lang]
  const photos = <a href={view.to.photos()}>{photo_page_words[view.lang].title}</a>
  return (
    <Frame {...staff_page} {...{ told }} title={words.waiting_n(yours.length)} here={to => to.newsdesk()}>
      {may_write ? (
        <p class="actions">
          <a class="button" href={view.to.draft_new()}>
            {words.write_new}
          </a>{' '}
          <a href={view.to.draft_import()}>{import_words[view.lang].start}</a>{' '}
          <a href={view.to.consents()}>{consent_words[view.lang].link}</a> {photos}
        </p>
      ) : (
        <p>{photos}</p>
      )}
      {yours.length + others.length + scheduled.length === 0 && <p>{words.none}</p>}
      <ToSign {...{ view, unsigned }} />
      <Drifted {...{ view, drifted, watched, may_write }} />
      <Drafts {...{ view, now }} title={words.yours} drafts={yours} />
      <Drafts {...{ view, now }} title={words.scheduled} drafts={scheduled} />
      <ToGo {...{ view, to_go, may_withdraw }} />
      <Drafts {...{ view, now }} title={words.others} drafts={others} />
      <Published {...{ view, published, may_write, may_withdraw }} />
      {mail && <MailChoice {...{ view, mail }} />}
    </Frame>
  )
}

/** First on the board until somebody signs: it was read by one pair of eyes. */
function ToSign({ view: { lang, to }, unsigned }: { view: ViewContext; unsigned: Unsigned[] }) {
  const words = newsdesk_words[lang]
  if (unsigned.length === 0) return null
  return (
    <section>
      <h2>{words.unsigned}</h2>
      <ul class="ways">
        {unsigned.map(draft => (
          <li key={draft.draft_id}>
            <a href={to.draft(draft)}>
              <strong lang="vi">{draft.title}</strong>
            </a>
            <br />
            <span class="hint">
              {draft.by_name}, {sayInstant(draft.since, lang)}: <span lang="vi">«{draft.reason}»</span>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}

type DriftedProps = Pick<BoardProps, 'drifted' | 'watched' | 'may_write'> & { view: ViewContext }

/** What was printed and is no longer so, by which rows; one press begins the correction with the numbers put right. */
function Drifted({ view: { lang, to }, drifted, watched, may_write }: DriftedProps) {
  const words = newsdesk_words[lang]
  if (drifted.length === 0) return null
  return (
    <section>
      <h2>{words.drifted}</h2>
      <ul class="ways">
        {drifted.map(article => (
          <li key={article.article_id}>
            <a href={to.article(article)}>
              <strong lang="vi">{article.title}</strong>
            </a>
            {article.drifted.map(number => (
              <DriftedLine key={number.mark} {...{ lang, to, number }} />
            ))}
            {may_write && (
              <form method="post" action={to.draft_follow()} class="no-print">
                <HiddenFields
                  fields={[
                    ['article', String(article.article_id)],
                    ['key', randomUUID()],
                    ['follows', 'drift'],
                  ]}
                />
                <button type="submit" class="quiet" aria-label={`${words.start_drift}: ${article.title}`}>
                  {words.start_drift}
                </button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {watched !== null && <p class="hint">{words.watched(watched)}</p>}
    </section>
  )
}

function DriftedLine({ lang, to, number }: Pick<ViewContext, 'lang' | 'to'> & { number: DriftedNumber }) {
  const words = newsdesk_words[lang]
  return (
    <p class="hint">
      <a href={to.run(number)}>{words.drifted_number(number.printed, number.now)}</a>
      {number.causes.map(cause => ` · ${sayCause(lang, cause)}`)}
    </p>
  )
}

function sayCause(lang: ViewContext['lang'], { name, change }: Cause): string {
  const said = lookUp(newsdesk_words[lang].changes, change)
  return said ? `${said}: ${name}` : name
}

type ToGoProps = Pick<BoardProps, 'to_go' | 'may_withdraw'> & { view: ViewContext }

function ToGo({ view: { lang, to }, to_go, may_withdraw }: ToGoProps) {
  const words = newsdesk_words[lang]
  if (to_go.length === 0) return null
  return (
    <ul class="ways">
      {to_go.map(plan => (
        <li key={plan.article_id}>
          <a href={may_withdraw ? to.article_withdraw(plan) : to.article(plan)}>
            <strong lang="vi">{plan.title}</strong>
          </a>
          <br />
          <span class="hint">
            {words.to_go(sayInstant(plan.withdraw_at, lang))} {plan.planner_name}: <span lang="vi">«{plan.reason}»</span>
          </span>
        </li>
      ))}
    </ul>
  )
}

type DraftsProps = { view: ViewContext; title: string; drafts: DraftOnBoard[]; now: Date }

function Drafts({ view, title, drafts, now }: DraftsProps) {
  if (drafts.length === 0) return null
  return (
    <section>
      <h2>{title}</h2>
      <ul class="ways">
        {drafts.map(draft => (
          <OneDraft key={draft.draft_id} {...{ view, draft, now }} />
        ))}
      </ul>
    </section>
  )
}

function OneDraft({ view: { lang, to }, draft, now }: { view: ViewContext; draft: DraftOnBoard; now: Date }) {
  const words = newsdesk_words[lang]
  const { title, state, move, since, by_name, comment, follows, numbers, publish_at, open_comments } = draft
  const done = lookUp(step_words, move)?.[lang]
  return (
    <li>
      <a href={to.draft(draft)}>
        <strong lang="vi">{title}</strong>
      </a>{' '}
      <span class="tag">{words.states[state]}</span>
      <br />
      <span class="hint">
        {follows && `${words.follows[follows]} · `}
        {publish_at ? sayHour(lang, publish_at, now) : `${done ? `${done} · ` : ''}${by_name}, ${sayInstant(since, lang)}`} ·{' '}
        {words.numbers(numbers)}
        {open_comments > 0 && ` · ${comment_words[lang].on_board(open_comments)}`}
      </span>
      {comment && (
        <p class="hint" lang="vi">
          «{comment}»
        </p>
      )}
    </li>
  )
}

function sayHour(lang: ViewContext['lang'], publish_at: string, now: Date): string {
  const words = newsdesk_words[lang]
  const at = sayInstant(publish_at, lang)
  return Date.parse(publish_at) < now.getTime() - 60_000 ? words.late(at) : words.goes_out(at)
}

type PublishedProps = Pick<BoardProps, 'published' | 'may_write' | 'may_withdraw'> & { view: ViewContext }

/** What is public, with how many of its numbers still hold: one that does not is to be corrected. */
function Published({ view: { lang, to }, published, may_write, may_withdraw }: PublishedProps) {
  const words = newsdesk_words[lang]
  if (published.length === 0) return null
  return (
    <section>
      <h2>{words.published}</h2>
      <ul class="ways">
        {published.map(article => (
          <li key={article.article_id} class="beside">
            <p>
              <a href={to.article(article)}>
                <strong lang="vi">{article.title}</strong>
              </a>
              <br />
              <span class="hint">{sayInstant(article.published_at, lang)}</span>{' '}
              <HoldingSeal held={article.held} cited={article.cited} lang={lang} />
            </p>
            {may_write && <Follow {...{ lang, to }} article_id={article.article_id} title={article.title} />}
            {may_withdraw && (
              <a href={to.article_withdraw(article)} aria-label={`${words.withdraw}: ${article.title}`}>
                {words.withdraw}
              </a>
            )}
          </li>
        ))}
      </ul>
      <p>
        <a href={to.articles_published()}>{list_words[lang].link}</a>
      </p>
    </section>
  )
}

function Follow({ lang, to, article_id, title }: Pick<ViewContext, 'lang' | 'to'> & { article_id: number; title: string }) {
  const words = newsdesk_words[lang]
  return (
    <form method="post" action={to.draft_follow()} class="links no-print">
      <input type="hidden" name="article" value={article_id} />
      <input type="hidden" name="key" value={randomUUID()} />
      <button type="submit" name="follows" value="correction" class="plain" aria-label={`${words.start_correction}: ${title}`}>
        {words.start_correction}
      </button>
      <button type="submit" name="follows" value="update" class="plain" aria-label={`${words.start_update}: ${title}`}>
        {words.start_update}
      </button>
      <button type="submit" name="follows" value="minor" class="plain" aria-label={`${words.start_minor}: ${title}`}>
        {words.start_minor}
      </button>
    </form>
  )
}
