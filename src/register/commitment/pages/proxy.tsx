import { randomUUID } from 'node:crypto'
import type { Fields } from '../../../platform/ledger/index.ts'
import type { Complaint } from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import type { Task } from '../reads/find-task.ts'
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
