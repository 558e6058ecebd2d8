export { Area } from './area.tsx'
export { type Bar, Bars } from './bars.tsx'
export { Choices, Select, Tick } from './choices.tsx'
export { count_script } from './declared/browser/count-script.ts'
export { exact, file, paperCode } from './declared/exact.tsx'
export {
  type Answers,
  type AtDay,
  answersIn,
  type CodeOf,
  type Form,
  type FormField,
  type Group,
  grouped,
  nameOfField,
  type Option,
  problemsWith,
  type Typed,
  typedInto,
} from './declared/form.ts'
export { FormAnswers, FormFields } from './declared/form-fields.tsx'
export {
  choice,
  day,
  dayWithin,
  hidden,
  lines,
  longText,
  pastDay,
  row,
  select,
  several,
  text,
  tick,
  under,
  whole,
} from './declared/kinds.tsx'
export { form_problems, noSuchDay, type ProblemWords, sayProblems } from './declared/say-problems.ts'
export { type Flash, type Undo, UndoForm } from './flash.tsx'
export { ErrorSummary, Field, type FieldError, Notice, Question } from './form.tsx'
export { DayField, FormPage, type FormPageProps } from './form-page.tsx'
export { Frame, ShownOf, type StaffPageProps } from './frame.tsx'
export { type MenuGroup, type MenuItem, StaffLayout, type StaffProps } from './layout.tsx'
export { listNames } from './list-names.ts'
export { SearchForm } from './search-form.tsx'
export { RejectForm, WithdrawForm } from './second-person.tsx'
export { columnFields, columnsIn, optionsOfSheet, SampleOfSheet, SheetChoice, typedColumns, UnseenInSheet } from './sheet/columns.tsx'
export { dayCell, type ListsOf, listsOf, sendWorkbook, wantsWorkbook } from './sheet/send-list.ts'
export { type SentFile, sendKeptFile, sendMarkedFile, sentFile } from './sheet/sent-file.ts'
export { sheet_words, workbook_problems } from './sheet/sheet-words.ts'
export type { Sheet, SheetCell, Workbook } from './sheet/workbook.ts'
export { staff_style } from './staff-style.ts'
export { StepHistory, type StepTaken } from './step-history.tsx'
export { type Column, Table } from './table.tsx'
