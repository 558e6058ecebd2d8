import { problemsWithDay } from '../../../basis/shared/asked-days.ts'
import { typedDay } from '../../../basis/shared/dates.ts'
import { type Problem, problemsOf } from '../../../basis/shared/outcome.ts'
import type { CheckText } from '../../../numbers/check/index.ts'
import { showPage, showRefusal, type WebContext } from '../../../platform/web/index.ts'
import { askingOf, type PortalOptions } from '../asking-of.ts'
import type { KeptChecks, Pasted } from '../kept-checks.ts'
import { CheckPage } from '../pages/check-page.tsx'

/** What the check needs besides: who checks, and where results are kept. */
export type CheckOptions = PortalOptions & { check: CheckText; kept: KeptChecks }

const blank: Pasted = { text: '', day: '' }
/** In kilobytes of UTF-8. An article has some thousand characters; what is longer is for the command line. */
const longest_kb = 40

/** The empty form: the same for everybody. */
export function showCheckForm(c: WebContext): Response {
  return showPage(c, <CheckPage {...c.var.view} pasted={blank} checked={null} problems={[]} />, { tags: [] })
}

/** Checks what was pasted, and leads to the result. Nothing is written anywhere; the result is kept in memory. */
export async function takePasted(c: WebContext, options: CheckOptions): Promise<Response> {
  const { view } = c.var
  const pasted = pastedIn(await c.req.parseBody(), view.notice?.check_text)
  const { reads, ask, now } = askingOf(options, view)
  const unfit = problemsOf(problemsWith(pasted, now))
  if (unfit) return showRefusal(c, <CheckPage {...view} pasted={pasted} checked={null} problems={unfit.problems} />)
  const checked = await options.check(reads, { text: pasted.text, valid_as_of: pasted.day || undefined, now, ask })
  if (!checked.ok) return showRefusal(c, <CheckPage {...view} pasted={pasted} checked={null} problems={checked.problems} />)
  return c.redirect(view.to.check_result({ result: options.kept.keep({ pasted, checked: checked.value }, now) }), 303)
}

/** A result by its name, for who has the address: no search engine and no log has it. */
export function showChecked(c: WebContext, options: CheckOptions): Response {
  const { view } = c.var
  const result = c.req.param('result') ?? ''
  const found = options.kept.find(result, askingOf(options, view).now)
  c.header('x-robots-tag', 'noindex')
  if (found) return showPage(c, <CheckPage {...view} {...found} result={result} problems={[]} />)
  const gone: Problem[] = [{ code: 'result-gone', field: 'bai' }]
  return showRefusal(c, <CheckPage {...view} pasted={blank} checked={null} problems={gone} />, 410)
}

/** Browsers send a text area with CR LF; what is shown again, and what offsets count, has LF. */
function pastedIn(form: Record<string, unknown>, check_text?: string): Pasted {
  if (form.mau === '1' && check_text) return { text: check_text, day: '' }
  const text = typeof form.bai === 'string' ? form.bai : ''
  const day = typeof form.ngay === 'string' ? typedDay(form.ngay) : ''
  return { text: text.replace(/\r\n?/g, '\n'), day }
}

function* problemsWith({ text, day }: Pasted, now: Date): Generator<Problem> {
  if (text.trim() === '') yield { code: 'empty-text', field: 'bai' }
  if (Buffer.byteLength(text) > longest_kb * 1024) yield { code: 'too-long-here', field: 'bai', limit: longest_kb }
  if (day !== '') yield* problemsWithDay('ngay', day, now)
}
