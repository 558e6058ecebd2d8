import type { Language } from '../web/index.ts'
import { type FieldError, Question } from './form.tsx'
import { staff_words } from './words.ts'

type AreaProps = {
  lang: Language
  name: string
  /** Where a page asks the same several times; otherwise the name. */
  id?: string
  label: string
  hint?: string
  value?: string
  field_errors?: FieldError[]
  rows?: number
  /** The most characters. They are counted while it is written, where the page brings `count_script`. */
  most?: number
}

/** A question that is answered in lines. */
export function Area({ lang, name, id = name, label, hint, value = '', field_errors, rows = 4, most }: AreaProps) {
  return (
    <Question {...{ lang, name, id, label, hint, field_errors }}>
      {(described, is_wrong) => (
        <>
          <textarea
            {...{ name, id, rows }}
            aria-describedby={[described, most && `${id}-count`].filter(Boolean).join(' ') || undefined}
            aria-invalid={is_wrong}
          >
            {value}
          </textarea>
          {most && <Count {...{ lang, most }} name={id} />}
        </>
      )}
    </Question>
  )
}

/** How much may be written; with script, how much of it is left. */
function Count({ lang, name, most }: { lang: Language; name: string; most: number }) {
  const { at_most, left, over } = staff_words[lang].count
  return (
    <p class="hint count" id={`${name}-count`} data-most={most} data-left={left} data-over={over}>
      {at_most(most)}
    </p>
  )
}
