import { sayInstant } from '../../../basis/shared/dates.ts'
import { HiddenFields, type ViewContext } from '../../web/index.ts'
import type { AccountNotice } from '../invitation/account-notices.ts'
import type { AccountTold } from '../invitation/find-account-notices.ts'
import { invitation_words } from '../invitation/invitation-words.ts'

/**
 * On the home page: what somebody is told of accounts, what waits for their confirmation, and whether their own roles
 * wait for one.
 */
export function AccountNotices({ view, news: { notices, waiting, second } }: { view: ViewContext; news: AccountTold }) {
  const words = invitation_words[view.lang]
  return (
    <>
      {second && <RolesWait {...{ view, second }} />}
      {waiting > 0 && (
        <div class="notice is-to-do">
          <p>
            <a href={view.to.invitations_waiting()}>{words.waiting_n(waiting)}</a>
          </p>
        </div>
      )}
      {notices.map(notice => (
        <OneNotice key={notice.account_notice_id} {...{ view, notice }} />
      ))}
    </>
  )
}

/** That one's roles wait for a second person, and the button that asks for one. */
export function RolesWait({ view: { lang, to }, second }: { view: ViewContext; second: 'asked' | 'unasked' }) {
  const words = invitation_words[lang]
  return (
    <div class="notice is-to-do">
      <p>{words.roles_wait}</p>
      {second === 'asked' ? (
        <p>{words.is_asked}</p>
      ) : (
        <form method="post" action={to.ask_for_second()} class="actions">
          <button type="submit">{words.ask}</button>
        </form>
      )}
    </div>
  )
}

function OneNotice({ view: { lang, to }, notice }: { view: ViewContext; notice: AccountNotice }) {
  const words = invitation_words[lang]
  const { account_notice_id, kind, invitation_id, is_mine, is_open } = notice
  const advice = !is_mine ? words.ask_them : kind === 'used' ? words.used_by_another : is_open ? words.not_asked_for : null
  return (
    <div class={`notice is-${advice ? 'wrong' : 'done'}`}>
      <p>
        <strong>{words.told({ ...notice, at: sayInstant(notice.made_at, lang) })}</strong> {advice}
      </p>
      <div class="actions">
        <form method="post" action={to.notice_seen()}>
          <HiddenFields fields={[['notice', String(account_notice_id)]]} />
          <button type="submit" class="quiet">
            {words.i_have_seen}
          </button>
        </form>
        {is_mine && is_open && (
          <form method="post" action={to.withdraw_invitation()}>
            <HiddenFields fields={[['withdrawn', String(invitation_id)]]} />
            <button type="submit" class="plain">
              {words.withdraw}
            </button>
          </form>
        )}
      </div>
    </div>
  )
}
