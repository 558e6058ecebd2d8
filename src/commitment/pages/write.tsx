import { randomUUID } from 'node:crypto'
import type { Fields } from '../../ledger/index.ts'
import { inDayMonthYear } from '../../shared/dates.ts'
import type { Problem } from '../../shared/outcome.ts'
import { type Complaint, Field, HiddenFields, type Language } from '../../web/index.ts'
import { limits, problemsWith, text_fields } from '../commitment.ts'
import { textFrom } from '../fields.ts'
import { askedOf, type Task } from '../find-task.ts'
import { commitment_words } from '../words.ts'
import { Area, type Desk, Frame } from './frame.tsx'
import { dayOr, Text } from './text.tsx'

/** The parts of the form, in order; the last is reading it once more. */
export const parts = ['tu-ren-luyen', 'viec-lam-theo', 'han-che', 'kiem-tra'] as const
export type Part = (typeof parts)[number]
type WriteProps = Desk & { task: Task; fields: Fields; complaints?: Complaint[] }

/** Which fields stand on which part. */
export function isOn(part: Part, field: string): boolean {
  if (part === 'tu-ren-luyen') return (text_fields as readonly string[]).includes(field)
  if (part === 'viec-lam-theo') return field.startsWith('deed_')
  return part === 'han-che' && field.startsWith('remedy')
}

/** What is to be written, part by part, and how far it is. */
export function TaskListPage({ task, fields, ...desk }: WriteProps) {
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  const wrong = [...problemsWith(textFrom(fields), askedOf(task))]
  const { obligation_id } = task
  return (
    <Frame {...desk} title={words.title(task.year)} crumb={task.unit_name} here={t => t.commitment_part({ obligation_id, part: 'viet' })}>
      <p>{words.due(inDayMonthYear(task.due_on))}</p>
      <h2>{words.task_list}</h2>
      <ul class="ways steps">
        {parts.map(part => (
          <li key={part}>
            <a href={to.commitment_part({ obligation_id, part })}>{words.parts[part]}</a>
            {part !== 'kiem-tra' && <span class="tag">{words[progressOf(part, fields, wrong)]}</span>}
          </li>
        ))}
      </ul>
      <p class="hint">{words.saving}</p>
    </Frame>
  )
}

function progressOf(part: Part, fields: Fields, wrong: readonly Problem[]): 'done' | 'begun' | 'to_do' {
  if (!wrong.some(({ field }) => isOn(part, field ?? ''))) return 'done'
  return Object.entries(fields).some(([name, text]) => isOn(part, name) && text !== '') ? 'begun' : 'to_do'
}

/** One part of the form. It works without script; with it, it saves itself. */
export function PartPage({
  part,
  version,
  script,
  ...props
}: WriteProps & { part: Exclude<Part, 'kiem-tra'>; version: number; script: string }) {
  const { task, fields, complaints = [], ...desk } = props
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  const { obligation_id } = task
  return (
    <Frame
      {...desk}
      title={words.parts[part]!}
      crumb={`${words.title(task.year)} · ${parts.indexOf(part) + 1}/${parts.length}`}
      here={t => t.commitment_part({ obligation_id, part })}
      complaints={complaints}
      scripts={[script]}
    >
      <form method="post" action={to.commitment_part({ obligation_id, part })} {...autosaving(lang)}>
        <HiddenFields fields={[['draft_version', String(version)]]} />
        <PartFields {...{ lang, part, task, fields, complaints }} />
        <div class="actions">
          <button type="submit">{words.save}</button>
          <span class="hint" role="status" data-told />
        </div>
      </form>
    </Frame>
  )
}

/** What the script that saves by itself says. */
export function autosaving(lang: Language) {
  const { saved_now, not_saved, stale_now, away, ended, restored } = commitment_words[lang]
  return {
    'data-autosave': true,
    'data-saved': saved_now,
    'data-failed': not_saved,
    'data-stale': stale_now,
    'data-away': away,
    'data-ended': ended,
    'data-restored': restored,
  }
}

type PartFieldsProps = { lang: Language; part: Part; task: Task; fields: Fields; complaints: Complaint[] }

export function PartFields({ lang, part, task, fields, complaints }: PartFieldsProps) {
  const words = commitment_words[lang]
  const error_word = lang === 'vi' ? 'Lỗi' : 'Error'
  if (part === 'tu-ren-luyen')
    return text_fields.map(name => (
      <Area key={name} {...{ name, complaints, error_word }} label={words.texts[name]} hint={words.hints[name]} value={fields[name]} />
    ))
  if (part === 'han-che')
    return task.limitation ? (
      <div>
        <p>
          {words.limitation}: <strong>{task.limitation}</strong>
        </p>
        <Area name="remedy" label={words.remedy} value={fields.remedy} {...{ complaints, error_word }} />
        <Field
          name="remedy_due_on"
          label={words.due_on}
          hint={words.due_hint(inDayMonthYear(`${task.year}-12-31`))}
          value={dayOr(fields.remedy_due_on ?? '')}
          {...{ lang, complaints }}
          inputMode="numeric"
          size={12}
        />
      </div>
    ) : (
      <p>{words.no_limitation}</p>
    )
  const written = Object.keys(fields).flatMap(name => (fields[name] ? [Number(/^deed_(\d)_/.exec(name)?.[1] ?? 0)] : []))
  const shown = Math.max(task.deeds_most, ...written)
  return (
    <div>
      <p>{words.deeds_lead(task.deeds_least, task.deeds_most)}</p>
      {Array.from({ length: shown }, (_, i) => (
        <DeedFields key={i} {...{ lang, fields, complaints, error_word }} n={i + 1} is_optional={i >= task.deeds_least} year={task.year} />
      ))}
    </div>
  )
}

