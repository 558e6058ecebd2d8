import { type FieldError, FormFields, FormPage, type StaffPageProps, type Typed } from '../../../platform/staff/index.ts'
import { most_alone } from '../../tree/index.ts'
import type { Roster } from '../roster.ts'
import { roster_words } from '../roster-words.ts'
import { cells_form } from './form.ts'

type NewCellsProps = StaffPageProps & { roster: Roster; names: string[]; typed: Typed; field_errors: FieldError[] }

/** The cells that a roster names and the register has not, each to be founded or left out. */
export function NewCellsPage({ roster, names, typed, field_errors, ...staff_page }: NewCellsProps) {
  const { lang, to } = staff_page.view
  const words = roster_words[lang]
  const { unit, roster_import_id, unit_name, file_name } = roster
  const cells = names.slice(0, most_alone).map((label, i) => ({ value: String(i), label }))
  return (
    <FormPage
      {...staff_page}
      {...{ field_errors }}
      title={words.new_cells_title}
      crumb={`${unit_name} · ${file_name}`}
      here={t => t.roster_cells({ unit, roster_import_id })}
      lead={words.new_cells_lead}
      before={names.length > most_alone && <p>{words.new_cells_most(most_alone)}</p>}
      button={words.new_cells_button}
      cancel={{ href: to.roster_import({ unit, roster_import_id }), label: words.back }}
    >
      <FormFields form={cells_form} {...{ lang, typed, field_errors }} options={{ cells }} />
    </FormPage>
  )
}
