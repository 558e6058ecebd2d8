import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { QrCode } from '../../../platform/sign-in/index.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { Task } from '../reads/find-task.ts'
import type { CommitmentRead } from '../reads/read-commitment.ts'
import type { StepOfText } from '../steps/list-steps.ts'
import { CommitmentSteps } from '../steps/steps.tsx'
import { commitment_words } from '../words.ts'
import { Text } from './text.tsx'

type ReceiptProps = StaffPageProps & {
  task: Task
  text: CommitmentRead
  steps: readonly StepOfText[]
  address: string
  differs: string | null
  told?: string
}

/** What one keeps: the number, the digest, the text, and a square that leads back here. One sheet of A5. */
export function ReceiptPage({ task, text, steps, address, differs, told, ...staff_page }: ReceiptProps) {
  const { lang, to } = staff_page.view
  const words = commitment_words[lang]
  const { obligation_id, number, digest, received_at } = task
  return (
    <Frame
      {...staff_page}
      title={`${words.receipt} ${number}`}
      here={t => t.commitment_receipt({ obligation_id })}
      told={told}
      crumb={task.unit_name}
    >
      <div class="sheet receipt">
        <QrCode text={address} label={words.square} />
        <Differing {...{ lang, differs }} />
        <p>
          <strong>{words.title(task.year)}</strong>
        </p>
        <dl class="facts">
          <dt>{words.receipt_for}</dt>
          <dd>
            {task.full_name}, {sayName(task.unit_name, lang)}
            {task.entered_by !== null && ` (${words.receipt_by})`}
          </dd>
          <dt>{words.receipt_at}</dt>
          <dd>{received_at && sayInstant(received_at, lang)}</dd>
          <dt>{words.digest}</dt>
          <dd class="secret">{digest}</dd>
        </dl>
        <p class="hint">{words.digest_hint}</p>
        <Text {...{ lang, text, limitation: task.limitation }} />
      </div>
      <CommitmentSteps {...{ lang, steps }} />
      <p class="actions no-print">
        <a class="button" href={to.my_commitments()}>
          {words.to_home}
        </a>
        <span class="hint">{words.print}</span>
      </p>
    </Frame>
  )
}

/** Stands on the paper, too, where what is shown is not what was handed in. */
export function Differing({ lang, differs }: { lang: Language; differs: string | null }) {
  if (differs === null) return null
  const words = commitment_words[lang]
  return (
    <div class="summary" role="alert">
      <p>
        <strong>{words.differs}</strong>
      </p>
      <p>{words.differs_hint}</p>
      <p class="secret">{differs}</p>
    </div>
  )
}
