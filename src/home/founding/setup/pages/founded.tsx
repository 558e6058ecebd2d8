import { InvitationSheet, role_words } from '../../../../platform/sign-in/index.ts'
import { StaffLayout } from '../../../../platform/staff/index.ts'
import type { ViewContext } from '../../../../platform/web/index.ts'
import type { Founded } from '../../found-register.ts'
import { setup_words } from '../setup-words.ts'

type FoundedProps = Founded & { view: ViewContext; addressOf: (code: string) => string }

/** The invitations of the first people, one on a page of A5: the one time that their codes can be seen. */
export function FoundedPage({ view, sheets, addressOf }: FoundedProps) {
  const { lang, to } = view
  const words = setup_words[lang]
  return (
    <StaffLayout {...view} title={words.founded} here={t => t.invitation()}>
      <div class="no-print">
        <h1>{words.founded}</h1>
        <p>{words.founded_lead}</p>
        <p>
          {words.sheets(sheets.length)} · <a href={to.invitation()}>{words.to_invitation}</a>
        </p>
      </div>
      {sheets.map(sheet => (
        <InvitationSheet
          key={sheet.sign_in_name}
          {...{ lang, ...sheet }}
          place={role_words[lang][sheet.role]}
          address={addressOf(sheet.code)}
        />
      ))}
    </StaffLayout>
  )
}
