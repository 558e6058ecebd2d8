import { sayInstant } from '../../../basis/shared/dates.ts'
import { sayName, sayUnit } from '../../../basis/shared/names-in-english.ts'
import { type FieldError, type Flash, Frame, type StaffPageProps } from '../../staff/index.ts'
import type { ViewContext } from '../../web/index.ts'
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
            {waiting.map((one, i) => (
              <OneWaiting key={one.invitation_id} {...{ view: staff_page.view, one }} is_first={i === 0} />
            ))}
          </ul>
          <p class="actions">
            <button type="submit">{words.confirm}</button>
          </p>
        </form>
      )}
    </Frame>
  )
}

function OneWaiting({ view: { lang, to }, one, is_first }: { view: ViewContext; one: Waiting; is_first: boolean }) {
  const words = invitation_words[lang]
  const { invitation_id, full_name, maker_name, was_used, roles } = one
  const at = sayInstant(one.asked_at, lang)
  const held = roles.map(({ role, unit_name }) => `${role_words[lang][role]}, ${sayName(unit_name, lang)}`).join('; ')
  return (
    <li>
      <p>
        <strong>{full_name}</strong> · {sayUnit(one, lang)}
        <br />
        {held || words.holds_nothing}
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
