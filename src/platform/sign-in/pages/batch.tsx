import type { ComponentChildren } from 'preact'
import { dayOf, sayDay, sayInstant } from '../../../basis/shared/dates.ts'
import { sayUnit } from '../../../basis/shared/names-in-english.ts'
import { Frame, type StaffPageProps } from '../../staff/index.ts'
import type { ViewContext } from '../../web/index.ts'
import { batch_words } from '../batch/batch-words.ts'
import type { Batch, BatchSheet } from '../batch/find-batch.ts'
import { InvitationSheet } from './invitation-sheet.tsx'
import type { Square } from './qr-code.tsx'

const again_after = 2

/** A batch while it is written, and how it stands afterwards: its address is the same before and after. */
export function BatchPage({ batch, told, ...staff_page }: StaffPageProps & { batch: Batch; told?: string }) {
  const { view } = staff_page
  const { lang, to } = view
  const words = batch_words[lang]
  const { invitation_batch_id, is_done, unit, unit_name, made_at, maker_name, whom, only } = batch
  return (
    <Frame
      {...staff_page}
      title={is_done ? words.batch(sayInstant(made_at, lang)) : words.busy(batch.written, batch.wanted)}
      crumb={unit_name}
      here={t => t.invitation_batch({ invitation_batch_id })}
      again_after={is_done ? undefined : again_after}
      told={told}
    >
      <p>{words.by(maker_name, only === null ? words.whoms[whom] : words.for_one(only))}</p>
      {is_done ? <Stands {...{ view, batch }} /> : <Busy {...{ view, batch }} />}
      {is_done && <Printing {...{ view, batch }} />}
      <p>
        <a href={to.invite_unit({ unit })}>{words.renew}</a>
      </p>
    </Frame>
  )
}

function Busy({ view: { lang }, batch: { written, wanted } }: { view: ViewContext; batch: Batch }) {
  const words = batch_words[lang]
  const part = Math.round((100 * written) / Math.max(wanted ?? 1, 1))
  return (
    <>
      <svg class="stretch" viewBox="0 0 100 2" preserveAspectRatio="none" role="img" aria-label={`${part} %`}>
        <rect class="part-3" x="0" width="100" height="2" />
        <rect class="part-0" x="0" width={part} height="2" />
      </svg>
      <p class="hint">{words.busy_hint}</p>
    </>
  )
}

function Stands({ view: { lang }, batch }: { view: ViewContext; batch: Batch }) {
  const words = batch_words[lang]
  const { written, come, open, waiting, left_out, by_mail, mailed, on_the_way, not_mailed } = batch
  const letters = [
    [words.stands.mailed, mailed],
    [words.stands.on_the_way, on_the_way],
    [words.stands.not_mailed, not_mailed],
  ] as const
  return (
    <>
      <dl class="facts">
        <dt>{words.stands.written}</dt>
        <dd>{written}</dd>
        <dt>{words.stands.come}</dt>
        <dd>{come}</dd>
        <dt>{words.stands.open}</dt>
        <dd>{open}</dd>
        {by_mail && letters.map(([said, n]) => n > 0 && [<dt key={said}>{said}</dt>, <dd key={`n ${said}`}>{n}</dd>])}
        {waiting > 0 && [<dt key="waiting">{words.stands.waiting}</dt>, <dd key="how many">{waiting}</dd>]}
        {left_out !== null && left_out > 0 && [<dt key="left out">{words.stands.left_out}</dt>, <dd key="n">{left_out}</dd>]}
      </dl>
      {on_the_way > 0 && <p class="hint">{words.letters_wait}</p>}
      {not_mailed > 0 && <p class="hint">{words.not_mailed_hint}</p>}
      {waiting > 0 && <p class="hint">{words.second_hint}</p>}
      {left_out !== null && left_out > 0 && <p class="hint">{words.left_out_hint}</p>}
    </>
  )
}

