import { sayDay } from '../../../basis/shared/dates.ts'
import type { Language } from '../../web/index.ts'
import { access_words } from '../words.ts'
import { QrCode } from './qr-code.tsx'

type SheetProps = {
  lang: Language
  full_name: string
  /** Where they are, or as what they come. */
  place: string
  code: string
  /** What the square says: the page of invitations with the code. */
  address: string
  sign_in_name: string
  /** The last day on which the code works. */
  until: string
}

/** An invitation on A5, to be handed over. */
export function InvitationSheet({ lang, full_name, place, code, address, sign_in_name, until }: SheetProps) {
  const words = access_words[lang]
  const bare = address.replace(/\?.*$/, '')
  return (
    <article class="sheet">
      <h1>{words.sheet_title}</h1>
      <p>
        <strong>{full_name}</strong>
        <br />
        {place}
      </p>
      <p>{words.sheet_lead}</p>
      <QrCode text={address} label={bare} />
      <p class="secret">{bare}</p>
      <p class="code">{code}</p>
      <dl class="facts">
        <dt>{words.sign_in_name}</dt>
        <dd>{sign_in_name}</dd>
        <dt>{words.sheet_until}</dt>
        <dd>{sayDay(until, lang)}</dd>
      </dl>
      <p>{words.sheet_once}</p>
    </article>
  )
}
