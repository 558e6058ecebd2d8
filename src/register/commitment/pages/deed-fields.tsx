import { inDayMonthYear } from '../../../basis/shared/dates.ts'
import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Fields } from '../../../platform/ledger/index.ts'
import { DayField, Field, type FieldError } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { limits } from '../commitment.ts'
import { commitment_words } from '../words.ts'
import { Area } from './frame.tsx'

type DeedsProps = { lang: Language; fields: Fields; field_errors: FieldError[]; year: number; least: number; shown: number }

/** The deeds of a form, numbered; those beyond the least are optional. */
export function DeedsFields({ least, shown, ...deed }: DeedsProps) {
  return Array.from({ length: shown }, (_, i) => <DeedFields key={i} {...deed} n={i + 1} is_optional={i >= least} />)
}

type DeedProps = Omit<DeedsProps, 'least' | 'shown'> & { n: number; is_optional: boolean }

function DeedFields({ lang, fields, field_errors, n, is_optional, year }: DeedProps) {
  const words = commitment_words[lang]
  const at = (part: string) => `deed_${n}_${part}`
  const asked = { lang, field_errors }
  return (
    <fieldset class="deed">
      <legend>
        {words.deed(n)} {is_optional && <span class="hint">({words.optional})</span>}
      </legend>
      <Area {...asked} name={at('what')} label={words.what} rows={2} value={lookUp(fields, at('what'))} hint={words.limit(limits.what)} />
      <Area {...asked} name={at('how')} label={`${words.how} (${words.optional})`} rows={2} value={lookUp(fields, at('how'))} />
      <Field {...asked} name={at('measure')} label={words.measure} value={lookUp(fields, at('measure'))} />
      <DayField {...asked} name={at('due_on')} label={words.due_on} hint={words.due_hint(inDayMonthYear(`${year}-12-31`))} typed={fields} />
    </fieldset>
  )
}
