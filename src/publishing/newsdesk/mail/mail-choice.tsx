import type { ViewContext } from '../../../platform/web/index.ts'
import type { DeskMail } from '../../newsroom/index.ts'
import { mail_words } from './mail-words.ts'

/** Whether whoever reads the board wants letters of what comes to lie with them: their own choice, one press either way. */
export function MailChoice({ view: { lang, to }, mail: { is_wanted, email } }: { view: ViewContext; mail: DeskMail }) {
  const words = mail_words[lang]
  return (
    <section id="thu-bao">
      <h2>{words.title}</h2>
      {email === null ? (
        <p>
          {words.no_address} <a href={to.account()}>{words.address}</a>
        </p>
      ) : (
        <form method="post" action={to.desk_mail()}>
          <p>{is_wanted ? words.wanted(email) : words.unwanted}</p>
          <p class="actions">
            <button type="submit" name="wanted" value={is_wanted ? '0' : '1'} class="quiet">
              {is_wanted ? words.stop : words.start}
            </button>
          </p>
        </form>
      )}
    </section>
  )
}
