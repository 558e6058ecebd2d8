import { sayDay } from '../../../basis/shared/dates.ts'
import type { Language } from '../../web/index.ts'
import { access_words } from '../words.ts'
import { QrCode, type Square } from './qr-code.tsx'

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
  /** Whether it works only once a second person has confirmed it. */
  waits?: boolean
  /** The square, where it is drawn already. */
  square?: Square
}

/** An invitation on A5, to be handed over. */
export function InvitationSheet({ lang, full_name, place, code, address, sign_in_name, until, waits = false, square }: SheetProps) {
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
      <QrCode text={address} label={bare} square={square} />
      <p class="secret">{bare}</p>
      <p class="code">{code}</p>
      <dl class="facts">
        <dt>{words.sign_in_name}</dt>
        <dd>{sign_in_name}</dd>
        <dt>{words.sheet_until}</dt>
        <dd>{sayDay(until, lang)}</dd>
      </dl>
      <SecondStep lang={lang} />
      {waits && <p>{words.sheet_waits_for_second}</p>}
      <p>
        {words.sheet_once} {words.sheet_help}
      </p>
    </article>
  )
}

/** Three ways to keep the account one's own after the password: two of them need no telephone. */
function SecondStep({ lang }: { lang: Language }) {
  const words = access_words[lang]
  return (
    <section class="small">
      <h2>{words.sheet_second}</h2>
      <ol>
        {words.sheet_second_ways.map(way => (
          <li key={way}>{way}</li>
        ))}
      </ol>
    </section>
  )
}
