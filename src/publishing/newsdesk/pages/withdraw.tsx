import { Area, Field, type FieldError, FormPage, Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { Edition } from '../../newsroom/index.ts'
import { newsdesk_words } from '../words.ts'

type WithdrawProps = StaffPageProps & { article: Edition; typed: { reason: string; replaced_by: string }; field_errors: FieldError[] }

/** Taking an article off every page, with the reason that readers are given. */
export function WithdrawPage({ article, typed, field_errors, ...staff_page }: WithdrawProps) {
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
        inputMode="numeric"
        size={8}
      />
    </FormPage>
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
