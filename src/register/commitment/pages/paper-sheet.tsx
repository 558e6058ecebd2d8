import { sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { QrCode } from '../../../platform/sign-in/index.ts'
import { Frame, type StaffPageProps } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import { deed_labels, deedNumbered, remedy_label, type Section } from '../forms.ts'
import type { Task } from '../reads/find-task.ts'
import { commitment_words } from '../words.ts'

type SheetProps = StaffPageProps & { unit: string; task: Task; sections: readonly Section[]; address: string }

/**
 * A sheet of A4 to write on by hand, with the square that leads whoever enters it to the right page. With a limitation
 * to remedy it goes on overleaf.
 */
export function PaperSheetPage({ unit, task, sections, address, ...staff_page }: SheetProps) {
  const { lang } = staff_page.view
  const words = commitment_words[lang]
  const { obligation_id, year } = task
  return (
    <Frame {...staff_page} title={words.sheet_title(year)} here={t => t.cell_sheet({ unit, obligation_id })}>
      <p class="hint no-print">{words.print_a4}</p>
      <div class="lined">
        <QrCode text={address} label={words.sheet_square} />
        <p class="of-whom">
          <strong>{task.full_name}</strong> · {sayName(task.unit_name, lang)} · {words.due(sayDay(task.due_on, lang))}
        </p>
        <p class="hint">{words.sheet_lead(task.deeds_least, task.deeds_most)}</p>
        <Questions {...{ lang, task, sections }} />
        <p class="signed">{words.sheet_signed}</p>
      </div>
    </Frame>
  )
}

/** In the order of the form: three lines for each part, four for each deed. */
function Questions({ lang, task, sections }: { lang: Language; task: Task; sections: readonly Section[] }) {
  const words = commitment_words[lang]
  const { what, how, measure, due_on } = deed_labels
  return (
    <>
      {sections.map(({ section, title }) => (
        <Ruled key={section} asks={title[lang]} lines={['', '', '']} />
      ))}
      {Array.from({ length: task.deeds_most }, (_, i) => (
        <Ruled
          key={i}
          asks={`${deedNumbered(i + 1)[lang]}: ${what[lang].toLowerCase()}, ${how[lang].toLowerCase()}`}
          lines={['', '', measure[lang], due_on[lang]]}
        />
      ))}
      {task.limitation && <Ruled asks={`${words.limitation}: ${task.limitation}. ${remedy_label[lang]}`} lines={['', '', due_on[lang]]} />}
    </>
  )
}

/** A question with the lines to write on; a line may begin with a question of its own. */
function Ruled({ asks, lines }: { asks: string; lines: readonly string[] }) {
  return (
    <section class="asked">
      <p>{asks}</p>
      {lines.map((said, i) => (
        <p key={i} class="line">
          {said && `${said}:`}
        </p>
      ))}
    </section>
  )
}
