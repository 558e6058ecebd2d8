import { randomUUID } from 'node:crypto'
import type { ComponentChildren } from 'preact'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import {
  count_script,
  type FieldError,
  FormAnswers,
  FormFields,
  Frame,
  type Option,
  type StaffPageProps,
  type Typed,
} from '../../../platform/staff/index.ts'
import { HiddenFields, type ViewContext } from '../../../platform/web/index.ts'
import { inForce, type Rule, type RuleSample, type RuleVersion } from '../rule.ts'
import { rule_words } from '../rule-words.ts'
import { chosenIn } from './chosen-in.ts'
import { type Waiting, WaitingRule } from './waiting-rule.tsx'

type Props = StaffPageProps & {
  rule: Rule
  unit: string
  name: string
  typed: Typed
  options?: { [name: string]: readonly Option[] | undefined }
}
type RuleProps = Props & {
  versions: RuleVersion[]
  today: string
  may_set: boolean
  field_errors: FieldError[]
  waiting: Waiting | null
  told?: string
}

/** One rule: what holds, the form that changes it for whoever may, and how it was set before. */
export function RulePage({
  rule,
  unit,
  name,
  typed,
  options,
  versions,
  today,
  may_set,
  field_errors,
  waiting,
  told,
  ...staff_page
}: RuleProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = rule_words[lang]
  const now = inForce(versions, today)
  return (
    <Frame
      {...{ ...staff_page, field_errors, told }}
      title={rule.title[lang]}
      crumb={name}
      here={t => t.rule({ unit, rule: rule.rule })}
      scripts={[count_script.path]}
    >
      <p>{rule.lead[lang]}</p>
      <section>
        <h2>{words.in_force}</h2>
        <InForce {...{ view, now }} />
        {!may_set && <p class="hint">{words.who(sayName(name, lang))}</p>}
      </section>
      {waiting && <WaitingRule {...{ view, rule, unit, waiting, options, field_errors }} />}
      {may_set && !waiting && (
        <section>
          <h2>{words.change}</h2>
          {rule.needs_second && <p class="hint">{words.needs_second}</p>}
          <form method="post" action={to.rule({ unit, rule: rule.rule })}>
            <FormFields form={rule.form} {...{ lang, typed, field_errors, options }} />
            <div class="actions">
              <button type="submit">{words.check}</button>
              <a href={to.rules({ unit })}>{words.back}</a>
            </div>
          </form>
          {rule.more && (
            <p>
              <a href={to[rule.more.page]({ unit })}>{rule.more.label[lang]}</a>
            </p>
          )}
        </section>
      )}
      <History {...{ view, versions, today }} />
      {!may_set && (
        <p>
          <a href={to.rules({ unit })}>{words.back}</a>
        </p>
      )}
    </Frame>
  )
}

function InForce({ view, now }: { view: ViewContext; now: RuleVersion[] }) {
  if (now.length === 0) return <p>{rule_words[view.lang].none}</p>
  return now.map(version => <Version key={version.recorded_at + version.number} {...{ view, version }} />)
}

export function Version({ view, version, children }: { view: ViewContext; version: RuleVersion; children?: ComponentChildren }) {
  return (
    <p>
      <strong>{version.said[view.lang]}</strong>
      <Authority {...{ view, version }} />
      {children}
    </p>
  )
}

/** Since when, until when, and by which instrument. */
function Authority({ view: { lang, to }, version }: { view: ViewContext; version: RuleVersion }) {
  const words = rule_words[lang]
  const { since, until, instrument_id, number, issuer } = version
  return (
    <>
      <br />
      <span class="hint">
        {until ? words.span(since, until) : words.since(since)} ·{' '}
        {number && instrument_id ? (
          <a href={to.instrument({ instrument_id })}>
            {sayInstrument(number, lang)}, {sayName(issuer ?? '', lang)}
          </a>
        ) : (
          words.no_instrument
        )}
      </span>
    </>
  )
}

/** What was and will be so by what is known now; then what the register once said. */
function History({ view, versions, today }: { view: ViewContext; versions: RuleVersion[]; today: string }) {
  const words = rule_words[view.lang]
  const now = inForce(versions, today)
  const known = versions.filter(version => version.ended_at === null && !now.includes(version))
  const before = versions.filter(({ ended_at }) => ended_at !== null)
  return (
    <>
      {known.length > 0 && (
        <section>
          <h2>{words.history}</h2>
          <Versions {...{ view }} versions={known} />
        </section>
      )}
      {before.length > 0 && (
        <details>
          <summary>{words.known_before}</summary>
          <Versions {...{ view }} versions={before} />
        </details>
      )}
    </>
  )
}

function Versions({ view, versions }: { view: ViewContext; versions: RuleVersion[] }) {
  const words = rule_words[view.lang]
  const said = (at: string) => sayInstant(at, view.lang)
  return (
    <ol class="ways">
      {versions.map(version => (
        <li key={`${version.since} ${version.recorded_at}`}>
          <Version {...{ view, version }}>
            <span class="hint">
              {' '}
              ·{' '}
              {version.ended_at
                ? words.known(said(version.recorded_at), said(version.ended_at))
                : words.recorded(said(version.recorded_at))}
            </span>
          </Version>
        </li>
      ))}
    </ol>
  )
}

type CheckProps = Props & { now: RuleVersion[]; follows: Sentence[]; samples: RuleSample[] }

/** What was answered, what it takes the place of, and what follows; the same form takes it back to be changed. */
export function RuleCheckPage({ rule, unit, name, typed, options = {}, now, follows, samples, ...staff_page }: CheckProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = rule_words[lang]
  return (
    <Frame {...staff_page} title={words.check_title(rule.title[lang])} crumb={name} here={t => t.rule({ unit, rule: rule.rule })}>
      <FormAnswers form={rule.form} {...{ lang, typed: chosenIn(typed, options) }} empty={words.empty} />
      {samples.map(({ title, text }) => (
        <section key={title.vi}>
          <h2>{title[lang]}</h2>
          <blockquote class="as-read">{text}</blockquote>
        </section>
      ))}
      <h2>{words.now}</h2>
      <InForce {...{ view, now }} />
      <h2>{words.follows}</h2>
      <ul class="plain-list">
        {(follows.length > 0 ? follows.map(sentence => sentence[lang]) : [words.nothing_follows]).map(said => (
          <li key={said}>{said}</li>
        ))}
      </ul>
      <form method="post" action={to.rule({ unit, rule: rule.rule })}>
        <HiddenFields fields={[['key', randomUUID()], ...Object.entries(typed)]} />
        <div class="actions">
          <button type="submit" name="chac" value="1">
            {rule.needs_second ? words.propose : words.set}
          </button>
          <button type="submit" class="quiet" name="chac" value="sua">
            {words.again}
          </button>
        </div>
      </form>
    </Frame>
  )
}
