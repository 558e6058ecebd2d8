import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayName, sayUnit } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, type Flash, Frame, type StaffPageProps } from '../../staff/index.ts'
import type { ViewContext } from '../../web/index.ts'
import { batch_words } from '../batch/batch-words.ts'
import type { Waiting } from '../invitation/confirm-invitation.ts'
import { invitation_words } from '../invitation/invitation-words.ts'
import { role_words } from '../words.ts'

type WaitingProps = StaffPageProps & { waiting: Waiting[]; told?: string | Flash; field_errors?: FieldError[] }

/** What waits for a second person: who confirms marks whom they have asked. */
export function WaitingPage({ waiting, told, field_errors, ...staff_page }: WaitingProps) {
  const { lang, to } = staff_page.view
  const words = invitation_words[lang]
  return (
    <Frame
      {...staff_page}
      {...{ told, field_errors }}
      title={words.waiting_n(waiting.length)}
      here={t => t.invitations_waiting()}
      has_workbook={waiting.length > 0}
    >
      <p>{words.waiting_lead}</p>
      <p class="hint">{words.who}</p>
      {waiting.length > 0 && (
        <form method="post" action={to.invitations_waiting()}>
          <ul class="ways">
            {together(waiting).map((some, i) => {
              const { invitation_id, invitation_batch_id } = some[0]!
              const props = { view: staff_page.view, is_first: i === 0 }
              return invitation_batch_id === null ? (
                <OneWaiting key={invitation_id} {...props} one={some[0]!} />
              ) : (
                <BatchWaiting key={invitation_id} {...props} some={some} />
              )
            })}
          </ul>
          <p class="actions">
            <button type="submit">{words.confirm}</button>
          </p>
        </form>
      )}
    </Frame>
  )
}

/** One by one, and what one press made in one. */
function together(waiting: Waiting[]): Waiting[][] {
  const groups = Map.groupBy(waiting, ({ invitation_batch_id, invitation_id }) =>
    invitation_batch_id === null ? `one ${invitation_id}` : `batch ${invitation_batch_id}`,
  )
  return [...groups.values()]
}

function heldBy({ roles }: Waiting, lang: ViewContext['lang']): string {
  const held = roles.map(({ role, unit_name }) => `${role_words[lang][role]}, ${sayName(unit_name, lang)}`).join('; ')
  return held || invitation_words[lang].holds_nothing
}

/** What one press made: it is confirmed once, and its people can be read. */
function BatchWaiting({ view: { lang, to }, some, is_first }: { view: ViewContext; some: Waiting[]; is_first: boolean }) {
  const words = batch_words[lang]
  const { batch_unit, maker_name, asked_at } = some[0]!
  const unit = sayName(batch_unit!, lang)
  const ids = some.map(({ invitation_id }) => invitation_id).join('.')
  return (
    <li>
      <p>
        <strong>{words.one_batch(some.length, unit)}</strong>
        <br />
        <span class="hint">{words.made_at(maker_name, sayInstant(asked_at, lang))}</span>
      </p>
      <details>
        <summary>{words.who_in_it}</summary>
        <ul class="plain-list">
          {some.map(one => (
            <li key={one.invitation_id}>
              {one.full_name} · {sayUnit(one, lang)}
              <br />
              <span class="hint">{heldBy(one, lang)}</span>
            </li>
          ))}
        </ul>
      </details>
      <div class="beside">
        <label class="mark">
          <input type="checkbox" id={is_first ? 'invitation_id' : undefined} name="invitation_id" value={ids} /> {words.asked_all(unit)}
        </label>
        <button
          type="submit"
          class="plain"
          name="withdrawn"
          value={ids}
          formaction={to.withdraw_invitation()}
          aria-label={words.reject_all_of(some.length, unit)}
        >
          {words.reject_all}
        </button>
      </div>
    </li>
  )
}

function OneWaiting({ view: { lang, to }, one, is_first }: { view: ViewContext; one: Waiting; is_first: boolean }) {
  const words = invitation_words[lang]
  const { invitation_id, full_name, maker_name, was_used } = one
  const at = sayInstant(one.asked_at, lang)
  return (
    <li>
      <p>
        <strong>{full_name}</strong> · {sayUnit(one, lang)}
        <br />
        {heldBy(one, lang)}
        <br />
        <span class="hint">{was_used ? words.opened_by(maker_name, at) : words.printed_by(maker_name, at)}</span>
      </p>
      <div class="beside">
        <label class="mark">
          <input type="checkbox" id={is_first ? 'invitation_id' : undefined} name="invitation_id" value={String(invitation_id)} />{' '}
          {words.i_asked(full_name)}
        </label>
        {!was_used && (
          <button
            type="submit"
            class="plain"
            name="withdrawn"
            value={String(invitation_id)}
            formaction={to.withdraw_invitation()}
            aria-label={words.reject_of(full_name)}
          >
            {words.reject}
          </button>
        )}
      </div>
    </li>
  )
}
