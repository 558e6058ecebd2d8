import { inDayMonthYear, sayDay } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Problem } from '../../../basis/shared/outcome.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { DayField, type FieldError } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language } from '../../../platform/web/index.ts'
import { canMove } from '../../../platform/workflow/index.ts'
import { commitment_flow, problemsWith, text_fields } from '../commitment.ts'
import { textFrom } from '../fields.ts'
import { type CommitmentCode, commitment_problems, complaintsFromAfar } from '../problem-words.ts'
import { askedOf, type Task } from '../reads/find-task.ts'
import { commitment_words } from '../words.ts'
import { DeedsFields } from './deed-fields.tsx'
import { Area, Frame, type StaffPageProps } from './frame.tsx'
import { complaintsInParts, HandIn, type InParts, PartForm, PartList, partsLeft, StillToWrite } from './parts.tsx'
import { Text } from './text.tsx'

/** The parts of the form, in order; the last is reading it once more. */
export const parts = ['tu-ren-luyen', 'viec-lam-theo', 'han-che', 'kiem-tra'] as const
export type Part = (typeof parts)[number]
type WriteProps = StaffPageProps & { task: Task; fields: Fields; field_errors?: FieldError[] }

/** Which fields stand on which part. */
export function isOn(part: Part, field: string): boolean {
  if (part === 'tu-ren-luyen') return (text_fields as readonly string[]).includes(field)
  if (part === 'viec-lam-theo') return field.startsWith('deed_')
  return part === 'han-che' && field.startsWith('remedy')
}

function inParts(lang: Language, { obligation_id }: Task): InParts<Part> {
  return { parts, labels: commitment_words[lang].parts, isOn, at: (to, part) => to.commitment_part({ obligation_id, part }) }
}

/** What is to be written, part by part, and how far it is. */
export function TaskListPage({ task, fields, ...staff_page }: WriteProps) {
  const { view } = staff_page
  const words = commitment_words[view.lang]
  const form = inParts(view.lang, task)
  const wrong = [...problemsWith(textFrom(fields), askedOf(task))]
  return (
    <Frame
      {...staff_page}
      title={titleOf(view.lang, task, partsLeft(form, wrong).length)}
      crumb={task.unit_name}
      here={to => form.at(to, 'viet')}
      told={besideOf(view.lang, task)}
    >
      <p>{words.due(sayDay(task.due_on, view.lang))}</p>
      <PartList {...{ view, form, fields, wrong }} />
    </Frame>
  )
}

function titleOf(lang: Language, { year, state }: Task, left: number): string {
  const words = commitment_words[lang]
  if (!canMove(commitment_flow, 'submit', state)) return words.handed_in_already(words.states[state!])
  return state === 'approved' || state === 'under-way' ? words.amend : words.parts_left(year, left)
}

/** What is written while a text waits stays beside it. */
function besideOf(lang: Language, { state }: Task): string | undefined {
  return canMove(commitment_flow, 'submit', state) ? undefined : commitment_words[lang].beside
}

type PartPageProps = WriteProps & { part: Exclude<Part, 'kiem-tra'>; version: number; script: string }

export function PartPage({ part, version, script, ...props }: PartPageProps) {
  const { task, fields, field_errors = [], ...staff_page } = props
  const { lang, to } = staff_page.view
  const words = commitment_words[lang]
  const form = inParts(lang, task)
  return (
    <Frame
      {...staff_page}
      title={words.parts[part]!}
      crumb={`${words.title(task.year)} · ${parts.indexOf(part) + 1}/${parts.length}`}
      here={t => form.at(t, part)}
      field_errors={field_errors}
      told={besideOf(lang, task)}
      scripts={[script]}
    >
      <PartForm {...{ lang, version }} action={form.at(to, part)} list={form.at(to, 'viet')}>
        <PartFields {...{ lang, part, task, fields, field_errors }} />
      </PartForm>
    </Frame>
  )
}

type PartFieldsProps = { lang: Language; part: Part; task: Task; fields: Fields; field_errors: FieldError[] }

export function PartFields({ lang, part, task, fields, field_errors }: PartFieldsProps) {
  const words = commitment_words[lang]
  if (part === 'tu-ren-luyen')
    return text_fields.map(name => (
      <Area key={name} {...{ lang, name, field_errors }} label={words.texts[name]} hint={words.hints[name]} value={fields[name]} />
    ))
  if (part === 'han-che') return <Remedy {...{ lang, task, fields, field_errors }} />
  const written = Object.keys(fields).flatMap(name => (lookUp(fields, name) ? [Number(/^deed_(\d)_/.exec(name)?.[1] ?? 0)] : []))
  const shown = Math.max(task.deeds_most, ...written)
  return (
    <div>
      <p>{words.deeds_lead(task.deeds_least, task.deeds_most)}</p>
      <DeedsFields {...{ lang, fields, field_errors, shown }} least={task.deeds_least} year={task.year} />
    </div>
  )
}

