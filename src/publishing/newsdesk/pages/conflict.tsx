import { sayInstant } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { FieldConflict } from '../../../platform/ledger/index.ts'
import { HiddenFields, type Language } from '../../../platform/web/index.ts'
import { compareWords, type MergedPart } from '../../newsroom/index.ts'
import { field_words, newsdesk_words } from '../words.ts'
import { Runs } from './runs.tsx'
import { WritePage, type WriteProps } from './write.tsx'

type ConflictProps = WriteProps & { conflicts: FieldConflict[]; parts: MergedPart[]; saved_by: string; saved_at: string }

/**
 * Somebody has saved meanwhile: the form holds what both wrote. Of a line that both changed, one's own, with theirs
 * above it; of blocks that both changed, one is chosen, or both. Nothing is lost, and nothing is saved until it was
 * read.
 */
export function ConflictPage({ conflicts, parts, saved_by, saved_at, ...write }: ConflictProps) {
  const { lang } = write.view
  const words = newsdesk_words[lang]
  const has_choices = parts.some(part => part.is_both)
  const said = [...(conflicts.length > 0 ? [words.conflict_lines] : []), ...(has_choices ? [words.conflict_parts] : [])]
  return (
    <WritePage {...write} {...(has_choices && { body: <BodyParts {...{ lang, parts, saved_by }} /> })}>
      <div class="notice is-wrong" role="alert">
        <p>{words.conflict(saved_by, sayInstant(saved_at, lang))}</p>
        <p>{said.length > 0 ? [words.conflict_merged, ...said].join(' ') : words.conflict_same}</p>
      </div>
      {conflicts.map(conflict => (
        <Theirs key={conflict.field} {...{ lang, conflict }} />
      ))}
    </WritePage>
  )
}

function Theirs({ lang, conflict: { field, theirs } }: { lang: Language; conflict: FieldConflict }) {
  const label = lookUp(field_words, field)!.label[lang]
  return (
    <section>
      <h2>{newsdesk_words[lang].theirs(label)}</h2>
      <div class="paper" lang="vi">
        {theirs}
      </div>
    </section>
  )
}

type PartsProps = { lang: Language; parts: MergedPart[]; saved_by: string }

/** The body part by part: what is merged already, and between it what must be chosen. */
function BodyParts({ lang, parts, saved_by }: PartsProps) {
  return (
    <section>
      <h2>{field_words.body.label[lang]}</h2>
      <HiddenFields fields={[['parts', String(parts.length)], ...parts.flatMap(hiddenOf)]} />
      {parts.map((part, i) =>
        part.is_both ? (
          <Choice key={i} {...{ lang, part, i, saved_by }} n={parts.slice(0, i + 1).filter(({ is_both }) => is_both).length} />
        ) : (
          <div key={i} class="paper" lang="vi">
            {part.blocks.join('\n\n')}
          </div>
        ),
      )}
    </section>
  )
}

function hiddenOf(part: MergedPart, i: number): [string, string][] {
  if (!part.is_both) return [[`part-${i}`, part.blocks.join('\n\n')]]
  return [
    [`mine-${i}`, part.mine.join('\n\n')],
    [`theirs-${i}`, part.theirs.join('\n\n')],
  ]
}

type ChoiceProps = { lang: Language; part: Extract<MergedPart, { is_both: true }>; i: number; n: number; saved_by: string }

/** Blocks that both have changed, each beside what stood there before, word by word. */
function Choice({ lang, part: { base, mine, theirs }, i, n, saved_by }: ChoiceProps) {
  const words = newsdesk_words[lang]
  const against = (text: string[]) => compareWords(base.join('\n\n'), text.join('\n\n'))
  const sides = [
    ['mine', words.choose_mine, mine],
    ['theirs', words.choose_theirs(saved_by), theirs],
    ['both', words.choose_both, null],
  ] as const
  return (
    <fieldset class="choices">
      <legend>{words.both_changed(n)}</legend>
      {sides.map(([value, label, text]) => (
        <div key={value}>
          <label class="choice">
            <input type="radio" name={`choose-${i}`} value={value} checked={value === 'mine'} /> <span>{label}</span>
          </label>
          {text && (
            <div class="paper" lang="vi">
              {text.length === 0 ? words.took_away : <Runs {...{ lang }} runs={against(text)} />}
            </div>
          )}
        </div>
      ))}
    </fieldset>
  )
}
