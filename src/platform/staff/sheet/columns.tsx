import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Sentence } from '../../../basis/shared/sentences.ts'
import type { Language } from '../../web/index.ts'
import { type Columns, columnName, type SheetLooked, type Unseen } from '../../workbook/index.ts'
import type { Form, Option, Typed } from '../declared/form.ts'
import { select } from '../declared/kinds.tsx'
import { sheet_words } from './sheet-words.ts'

/** A field for each thing that a column of a sheet may say: which column does, or that none does. */
export function columnFields<Column extends string>(labels: Record<Column, Sentence>): Form {
  const empty = { vi: sheet_words.vi.not_there, en: sheet_words.en.not_there }
  const fields = Object.entries<Sentence>(labels).map(([column, label]) => [fieldOf(column), select({ label, empty })])
  return Object.fromEntries(fields)
}

function fieldOf(column: string): string {
  return `column-${column}`
}

/** The columns of a sheet, to be chosen from in each of the fields. */
export function optionsOfSheet(form: Form, { header }: SheetLooked): Record<string, Option[]> {
  const options = header!.texts.map((text, i) => ({ value: String(i), label: `${columnName(i)} · ${text}` }))
  return Object.fromEntries(Object.keys(form).map(field => [field, options]))
}

/** Columns that are known, as if they had been chosen on the page. */
export function typedColumns(mapping: Columns<string>): Typed {
  return Object.fromEntries(Object.entries(mapping).map(([column, at]) => [fieldOf(column), String(at)]))
}

/** Which columns were chosen, of those that may be. */
export function columnsIn<Column extends string>(columns: readonly Column[], typed: Typed): Columns<Column> {
  const chosen = columns.flatMap(column => {
    const at = lookUp<string | undefined>(typed, fieldOf(column)) ?? ''
    return /^\d{1,3}$/.test(at) ? [[column, Number(at)]] : []
  })
  return Object.fromEntries(chosen)
}

/** The first rows of a sheet under its header. */
export function SampleOfSheet({ lang, sheet: { header, sample } }: { lang: Language; sheet: SheetLooked }) {
  const words = sheet_words[lang]
  const { texts } = header!
  return (
    <>
      <h2>{words.sample}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must reach it */}
      <section class="wide" tabIndex={0} aria-label={words.sample}>
        <table>
          <thead>
            <tr>
              {texts.map((text, i) => (
                <th key={columnName(i)}>{text || columnName(i)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sample.map((row, i) => (
              <tr key={String(i)}>
                {texts.map((_, j) => (
                  <td key={columnName(j)}>{row[j]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </>
  )
}

/** What is read of a sheet though a reader of the workbook does not see it, or sees it crossed out. */
export function UnseenInSheet({ lang, unseen }: { lang: Language; unseen: Unseen | undefined }) {
  const words = sheet_words[lang]
  const { hidden = 0, struck = 0, struck_parts = 0, covered = 0, columns = [] } = unseen ?? {}
  return (
    <>
      {hidden > 0 && <p>{words.unseen_rows(hidden)}</p>}
      {struck > 0 && <p>{words.struck_rows(struck)}</p>}
      {struck_parts > 0 && <p>{words.struck_parts(struck_parts)}</p>}
      {covered > 0 && <p>{words.covered_rows(covered)}</p>}
      {columns.length > 0 && <p class="hint">{words.unseen_columns(columns.map(columnName).join(', '))}</p>}
    </>
  )
}

type SheetsProps = { lang: Language; sheets: SheetLooked[]; sheet: number; hrefOf: (sheet: number) => string; one_sheet: string }

/** The sheets that hold a table, where there are several; only one is read at a time. */
export function SheetChoice({ lang, sheets, sheet, hrefOf, one_sheet }: SheetsProps) {
  const words = sheet_words[lang]
  const tables = sheets.map((seen, at) => ({ ...seen, at })).filter(({ header }) => header !== null)
  if (tables.length < 2) return null
  return (
    <>
      <h2>{words.sheet}</h2>
      <p>{one_sheet}</p>
      <ul class="people">
        {tables.map(({ name, rows, at }) => (
          <li key={name}>
            {at === sheet ? <strong>{words.sheet_rows(name, rows)}</strong> : <a href={hrefOf(at)}>{words.sheet_rows(name, rows)}</a>}
          </li>
        ))}
      </ul>
    </>
  )
}
