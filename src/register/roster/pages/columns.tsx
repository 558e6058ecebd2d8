import { randomUUID } from 'node:crypto'
import { type FieldError, Frame, Notice, Question, type StaffPageProps } from '../../../platform/staff/index.ts'
import { HiddenFields, type Language } from '../../../platform/web/index.ts'
import { columnName } from '../../../platform/workbook/index.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'
import { type Column, columns, type Mapping } from '../table/columns.ts'

type ColumnsProps = StaffPageProps & {
  roster: Roster
  sheet: number
  mapping: Mapping
  is_remembered: boolean
  field_errors?: FieldError[]
}

/** Which column says what: guessed, to be looked over once. */
export function ColumnsPage({ roster, sheet, mapping, is_remembered, field_errors = [], ...staff_page }: ColumnsProps) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const { unit, roster_import_id, seen } = roster
  const shown = seen.sheets[sheet]!
  const texts = shown.header!.texts
  const choice = (column: Column) => <Choice key={column} {...{ lang, column, texts, field_errors }} at={mapping[column]} />
  return (
    <Frame
      {...staff_page}
      title={words.columns_title}
      crumb={`${roster.unit_name} · ${roster.file_name}`}
      here={t => t.roster_import({ unit, roster_import_id })}
      field_errors={field_errors}
    >
      {is_remembered ? <Notice>{words.columns_remembered}</Notice> : <p>{words.columns_lead}</p>}
      {seen.repaired > 0 && <p class="hint">{words.repaired_n(seen.repaired)}</p>}
      <Unseen {...{ lang, roster, sheet }} />
      <Sheets {...{ staff_page, roster, sheet }} />
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
            {shown.sample.map((row, i) => (
              <tr key={String(i)}>
                {texts.map((_, j) => (
                  <td key={columnName(j)}>{row[j]}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
      <form method="post" action={to.roster_columns({ unit, roster_import_id })}>
        <HiddenFields
          fields={[
            ['key', randomUUID()],
            ['sheet', String(sheet)],
          ]}
        />
        {columns.filter(column => !apart.has(column)).map(column => choice(column))}
        <details open={[...apart].some(column => column in mapping) || field_errors.length > 0}>
          <summary>{words.columns_apart}</summary>
          {[...apart].map(column => choice(column))}
        </details>
        <div class="actions">
          <button type="submit">{words.read_n(shown.rows)}</button>
          <a href={to.roster({ unit })}>{words.back}</a>
        </div>
      </form>
    </Frame>
  )
}

/** What is read of a sheet though a reader of the workbook does not see it, or sees it crossed out. */
export function Unseen({ lang, roster, sheet }: { lang: Language; roster: Roster; sheet: number }) {
  const words = roster_words[lang]
  const { hidden = 0, struck = 0, struck_parts = 0, covered = 0, columns: hidden_columns = [] } = roster.seen.sheets[sheet]?.unseen ?? {}
  return (
    <>
      {hidden > 0 && <p>{words.unseen_rows(hidden)}</p>}
      {struck > 0 && <p>{words.struck_rows(struck)}</p>}
      {struck_parts > 0 && <p>{words.struck_parts(struck_parts)}</p>}
      {covered > 0 && <p>{words.covered_rows(covered)}</p>}
      {hidden_columns.length > 0 && <p class="hint">{words.unseen_columns(hidden_columns.map(columnName).join(', '))}</p>}
    </>
  )
}

/** Where a file has in several columns what others have in one. */
const apart: ReadonlySet<Column> = new Set([
  'family_name',
  'given_name',
  'birth_male',
  'birth_female',
  'day_of_birth',
  'month_of_birth',
  'year_of_birth',
  'female_mark',
])

type ChoiceProps = { lang: 'vi' | 'en'; column: Column; texts: string[]; at: number | undefined; field_errors: FieldError[] }

function Choice({ lang, column, texts, at, field_errors }: ChoiceProps) {
  const words = roster_words[lang]
  const name = `column-${column}`
  return (
    <Question {...{ lang, name, field_errors }} label={words.column_names[column]}>
      {(described, is_wrong) => (
        <select id={name} name={name} aria-describedby={described} aria-invalid={is_wrong}>
          <option value="">{words.not_there}</option>
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

/** The sheets that hold a table, where there are several. */
function Sheets({ staff_page, roster, sheet }: { staff_page: StaffPageProps; roster: Roster; sheet: number }) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const tables = roster.seen.sheets.map((seen, at) => ({ ...seen, at })).filter(({ header }) => header !== null)
  if (tables.length < 2) return null
  return (
    <>
      <h2>{words.sheet}</h2>
      <p>{words.one_sheet}</p>
      <ul class="people">
        {tables.map(({ name, rows, at }) => (
          <li key={name}>
            {at === sheet ? (
              <strong>{words.sheet_rows(name, rows)}</strong>
            ) : (
              <a href={to.roster_import({ unit: roster.unit, roster_import_id: roster.roster_import_id, part: `trang-${at}` })}>
                {words.sheet_rows(name, rows)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
