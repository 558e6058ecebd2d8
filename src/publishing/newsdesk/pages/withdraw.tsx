import { randomUUID } from 'node:crypto'
import { sayInstant } from '../../../basis/shared/dates.ts'
import { Area, Field, type FieldError, FormPage, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields } from '../../../platform/web/index.ts'
import type { Edition, PlannedWithdrawal } from '../../newsroom/index.ts'
import type { HourTyped } from '../typed-hour.ts'
import { newsdesk_words } from '../words.ts'
import { HourFields } from './hour-fields.tsx'

type Typed = { reason: string; replaced_by: string; hour: HourTyped }
type WithdrawProps = StaffPageProps & { article: Edition; planned: PlannedWithdrawal | null; typed: Typed; field_errors: FieldError[] }

/** Taking an article off every page, with the reason that readers are given. */
export function WithdrawPage({ article, planned, typed, field_errors, ...staff_page }: WithdrawProps) {
  const { lang, to } = staff_page.view
  const words = newsdesk_words[lang]
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.withdraw_title(article.title)}
      crumb={words.title}
      here={t => t.article_withdraw(article)}
      lead={words.withdraw_lead}
      before={planned && <Planned {...{ planned }} view={staff_page.view} />}
      button={words.withdraw}
      cancel={{ href: to.newsdesk(), label: words.back }}
    >
      <Area
        {...{ lang, field_errors }}
        name="reason"
        label={words.withdraw_reason}
        hint={words.withdraw_reason_hint}
        value={typed.reason}
      />
      <Field
        {...{ lang, field_errors }}
        name="replaced_by"
        label={words.replaced_by}
        hint={words.replaced_by_hint}
        value={typed.replaced_by}
        autocomplete="off"
        size={40}
      />
      <HourFields {...{ lang, field_errors }} typed={typed.hour} label={words.withdraw_when} now={words.withdraw_now} />
    </FormPage>
  )
}

/** That it is to go at an hour already, and the way to keep it. */
function Planned({ planned, view: { lang, to } }: { planned: PlannedWithdrawal; view: StaffPageProps['view'] }) {
  const words = newsdesk_words[lang]
  return (
    <div class="notice is-to-do">
      <p>{words.goes(sayInstant(planned.withdraw_at, lang), planned.planner_name)}</p>
      <form method="post" action={to.article_keep(planned)}>
        <HiddenFields fields={[['key', randomUUID()]]} />
        <button type="submit" class="quiet">
          {words.keep}
        </button>
      </form>
    </div>
  )
}

/** Why no draft was begun upon a published article. */
export function FollowRefusedPage({ field_errors, ...staff_page }: StaffPageProps & { field_errors: FieldError[] }) {
  const { lang, to } = staff_page.view
  const words = newsdesk_words[lang]
  return (
    <Frame {...staff_page} {...{ field_errors }} title={words.follow_title} here={t => t.newsdesk()}>
      <p>
        <a href={to.newsdesk()}>{words.back}</a>
      </p>
    </Frame>
  )
}
