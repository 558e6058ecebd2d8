import { randomUUID } from 'node:crypto'
import { Square } from '../../access/index.ts'
import type { Fields } from '../../ledger/index.ts'
import { sayDay } from '../../shared/dates.ts'
import { sayName } from '../../shared/names-in-english.ts'
import { type Complaint, HiddenFields } from '../../web/index.ts'
import { text_fields } from '../commitment.ts'
import type { Task } from '../find-task.ts'
import { commitment_words } from '../words.ts'
import { type Desk, Frame } from './frame.tsx'
import { PartFields } from './write.tsx'

type ProxyProps = Desk & { unit: string; task: Task; fields: Fields; complaints?: Complaint[] }

/** The whole form on one page, in the order of the paper. */
export function ProxyPage({ unit, task, fields, complaints = [], ...desk }: ProxyProps) {
  const { lang, to } = desk.reading
  const words = commitment_words[lang]
  const { obligation_id, full_name } = task
  return (
    <Frame
      {...desk}
      title={words.enter_for_name(full_name)}
      crumb={`${task.unit_name} · ${words.title(task.year)}`}
      here={t => t.cell_proxy({ unit, obligation_id })}
      complaints={complaints}
    >
      <p>{words.proxy_lead}</p>
      <form method="post" action={to.cell_proxy({ unit, obligation_id })}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        {(['tu-ren-luyen', 'viec-lam-theo', 'han-che'] as const).map(part => (
          <section key={part}>
            <h2>{words.parts[part]}</h2>
            <PartFields {...{ lang, part, task, fields, complaints }} />
          </section>
        ))}
        <div class="actions">
          <button type="submit">{words.proxy_submit(full_name)}</button>
          <a href={to.cell({ unit })}>{words.back_to_cell}</a>
        </div>
      </form>
    </Frame>
  )
}

/** A sheet to write on by hand, with the square that leads whoever enters it to the right page. */
export function SheetPage({ unit, task, address, ...desk }: Desk & { unit: string; task: Task; address: string }) {
  const { lang } = desk.reading
  const words = commitment_words[lang]
  const { obligation_id, year } = task
  return (
    <Frame {...desk} title={words.sheet_title(year)} crumb={task.unit_name} here={t => t.cell_sheet({ unit, obligation_id })}>
      <div class="sheet lined">
        <Square text={address} label={words.sheet_square} />
        <p>
          <strong>{task.full_name}</strong> · {sayName(task.unit_name, lang)} · {words.due(sayDay(task.due_on, lang)).toLowerCase()}
        </p>
        {text_fields.map(field => (
          <p key={field} class="rule">
            {words.texts[field]}
          </p>
        ))}
        {Array.from({ length: task.deeds_most }, (_, i) => (
          <p key={i} class="rule tall">
            {words.deed(i + 1)}: {words.what.toLowerCase()}, {words.how.toLowerCase()}, {words.measure.toLowerCase()},{' '}
            {words.due_on.toLowerCase()}
          </p>
        ))}
        {task.limitation && (
          <p class="rule">
            {words.limitation}: {task.limitation}. {words.remedy}:
          </p>
        )}
        <p class="rule">{words.sheet_signed}</p>
      </div>
      <p class="hint no-print">{words.print}</p>
    </Frame>
  )
}
