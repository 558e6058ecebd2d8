import { isDay, typedDay } from '../../../basis/shared/dates.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import { manyLines, oneLine } from '../../../basis/shared/vietnamese.ts'
import { Area } from '../area.tsx'
import { Choices, Select, Tick } from '../choices.tsx'
import { Field } from '../form.tsx'
import { DayField } from '../form-page.tsx'
import { staff_words } from '../words.ts'
import type { AtDay, Drawn, FormField } from './form.ts'

type Asks = { label: Sentence; hint?: Sentence }

/** What the drawn parts of all kinds share. */
function asked({ label, hint }: Asks, { lang, name, value, field_errors }: Drawn) {
  return { lang, name, value, field_errors, label: label[lang], hint: hint?.[lang] }
}

type Written<Code> = Asks & {
  /** The most characters. Nothing is cut: what is longer is refused. */
  most: number
  /** The problem of an empty text. */
  required?: Code
  /** The label says that it may stay empty. */
  is_optional?: boolean
}

/** A text in one line. With `rows` it is typed into a larger field, which counts. */
export function text<const Code extends string = never>({
  rows,
  ...asks
}: Written<Code> & { rows?: number }): FormField<string, Code | 'too-long'> {
  return {
    ...ofText(asks, oneLine),
    draw: drawn => (rows ? <Area {...askedText(asks, drawn)} {...{ rows }} /> : <Field {...askedText(asks, drawn)} autocomplete="off" />),
  }
}

/** A text in lines of its own, in a field that counts its characters while it is written. */
export function longText<const Code extends string = never>({
  rows,
  ...asks
}: Written<Code> & { rows?: number }): FormField<string, Code | 'too-long'> {
  return { ...ofText(asks, manyLines), draw: drawn => <Area {...askedText(asks, drawn)} {...{ rows }} /> }
}

function ofText<Code extends string>({ label, most, required }: Written<Code>, typed: (sent: string) => string) {
  return {
    label,
    typed,
    read: (text = '') => text,
    *problems(value: string): Generator<{ code: Code | 'too-long'; limit?: number }> {
      if (required && value === '') yield { code: required }
      if (value.length > most) yield { code: 'too-long', limit: most }
    },
  }
}

function askedText({ is_optional, most, ...asks }: Written<string>, drawn: Drawn) {
  const question = asked(asks, drawn)
  const label = is_optional ? `${question.label} (${staff_words[drawn.lang].optional})` : question.label
  return { ...question, label, most }
}

/**
 * Lines of so many `parts` each, with bars between them: «1/1/2027 | Tết Dương lịch | New Year's Day». `wrong`: the
 * problem of a line with more or fewer, at its number; `least`: with fewer than so many. Empty lines fall away.
 */
export function lines<const Code extends string>({
  parts,
  least = parts,
  rows,
  wrong,
  ...asks
}: Asks & { parts: number; least?: number; rows: number; wrong: Code }): FormField<string[][], Code> {
  const apart = (text: string) =>
    text
      .split(/\r\n?|\n/)
      .map(oneLine)
      .filter(Boolean)
  return {
    label: asks.label,
    typed: sent => apart(sent).join('\n'),
    read: (typed = '') => apart(typed).map(line => line.split('|').map(part => part.trim())),
    *problems(value) {
      const odd = value.findIndex(line => line.length < least || line.length > parts || line.includes(''))
      if (odd >= 0) yield { code: wrong, limit: odd + 1 }
    },
    draw: drawn => <Area {...asked(asks, drawn)} rows={rows} />,
  }
}

/** A day, read as people write it: 31/12/2027. `is_optional`: it may be left empty. */
export function day({ is_optional = false, ...asks }: Asks & { is_optional?: boolean }): FormField<string, 'no-such-day'> {
  return {
    label: asks.label,
    typed: sent => typedDay(oneLine(sent)),
    read: (typed = '') => typed,
    *problems(value) {
      if (!isDay(value) && !(is_optional && value === '')) yield { code: 'no-such-day' }
    },
    draw: ({ value = '', ...drawn }) => <DayField {...asked(asks, drawn)} typed={{ [drawn.name]: value }} />,
  }
}

/** A day on which something happened: none that is to come. */
export function pastDay(asks: Asks): FormField<string, 'no-such-day' | 'to-come'> {
  const any = day(asks)
  return {
    ...any,
    *problems(value: string, at?: AtDay) {
      yield* any.problems(value)
      if (isDay(value) && value > at!.today) yield { code: 'to-come' }
    },
  }
}

/** A day from one day to another, both included. */
export function dayWithin({ from, to, ...asks }: Asks & { from: string; to: string }): FormField<string, 'no-such-day' | 'outside-window'> {
  const any = day(asks)
  return {
    ...any,
    *problems(value: string) {
      yield* any.problems(value)
      if (isDay(value) && (value < from || value > to)) yield { code: 'outside-window', values: { from, to } }
    },
  }
}

