import { z } from 'zod'
import { sayDay } from '../../../basis/shared/dates.ts'
import { sayInstrument, sayName } from '../../../basis/shared/names-in-english.ts'
import { tablesOf } from '../../../numbers/figure/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { Movement } from '../../../register/programme/index.ts'
import { lastDayOf, movement_tables, stageOf } from '../movement/movement.ts'
import { movement_words } from '../movement/movement-words.ts'
import { sayValue } from '../say.ts'
import { block } from './block.ts'

type Props = { movement: Movement; day: string; approved: string | null }

/** What a movement is, and where it stands today; the numeral is F1 of its year. */
export const movement_header = block<Record<string, never>, Props>({
  type: 'movement-header',
  name: { vi: 'Phong trào đang đến đâu', en: 'Where the movement stands' },
  about: {
    vi: 'Chuyên đề, thời gian của đợt, hôm nay đang đến đâu.',
    en: 'The theme and the days of the campaign, and where it stands today.',
  },
  pages: ['movement'],
  regions: ['lead', 'main'],
  settings: z.strictObject({}),
  async load({ movement, day, ask, view: { lang } }) {
    const tables = [...movement_tables, ...tablesOf('F1')]
    if (!movement) return { props: null, tables }
    const { year, unit } = movement
    const answer = await ask('F1', { year, unit, valid_as_of: lastDayOf(movement, day) })
    return { props: { movement, day, approved: answer && sayValue(answer.value, lang) }, tables }
  },
  view: MovementHeader,
})

function MovementHeader({ movement, day, approved, lang, to }: Props & ViewContext) {
  const w = movement_words[lang]
  const { year, unit, unit_name, theme, instrument, opens_on, due_on, closes_on } = movement
  const stage = stageOf(movement, day)
  const [opens, due, closes] = [opens_on, due_on, closes_on].map(one => sayDay(one, lang)) as [string, string, string]
  const asked = { year: String(year), unit, valid_as_of: lastDayOf(movement, day) }
  return (
    <section class="movement" aria-label={w.today(sayDay(day, lang))}>
      {theme && (
        <p class="intro" lang="vi">
          {theme}
        </p>
      )}
      <p class="note">
        <strong>{w.stands[stage](stage === 'taking' ? due : closes)}</strong>
        {approved && (
          <>
            <br />
            {w.approved(approved)} · <a href={to.figure({ figure: 'F1', asked })}>{w.read_figure}</a>
          </>
        )}
      </p>
      <dl class="facts">
        <dt>{w.programme}</dt>
        <dd>{lang === 'vi' ? movement.name_vi : movement.name_en}</dd>
        <dt>{w.called_by}</dt>
        <dd>
          <a href={to.structure_unit({ unit })}>{sayName(unit_name, lang)}</a>
        </dd>
        <dt>{w.days}</dt>
        <dd>{w.from_to(opens, due, closes)}</dd>
        {instrument && (
          <>
            <dt>{w.instrument}</dt>
            <dd>{sayInstrument(instrument, lang)}</dd>
          </>
        )}
      </dl>
    </section>
  )
}
