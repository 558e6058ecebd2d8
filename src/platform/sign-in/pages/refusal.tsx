import { StaffLayout } from '../../staff/index.ts'
import type { Language, ViewContext } from '../../web/index.ts'

type State = 'asked' | 'done' | 'unknown'

const words: Record<Language, { title: Record<State, string>; lead: Record<State, string>; refuse: string; account: string }> = {
  vi: {
    title: { asked: 'Thôi nhận thư nhắc?', done: 'Đã thôi nhận thư nhắc', unknown: 'Đường dẫn này không dùng được' },
    lead: {
      asked: 'Địa chỉ thư này sẽ không nhận thư nhắc nữa. Lời nhắc vẫn hiện trong sổ khi đăng nhập.',
      done: 'Địa chỉ thư này không nhận thư nhắc nữa. Lời nhắc vẫn hiện trong sổ khi đăng nhập. Muốn nhận lại: đăng nhập, lưu lại địa chỉ ở trang Tài khoản của tôi.',
      unknown: 'Đường dẫn có thể bị cắt khi chuyển thư. Hãy đăng nhập và bỏ địa chỉ ở trang Tài khoản của tôi.',
    },
    refuse: 'Thôi nhận thư nhắc',
    account: 'Tài khoản của tôi',
  },
  en: {
    title: { asked: 'Get no more reminders by mail?', done: 'No more reminders by mail', unknown: 'This link does not work' },
    lead: {
      asked: 'This mailbox will get no more reminders. They still stand in the register when you sign in.',
      done: 'This mailbox gets no more reminders. They still stand in the register when you sign in. To get them again, sign in and save the address again on your account page.',
      unknown: 'It may have been cut when the mail was passed on. Sign in and take your address back on your account page.',
    },
    refuse: 'Get no more reminders',
    account: 'My account',
  },
}

/** Whoever reads a mailbox wants no more reminders there: asked first, then said that it is done. */
export function RefusalPage({ view, sealed, state }: { view: ViewContext; sealed: string; state: State }) {
  const { lang, to } = view
  const { title, lead, refuse, account } = words[lang]
  return (
    <StaffLayout {...view} title={title[state]} here={t => t.refuse_reminders({ sealed })}>
      <h1>{title[state]}</h1>
      <p>{lead[state]}</p>
      {state === 'asked' ? (
        <form method="post" action={to.refuse_reminders({ sealed })}>
          <p class="actions">
            <button type="submit">{refuse}</button>
          </p>
        </form>
      ) : (
        <p class="actions">
          <a href={to.account()}>{account}</a>
        </p>
      )}
    </StaffLayout>
  )
}
