import { z } from 'zod'
import { isDay, sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { fill } from '../../../basis/shared/sentences.ts'
import { type PublicAnswer, printNumber, printValue, tablesOf } from '../../../numbers/figure/index.ts'
import { day } from '../../../platform/staff/index.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import { Scroll } from '../parts/scroll.tsx'
import { sayHow, sayValue } from '../say.ts'
import { words } from '../words.ts'
import { block } from './block.ts'
import { answered, setup } from './setup.ts'

type Branch = { key: string; name: string; approved: number; due: number }
type Settings = { day?: string }
type Props = { branches: Branch[]; answer: PublicAnswer; asked: Record<string, string> }

const map_form = {
  day: day({
    label: { vi: 'Theo sổ ngày', en: 'By the register of' },
    hint: { vi: 'Để trống là hôm nay.', en: 'Empty: today.' },
    is_optional: true,
  }),
}

/**
 * How far each branch of the party has come in a campaign: the rows of F1, as everybody may see them. A branch that is
 * too small to be told of is left out, and the page says so.
 */
export const completeness_map = block<Settings, Props>({
  type: 'completeness-map',
  name: { vi: 'Bản đồ mức nộp đủ', en: 'Map of completeness' },
  about: { vi: 'Mỗi đơn vị đã có bao nhiêu phần bản cam kết được duyệt.', en: 'What part of its commitments each unit has approved.' },
  regions: ['main'],
  setup: setup<Settings>()(map_form, {
    typed: ({ day = '' }) => ({ day }),
    meant: answered,
    summary: ({ day = '' }, lang) => sayDay(day, lang),
  }),
  settings: z.strictObject({ day: z.string().refine(isDay).optional() }),
  async load(asking, { day = asking.day }) {
    const asked = { valid_as_of: day }
    const answer = await asking.ask('F1', asked)
    const branches = branchesOf(answer)
    return { props: answer && branches.length > 0 ? { branches, answer, asked } : null, tables: [...tablesOf('F1')] }
  },
  view: CompletenessMap,
})

/** Those with something due, in the order of their names. */
function branchesOf(answer: PublicAnswer | null): Branch[] {
  const rows = (answer?.rows ?? []).map(({ key, name, approved, due }) => ({ key, name, approved, due }))
  const told = rows.filter((row): row is Branch => typeof row.approved === 'number' && typeof row.due === 'number' && row.due > 0)
  return told.toSorted((a, b) => a.name.localeCompare(b.name, 'vi'))
}

/** A bar for each branch with its number beside it: the bar says nothing that the number does not. */
export function CompletenessMap({ branches, answer, asked, lang, to }: Props & ViewContext) {
  const w = words[lang]
  const { parameters, is_partial } = answer
  return (
    <section class="section" aria-labelledby="muc-nop-du">
      <h2 class="ruled" id="muc-nop-du">
        {fill(w.completeness, { year: String(parameters.year ?? '') })}
      </h2>
      <p class="said">
        {fill(w.completeness_says, {
          value: sayValue(answer.value, lang),
          how: sayHow(answer, lang),
          day: sayDay(parameters.valid_as_of, lang),
        })}
      </p>
      <Scroll label={w.completeness_table}>
        <table class="bars blocks">
          <caption>{w.completeness_table}</caption>
          <thead>
            <tr>
              <th scope="col">{w.branch}</th>
              <th scope="col">{w.completeness_rate}</th>
              <th scope="col" class="n">
                {w.completeness_of}
              </th>
            </tr>
          </thead>
          <tbody>
            {branches.map(branch => (
              <BranchRow key={branch.key} {...{ branch, lang }} />
            ))}
          </tbody>
        </table>
      </Scroll>
      {is_partial && <p class="meta">{w.completeness_partial}</p>}
      <p class="more">
        <a href={to.figure({ figure: 'F1', asked })}>{w.completeness_more}</a>
      </p>
    </section>
  )
}

function BranchRow({ branch: { name, approved, due }, lang }: { branch: Branch } & Pick<ViewContext, 'lang'>) {
  const w = words[lang]
  const share = ((approved / due) * 100).toFixed(1)
  return (
    <tr>
      <th scope="row">{sayName(name, lang)}</th>
      <td data-label={w.completeness_rate}>
        <svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
          <rect class="of" width="100" height="8" />
          <rect width={share} height="8" />
        </svg>{' '}
        {printValue({ kind: 'rate', numerator: approved, denominator: due }, lang)}
      </td>
      <td class="n" data-label={w.completeness_of}>
        {printNumber(approved, lang)} / {printNumber(due, lang)}
      </td>
    </tr>
  )
}
