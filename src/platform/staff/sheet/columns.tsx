import type { Language } from '../../web/index.ts'
import { columnName, type SheetLooked, type Unseen } from '../../workbook/index.ts'
import { type FieldError, Question } from '../form.tsx'
import { sheet_words } from './sheet-words.ts'

type ChoiceProps = { lang: Language; column: string; label: string; texts: string[]; at: number | undefined; field_errors: FieldError[] }

/** Which column of a sheet says one thing, or that none does. */
export function ColumnChoice({ lang, column, label, texts, at, field_errors }: ChoiceProps) {
  const name = `column-${column}`
  return (
    <Question {...{ lang, name, field_errors, label }}>
      {(described, is_wrong) => (
        <select id={name} name={name} aria-describedby={described} aria-invalid={is_wrong}>
          <option value="">{sheet_words[lang].not_there}</option>
          {texts.map((text, i) => (
            <option key={columnName(i)} value={String(i)} selected={at === i}>
              {`${columnName(i)} · ${text}`}
            </option>
          ))}
        </select>
      )}
    </Question>
  )
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
