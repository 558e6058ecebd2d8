import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { Question } from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import type { CommentAct, Draft, DraftComment } from '../../newsroom/index.ts'
import { comment_words } from '../comments/comment-words.ts'

/**
 * What the comments of a page need to know: the draft that is read, and whether anything may still be said of it.
 * `beside`: the marks of the numbers that have a place of their own on the page.
 */
export type Commenting = {
  view: ViewContext
  draft: Draft
  comments: DraftComment[]
  may_comment: boolean
  beside: ReadonlySet<string>
}

/** How much is open, and the way to the first of it. */
export function OpenComments({ view: { lang }, comments }: Commenting) {
  const words = comment_words[lang]
  const open = comments.filter(({ is_open }) => is_open)
  if (comments.length === 0) return null
  if (open.length === 0) return <p class="hint">{words.none_open}</p>
  return (
    <p>
      <a href={`#gop-y-${open[0]!.comment_id}`}>{words.open_n(open.length)}</a>. {words.must}
    </p>
  )
}

/**
 * Below a block: what was said of it, and of numbers in it that stand nowhere else (their check failed); and the place
 * to say something. `at` is its number, `about` how it begins.
 */
export function CommentsUnder({ at, about, ...commenting }: Commenting & { at: number; about: string }) {
  const { view, comments, draft, may_comment, beside } = commenting
  const words = comment_words[view.lang]
  const here = comments.filter(({ place_now }) => place_now?.at === at && !beside.has(place_now.mark ?? ''))
  return (
    <div class="comments no-print" lang={view.lang}>
      <CommentList {...commenting} comments={here} />
      {may_comment && (
        <SayForm
          {...{ view, draft }}
          id={`gop-y-khoi-${at}`}
          summary={words.say}
          about={words.say_of(about)}
          fields={[['at', String(at)]]}
        />
      )}
    </div>
  )
}

/** Beside a number: what was said of it. */
export function CommentsOnNumber({ mark, printed, ...commenting }: Commenting & { mark: string; printed: string }) {
  const { view, comments, draft, may_comment } = commenting
  const words = comment_words[view.lang]
  const here = comments.filter(({ place_now }) => place_now?.mark === mark)
  const label = words.say_number(printed)
  return (
    <>
      <CommentList {...commenting} comments={here} />
      {may_comment && <SayForm {...{ view, draft }} id={`gop-y-so-${mark}`} summary={label} about={label} fields={[['mark', mark]]} />}
    </>
  )
}

/** What was said of places that are no longer there. */
export function CommentsElsewhere(commenting: Commenting) {
  const words = comment_words[commenting.view.lang]
  const lost = commenting.comments.filter(({ place_now }) => place_now === null)
  if (lost.length === 0) return null
  return (
    <section>
      <h2>{words.elsewhere}</h2>
      <CommentList {...commenting} comments={lost} quotes />
    </section>
  )
}

type SayProps = { view: ViewContext; draft: Draft; id: string; summary: string; about: string; fields: [string, string][] }

function SayForm({ view: { lang, to }, draft, id, summary, about, fields }: SayProps) {
  const words = comment_words[lang]
  return (
    <details>
      <summary aria-label={about}>{summary}</summary>
      <form method="post" action={to.draft_comment(draft)}>
        <HiddenFields fields={[['key', randomUUID()], ['read', String(draft.version)], ...fields]} />
        <Question {...{ lang }} name={id} label={words.label}>
          {described => <textarea id={id} name="comment" rows={2} aria-describedby={described} required />}
        </Question>
        <button type="submit" class="quiet">
          {words.send}
        </button>
      </form>
    </details>
  )
}

function CommentList({ quotes = false, ...commenting }: Commenting & { quotes?: boolean }) {
  if (commenting.comments.length === 0) return null
  return (
    <ul class="ways">
      {commenting.comments.map(comment => (
        <OneComment key={comment.comment_id} {...commenting} {...{ comment, quotes }} />
      ))}
    </ul>
  )
}

function OneComment({ comment, quotes, ...commenting }: Commenting & { comment: DraftComment; quotes: boolean }) {
  const { lang } = commenting.view
  const words = comment_words[lang]
  const { comment_id, said, by_name, when, is_open, place_now, acts } = comment
  return (
    <li id={`gop-y-${comment_id}`} class={is_open ? undefined : 'resolved'}>
      {quotes && (
        <p class="hint" lang="vi">
          «{comment.words.slice(0, 200)}»
        </p>
      )}
      <p lang="vi">{said}</p>
      <p class="hint">
        <Who name={by_name} when={when} lang={lang} />
        {place_now?.is_changed && `, ${words.changed}`} {!is_open && <span class="tag">{words.resolved}</span>}
      </p>
      {acts.map((act, i) => (
        <div key={i}>
          {act.said && <p lang="vi">{act.said}</p>}
          <p class="hint">
            <Who name={act.by_name} when={act.when} lang={lang}>
              {' '}
              {words.done_acts[act.act]}
            </Who>
          </p>
        </div>
      ))}
      {commenting.may_comment && <Acts {...commenting} comment={comment} />}
    </li>
  )
}

type WhoProps = { name: string; when: string; lang: ViewContext['lang']; children?: ComponentChildren }

function Who({ name, when, lang, children }: WhoProps) {
  return (
    <>
      {name}
      {children}, {sayInstant(when, lang)}
    </>
  )
}

function Acts({ view: { lang, to }, draft, comment: { comment_id, is_open } }: Commenting & { comment: DraftComment }) {
  const words = comment_words[lang]
  const action = (act: CommentAct) => to.draft_comment_act({ draft_id: draft.draft_id, comment_id, act })
  const id = `tra-loi-${comment_id}`
  const press = is_open ? 'resolve' : 'reopen'
  return (
    <div class="actions">
      <form method="post" action={action(press)}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        <button type="submit" class="quiet">
          {words.acts[press]}
        </button>
      </form>
      <details>
        <summary>{words.answer}</summary>
        <form method="post" action={action('answer')}>
          <HiddenFields fields={[['key', randomUUID()]]} />
          <Question {...{ lang }} name={id} label={words.answer_label}>
            {described => <textarea id={id} name="comment" rows={2} aria-describedby={described} required />}
          </Question>
          <button type="submit" class="quiet">
            {words.send_answer}
          </button>
        </form>
      </details>
    </div>
  )
}
