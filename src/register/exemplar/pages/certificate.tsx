import { QrCode } from '../../../platform/sign-in/index.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { AwardRow } from '../reads/case-parts.ts'
import type { Nomination } from '../reads/find-nomination.ts'
import { sayAward } from '../say-award.ts'
import { exemplar_words, form_words } from '../words.ts'

type Props = StaffPageProps & { found: Nomination; award: AwardRow; address: string }

/** A certificate to be printed and handed over: its square leads to the page that says whether the award stands. */
export function CertificateSheet({ found, award, address, ...staff_page }: Props) {
  const { lang, to } = staff_page.view
  const words = exemplar_words[lang]
  return (
    <Frame {...staff_page} title={words.certificate} crumb={found.unit_name ?? ''} here={t => t.nomination_certificate(found)}>
      <article class="sheet certificate">
        <p class="kind">{form_words[award.form][lang]}</p>
        <p class="recipient">{found.name ?? words.unnamed}</p>
        <p lang="vi">{found.achievement}</p>
        <p>{sayAward(award, lang)}</p>
        <p lang="vi">{award.issuer}</p>
        <QrCode text={address} label={words.certificate_square} />
        <p class="hint">{words.certificate_square}</p>
      </article>
      <p class="actions no-print">
        <a href={to.nomination(found)}>{words.back_to_case}</a>
      </p>
    </Frame>
  )
}
