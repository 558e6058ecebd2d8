import { randomUUID } from 'node:crypto'
import { sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { type FieldError, Question } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language, type ViewContext } from '../../../platform/web/index.ts'
import { file_limits } from '../../organisation/index.ts'
import type { Model } from '../model/list-models.ts'
import { model_words } from '../model/words.ts'
import type { AwardRow, CommentRow, EvidenceRow } from '../reads/case-parts.ts'
import type { Nomination } from '../reads/find-nomination.ts'
import type { ConsentItem } from '../reads/list-consent-items.ts'
import { sayAward } from '../say-award.ts'
import { exemplar_words, scope_words } from '../words.ts'

type NoticeProps = { lang: Language; found: Nomination; consents: ConsentItem[]; is_running: boolean }

/** The notice of a case: from when to when, and who can read it. */
export function NoticeOf({ lang, found, consents, is_running }: NoticeProps) {
  const { notice_from, notice_until, notice_days } = found
  if (notice_from === null || notice_until === null) return null
  const words = exemplar_words[lang]
  const is_public = consents.some(({ scope, since }) => scope === 'notice' && since !== null)
  return (
    <section>
      <h2>{words.notice}</h2>
      <p>{words.notice_said(sayDay(notice_from, lang), sayDay(notice_until, lang), notice_days ?? 0)}</p>
      {is_running && <p>{words.notice_runs(sayDay(notice_until, lang))}</p>}
      {found.state === 'notice' && <p>{is_public ? words.notice_public : words.notice_inside}</p>}
    </section>
  )
}

/** What the notice brought, for the office in charge. */
export function Comments({ lang, comments }: { lang: Language; comments: CommentRow[] }) {
  const words = exemplar_words[lang]
  return (
    <section>
      <h2>{words.comments}</h2>
      {comments.length === 0 && <p>{words.no_comments}</p>}
      {comments.map(({ notice_comment_id, said, said_at, is_signed, by_name }) => (
        <blockquote key={notice_comment_id}>
          <p lang="vi">{said}</p>
          <p class="hint">
            {sayInstant(said_at, lang)} · {by_name ?? (is_signed ? words.unnamed : words.unsigned)}
          </p>
        </blockquote>
      ))}
    </section>
  )
}

type EvidenceProps = { view: ViewContext; found: Nomination; evidence: EvidenceRow[]; may_attach: boolean; field_errors: FieldError[] }

/** The photos and papers of a case, each to be saved; and where one is attached. */
export function Evidence({ view: { lang, to }, found, evidence, may_attach, field_errors }: EvidenceProps) {
  const words = exemplar_words[lang]
  const { nomination_id } = found
  return (
    <section>
      <h2>{words.evidence}</h2>
      {evidence.length === 0 && <p>{words.no_evidence}</p>}
      {evidence.map(({ nomination_evidence_id, name }) => (
        <div key={nomination_evidence_id} class="beside">
          <p>
            <a href={to.nomination_file({ nomination_id, file: String(nomination_evidence_id) })}>{name}</a>
          </p>
          {may_attach && (
            <form method="post" action={to.nomination_file_off({ nomination_id, file: String(nomination_evidence_id) })}>
              <button type="submit" class="quiet" aria-label={`${words.take_off}: ${name}`}>
                {words.take_off}
              </button>
            </form>
          )}
        </div>
      ))}
      {may_attach && <AttachForm {...{ lang, field_errors }} action={to.nomination_files({ nomination_id })} />}
    </section>
  )
}

function AttachForm({ lang, action, field_errors }: { lang: Language; action: string; field_errors: FieldError[] }) {
  const words = exemplar_words[lang]
  const accept = '.pdf,.docx,image/jpeg,image/png,image/webp'
  return (
    <form method="post" action={action} enctype="multipart/form-data">
      <HiddenFields fields={[['key', randomUUID()]]} />
      <Question
        {...{ lang, field_errors }}
        name="file"
        label={words.evidence_file}
        hint={words.evidence_hint(file_limits.size / 1024 / 1024)}
      >
        {(described, is_wrong) => (
          <input id="file" name="file" type="file" accept={accept} aria-describedby={described} aria-invalid={is_wrong} />
        )}
      </Question>
      <div class="actions">
        <button type="submit" class="quiet">
          {words.attach}
        </button>
      </div>
    </form>
  )
}

/** By which instruments an exemplar was recognised. */
export function Awards({ lang, awards }: { lang: Language; awards: AwardRow[] }) {
  const words = exemplar_words[lang]
  if (awards.length === 0) return null
  return (
    <section>
      <h2>{words.awards}</h2>
      <ul>
        {awards.map(award => (
          <li key={`${award.achievement} ${award.decided_on}`}>
            <span lang="vi">{award.achievement}</span>: {sayAward(award, lang)}
            {award.revoked_on && <strong> ({words.revoked(sayDay(award.revoked_on, lang))})</strong>}
          </li>
        ))}
      </ul>
    </section>
  )
}

type ConsentsProps = { view: ViewContext; found: Nomination; consents: ConsentItem[]; may_record: boolean }

/** What may be told of an exemplar; and where a paper about it is recorded. */
export function Consents({ view: { lang, to }, found, consents, may_record }: ConsentsProps) {
  const words = exemplar_words[lang]
  return (
    <section>
      <h2>{words.consents}</h2>
      <p>{words.consents_lead}</p>
      <ul class="ways">
        {consents.map(({ scope, since, paper }) => (
          <li key={scope} class="beside">
            <p>
              <strong>{scope_words[scope][lang]}</strong>: <ConsentState {...{ lang, since, paper }} />
            </p>
            {may_record && (
              <a
                href={to.paper_consent({ nomination_id: found.nomination_id, scope })}
                aria-label={`${since ? words.take_back_on_paper : words.give_on_paper}: ${scope_words[scope][lang]}`}
              >
                {since ? words.take_back_on_paper : words.give_on_paper}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}

export function ConsentState({ lang, since, paper }: Pick<ConsentItem, 'since' | 'paper'> & { lang: Language }) {
  const words = exemplar_words[lang]
  if (since === null) return <>{words.not_given}</>
  return (
    <>
      {words.given(sayDay(since, lang))}
      {paper && <span lang="vi"> ({words.on_paper(paper)})</span>}
    </>
  )
}

type ModelsProps = { view: ViewContext; found: Nomination; models: Model[]; may_declare: boolean; may_end: boolean }

/** What of it others may take up. */
export function Models({ view: { lang, to }, found, models, may_declare, may_end }: ModelsProps) {
  const words = model_words[lang]
  if (models.length === 0 && !may_declare) return null
  return (
    <section>
      <h2>{words.models}</h2>
      {models.map(({ model_id, name, ended_on }) => (
        <div key={model_id} class="beside">
          <p>
            <a href={to.model({ model_id })} lang="vi">
              {name}
            </a>{' '}
            {ended_on && <span class="hint">{words.ended(sayDay(ended_on, lang))}</span>}
          </p>
          {may_end && ended_on === null && (
            <a
              href={to.model_end({ nomination_id: found.nomination_id, model: String(model_id) })}
              aria-label={`${words.end_model}: ${name}`}
            >
              {words.end_model}
            </a>
          )}
        </div>
      ))}
      {may_declare && (
        <p>
          <a href={to.nomination_model(found)}>{words.declare}</a>
        </p>
      )}
    </section>
  )
}