function Remedy({ lang, task, fields, field_errors }: Omit<PartFieldsProps, 'part'>) {
  const words = commitment_words[lang]
  if (!task.limitation) return <p>{words.no_limitation}</p>
  const latest = inDayMonthYear(`${task.year}-12-31`)
  return (
    <div>
      <p>
        {words.limitation}: <strong lang="vi">{task.limitation}</strong>
      </p>
      <Area {...{ lang, field_errors }} name="remedy" label={words.remedy} value={fields.remedy} />
      <DayField {...{ lang, field_errors }} name="remedy_due_on" label={words.due_on} hint={words.due_hint(latest)} typed={fields} />
    </div>
  )
}

type CheckProps = StaffPageProps & {
  task: Task
  fields: Fields
  problems?: readonly Problem<CommitmentCode>[]
  alike: number[]
  version: number
}

/** Everything once more before it is handed in; what is still wrong stands above with the way to it. */
export function CheckPage({ task, fields, problems = [], alike, version, ...staff_page }: CheckProps) {
  const { view } = staff_page
  const { lang, to } = view
  const words = commitment_words[lang]
  const form = inParts(lang, task)
  const action = to.commitment_submit(task)
  const say = (wrong: readonly Problem<CommitmentCode>[]) =>
    complaintsInParts(
      to,
      form,
      complaintsFromAfar(commitment_problems, lang, wrong, field => nameOf(lang, field)),
    )
  const left = say([...problemsWith(textFrom(fields), askedOf(task))])
  const is_whole = left.length === 0
  const is_open = canMove(commitment_flow, 'submit', task.state)
  return (
    <Frame
      {...staff_page}
      title={!is_open ? titleOf(lang, task, 0) : is_whole ? words.parts['kiem-tra']! : words.still_to_write(left.length)}
      crumb={words.title(task.year)}
      here={t => form.at(t, 'kiem-tra')}
      field_errors={say(problems)}
      told={problems.length === 0 ? besideOf(lang, task) : undefined}
    >
      {problems.length === 0 && is_open && !is_whole && <StillToWrite {...{ lang }} field_errors={left} />}
      {is_open && <p>{words.check_lead}</p>}
      <Text {...{ lang, alike, limitation: task.limitation }} text={textFrom(fields)} />
      {is_open ? (
        <HandIn {...{ view, form, version, action, is_whole }} button={words.submit} />
      ) : (
        <p class="actions">
          <a class="button" href={to.my_commitments()}>
            {words.to_home}
          </a>
        </p>
      )}
    </Frame>
  )
}

type ConflictProps = StaffPageProps & {
  here: (to: StaffPageProps['view']['to']) => string
  crumb: string
  problems: readonly Problem[]
  typed: Fields
  label: (field: string) => string
  script: string
}

/** Two texts of one part, side by side where they differ; nothing has been overwritten. */
export function ConflictPage({ here, crumb, problems, typed, label, script, ...staff_page }: ConflictProps) {
  const { lang, to } = staff_page.view
  const words = commitment_words[lang]
  const differing = problems.flatMap(({ field, values }) =>
    field ? [{ field, mine: String(values?.mine ?? ''), theirs: String(values?.theirs ?? '') }] : [],
  )
  const rest = Object.entries(typed).filter(([name]) => !differing.some(({ field }) => field === name))
  return (
    <Frame {...staff_page} title={words.conflict} crumb={crumb} here={here} scripts={[script]}>
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
            <Area {...{ lang }} name={field} label={words.keep} value={mine} />
          </fieldset>
        ))}
        <div class="actions">
          <button type="submit">{words.keep_merged}</button>
        </div>
      </form>
    </Frame>
  )
}

/** Of what a field is a part: «Việc 2»; null for what is no part of the text. */
function nameOf(lang: Language, field: string): string | null {
  const words = commitment_words[lang]
  const deed = /^deed_(\d)_/.exec(field)
  if (deed) return words.deed(Number(deed[1]))
  return lookUp(words.texts, field) ?? (field.startsWith('remedy') ? words.remedy : null)
}

export function labelOf(lang: Language, field: string): string {
  const words = commitment_words[lang]
  const deed = /^deed_(\d)_(what|how|measure|due_on)$/.exec(field)
  const { what, how, measure, due_on } = words
  if (deed) return `${words.deed(Number(deed[1]))}: ${lookUp({ what, how, measure, due_on }, deed[2])!.toLowerCase()}`
  if (field === 'remedy_due_on') return `${words.remedy}: ${words.due_on.toLowerCase()}`
  return lookUp(words.texts, field) ?? words.remedy
}