/** For whoever made it: sheets or a list, and the press that forgets the codes. */
function Printing({ view: { lang, to }, batch }: { view: ViewContext; batch: Batch }) {
  const words = batch_words[lang]
  const { invitation_batch_id, is_mine, is_printable, on_paper, on_the_way } = batch
  if (!is_mine) return <p class="hint">{words.not_mine}</p>
  if (!is_printable) return <p class="hint">{words.gone}</p>
  return (
    <form method="post" action={to.invitation_printed({ invitation_batch_id })}>
      {on_paper === 0 && <p>{words.nothing_on_paper}</p>}
      {on_paper > 0 && (
        <p class="actions">
          <a class="button" href={to.invitation_sheets({ invitation_batch_id })}>
            {words.print_sheets(on_paper)}
          </a>
          <a class="button" href={to.invitation_list({ invitation_batch_id })}>
            {words.print_list}
          </a>
        </p>
      )}
      {on_paper > 0 && <p class="hint">{words.print_until}</p>}
      {on_the_way === 0 && (
        <p class="actions">
          <button type="submit" class="quiet">
            {words.printed}
          </button>
        </p>
      )}
    </form>
  )
}

/** A sheet with its code, made again to be printed; on paper with its square too. */
export type PrintedSheet = BatchSheet & { code: string; address: string; square?: Square }
type PrintProps = StaffPageProps & { batch: Batch; sheets: PrintedSheet[] }

/** One sheet of A5 for each. */
export function SheetsPage({ batch, sheets, ...staff_page }: PrintProps) {
  const { lang } = staff_page.view
  const words = batch_words[lang]
  return (
    <PrintFrame {...{ ...staff_page, batch, sheets }} title={words.sheets} how={words.print_a5} here="invitation_sheets">
      {sheets.map(sheet => (
        <InvitationSheet key={sheet.person_id} {...{ lang, ...sheet }} place={sayUnit(sheet, lang)} until={untilOf(sheet)} />
      ))}
    </PrintFrame>
  )
}

/** A list on A4, unit by unit, to be cut into strips. */
export function StripsPage({ batch, sheets, ...staff_page }: PrintProps) {
  const { lang } = staff_page.view
  const words = batch_words[lang]
  return (
    <PrintFrame {...{ ...staff_page, batch, sheets }} title={words.list} how={words.print_a4} here="invitation_list">
      {[...Map.groupBy(sheets, ({ unit_id }) => unit_id).values()].map(some => (
        <section key={some[0]!.unit_id}>
          <h2>{sayUnit(some[0]!, lang)}</h2>
          {some.map(sheet => (
            <Strip key={sheet.person_id} {...{ lang, sheet }} />
          ))}
        </section>
      ))}
    </PrintFrame>
  )
}

function Strip({ lang, sheet }: { lang: ViewContext['lang']; sheet: PrintedSheet }) {
  const words = batch_words[lang]
  return (
    <article class="strip">
      <p>
        <strong>{sheet.full_name}</strong> · {sheet.sign_in_name}
        <br />
        <span class="code">{sheet.code}</span> {words.until.toLowerCase()} {sayDay(untilOf(sheet), lang)}
        {sheet.waits && ` · ${words.waits}`}
      </p>
      <p class="hint">{words.cut_lead(sheet.address.replace(/\?.*$/, ''))}</p>
    </article>
  )
}

type PrintFrameProps = PrintProps & {
  title: string
  how: string
  here: 'invitation_sheets' | 'invitation_list'
  children: ComponentChildren
}

function PrintFrame({ batch, sheets, title, how, here, children, ...staff_page }: PrintFrameProps) {
  const { lang, to } = staff_page.view
  const words = batch_words[lang]
  const { invitation_batch_id, made_at, unit_name } = batch
  return (
    <Frame
      {...staff_page}
      title={title}
      heading={<span class="no-print">{title}</span>}
      crumb={unit_name}
      here={t => t[here]({ invitation_batch_id })}
    >
      <p class="no-print">{sheets.length > 0 ? how : words.nothing_to_print}</p>
      <p class="no-print">
        <a href={to.invitation_batch({ invitation_batch_id })}>{words.batch(sayInstant(made_at, lang))}</a>
      </p>
      {children}
    </Frame>
  )
}

function untilOf({ expires_at }: BatchSheet): string {
  return dayOf(new Date(expires_at))
}