type DeedFieldsProps = {
  lang: Language
  fields: Fields
  complaints: Complaint[]
  n: number
  is_optional: boolean
  year: number
  error_word: string
}

export function DeedFields({ lang, fields, complaints, n, is_optional, year, error_word }: DeedFieldsProps) {
  const words = commitment_words[lang]
  const at = (part: string) => `deed_${n}_${part}`
  return (
    <fieldset class="deed">
      <legend>
        {words.deed(n)} {is_optional && <span class="hint">({words.optional})</span>}
      </legend>
      <Area
        name={at('what')}
        label={words.what}
        rows={2}
        value={fields[at('what')]}
        {...{ complaints, error_word }}
        hint={words.limit(limits.what)}
      />
      <Area
        name={at('how')}
        label={`${words.how} (${words.optional})`}
        rows={2}
        value={fields[at('how')]}
        {...{ complaints, error_word }}
      />
      <Field name={at('measure')} label={words.measure} value={fields[at('measure')]} {...{ lang, complaints }} />
      <Field
        name={at('due_on')}
        label={words.due_on}
        hint={words.due_hint(inDayMonthYear(`${year}-12-31`))}
        value={dayOr(fields[at('due_on')] ?? '')}
        {...{ lang, complaints }}
        inputMode="numeric"
        size={12}
      />
    </fieldset>
  )
}

/** Everything once more before it is handed in; what is still wrong stands above with the way to it. */
export function CheckPage({ task, fields, complaints = [], alike, version, ...desk }: WriteProps & { alike: number[]; version: number }) {
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  const { obligation_id } = task
  return (
    <Frame
      {...desk}
      title={words.parts['kiem-tra']!}
      crumb={words.title(task.year)}
      here={t => t.commitment_part({ obligation_id, part: 'kiem-tra' })}
      complaints={complaints}
    >
      <p>{words.check_lead}</p>
      <Text {...{ lang, alike, limitation: task.limitation }} text={textFrom(fields)} />
      <p class="actions">
        {parts.slice(0, 3).map(part => (
          <a key={part} href={to.commitment_part({ obligation_id, part })}>
            {words.change}: {words.parts[part]!.toLowerCase()}
          </a>
        ))}
      </p>
      <form method="post" action={to.commitment_submit({ obligation_id })} class="actions">
        <HiddenFields
          fields={[
            ['draft_version', String(version)],
            ['key', randomUUID()],
          ]}
        />
        <button type="submit">{words.submit}</button>
      </form>
    </Frame>
  )
}

type ConflictProps = Desk & {
  here: (to: Desk['reading']['to']) => string
  crumb: string
  problems: readonly Problem[]
  typed: Fields
  label: (field: string) => string
  script: string
}

/** Two texts of one part, side by side where they differ; nothing has been overwritten. */
export function ConflictPage({ here, crumb, problems, typed, label, script, ...desk }: ConflictProps) {
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  const differing = problems.flatMap(({ field, values }) =>
    field ? [{ field, mine: String(values?.mine ?? ''), theirs: String(values?.theirs ?? '') }] : [],
  )
  const rest = Object.entries(typed).filter(([name]) => !differing.some(({ field }) => field === name))
  return (
    <Frame {...desk} title={words.conflict} crumb={crumb} here={here} scripts={[script]}>
      <p>{words.conflict_lead}</p>
      <form method="post" action={here(to)} data-conflict>
        <HiddenFields fields={[['draft_version', String(problems[0]?.limit ?? 0)], ...rest]} />
        {differing.map(({ field, mine, theirs }) => (
          <fieldset key={field} class="deed">
            <legend>{label(field)}</legend>
            <dl class="facts">
              <dt>{words.theirs}</dt>
              <dd>{theirs || '–'}</dd>
              <dt>{words.mine}</dt>
              <dd>{mine || '–'}</dd>
            </dl>
            <Area name={field} label={words.keep} value={mine} error_word="" />
          </fieldset>
        ))}
        <div class="actions">
          <button type="submit">{words.keep_merged}</button>
        </div>
      </form>
    </Frame>
  )
}

export function labelOf(lang: Language, field: string): string {
  const words = commitment_words[lang]
  const deed = /^deed_(\d)_(what|how|measure|due_on)$/.exec(field)
  if (deed) return `${words.deed(Number(deed[1]))}: ${words[deed[2] as 'what' | 'how' | 'measure' | 'due_on'].toLowerCase()}`
  if (field === 'remedy_due_on') return `${words.remedy}: ${words.due_on.toLowerCase()}`
  return words.texts[field as keyof typeof words.texts] ?? words.remedy
}