/**
 * A whole number from `least` to `most`; `wrong` is the problem of any other. What is no number is read as one below
 * the least.
 */
export function whole<const Code extends string = never>({
  least,
  most,
  wrong,
  ...asks
}: Asks & { least: number; most: number; wrong?: Code }): FormField<number, Code> {
  return {
    label: asks.label,
    typed: oneLine,
    read: typed => numberIn(typed) ?? least - 1,
    *problems(value) {
      if (wrong && !(Number.isInteger(value) && value >= least && value <= most)) yield { code: wrong, limit: most }
    },
    draw: drawn => <Field {...asked(asks, drawn)} autocomplete="off" inputMode="numeric" size={6} />,
  }
}

type Chosen<Code> = Asks & {
  /** The answers; without them they come from the register when the page is drawn. */
  options?: readonly { value: string; label: Sentence }[]
  /** The problem of an answer that is none of them, or of none at all. Without it the verb judges. */
  wrong?: Code
}

/** One of a few answers, all in view. */
export function choice<const Code extends string = never>({ options, wrong, ...asks }: Chosen<Code>): FormField<string, Code> {
  return {
    label: asks.label,
    typed: oneLine,
    read: (typed = '') => typed,
    *problems(value) {
      if (wrong && (options ? !options.some(option => option.value === value) : value === '')) yield { code: wrong }
    },
    draw: drawn => <Choices {...asked(asks, drawn)} options={optionsFor(drawn, options)} />,
  }
}

/** One of many answers, for example a unit; `empty` stands where none is chosen. */
export function select<const Code extends string = never>({
  empty,
  ...chosen
}: Chosen<Code> & { empty: Sentence }): FormField<string, Code> {
  return {
    ...choice(chosen),
    draw: drawn => <Select {...asked(chosen, drawn)} empty={empty[drawn.lang]} options={optionsFor(drawn, chosen.options)} />,
  }
}

/**
 * One row of the register, for example a person; 0 is nobody's. With `empty` it is chosen from a list, without from
 * answers in view.
 */
export function row<const Code extends string = never>({
  empty,
  ...chosen
}: Omit<Chosen<Code>, 'options'> & { empty?: Sentence }): FormField<number, Code> {
  return {
    ...(empty ? select({ ...chosen, empty }) : choice(chosen)),
    read: typed => numberIn(typed) ?? 0,
    *problems(value) {
      if (chosen.wrong && value === 0) yield { code: chosen.wrong }
    },
  }
}

function optionsFor({ lang, options = [] }: Drawn, declared?: Chosen<string>['options']) {
  return declared?.map(({ value, label }) => ({ value, label: label[lang] })) ?? options
}

/** Something to be said yes to. Without a label it is drawn by its page, which alone knows what is asked. */
export function tick(label?: Sentence): FormField<boolean, never> {
  return {
    label,
    says: { vi: 'có', en: 'yes' },
    typed: oneLine,
    read: typed => typed !== undefined,
    *problems() {},
    draw: ({ lang, name, value, field_errors }) =>
      label ? <Tick {...{ lang, name, field_errors }} label={label[lang]} is_on={value !== undefined} /> : null,
  }
}

/** Any of a few answers, each to be marked; they are sent and kept in one line. */
export function several(label: Sentence): FormField<string[], never> {
  return {
    label,
    typed: oneLine,
    read: (typed = '') => typed.split(' ').filter(Boolean),
    *problems() {},
    draw: ({ lang, name, value = '', options = [] }) => (
      <fieldset class="field choices">
        <legend>{label[lang]}</legend>
        {options.map((option, i) => (
          <label class="mark" key={option.value}>
            <input
              type="checkbox"
              id={i === 0 ? name : undefined}
              name={name}
              value={option.value}
              checked={value.split(' ').includes(option.value)}
            />{' '}
            {option.label}
          </label>
        ))}
      </fieldset>
    ),
  }
}

/** What the page carries along, unseen. */
export function hidden(): FormField<string, never> {
  return {
    typed: oneLine,
    read: (typed = '') => typed,
    *problems() {},
    draw: ({ name, value }) => <input type="hidden" name={name} value={value} />,
  }
}

/** Under a heading of its own: the first field of a part of the page. */
export function under<Value, Code extends string>(heading: Sentence, field: FormField<Value, Code>): FormField<Value, Code> {
  return {
    ...field,
    heading,
    draw: drawn => (
      <>
        <h2>{heading[drawn.lang]}</h2>
        {field.draw(drawn)}
      </>
    ),
  }
}

function numberIn(text = ''): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null
}
