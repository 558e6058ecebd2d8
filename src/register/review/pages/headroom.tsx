import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Table } from '../../../platform/staff/index.ts'
import type { Language } from '../../../platform/web/index.ts'
import type { SchemeInForce } from '../../programme/index.ts'
import { headroomOf } from '../cap.ts'
import type { ReviewGroup } from '../reads/list-groups.ts'
import { review_words } from '../words.ts'

/** How many of a group can have the highest level at most, and how many of these places are left. */
export function placesOf(scheme: SchemeInForce, { due, at_top, at_good, rated }: ReviewGroup): { most: number; left: number } {
  const most = headroomOf(scheme, due, rated - at_top - at_good)
  return { most, left: Math.max(0, most - at_top) }
}

/** The places at the highest level, group by group: to be known before a collective meets. */
export function Headroom({ lang, scheme, groups }: { lang: Language; scheme: SchemeInForce; groups: readonly ReviewGroup[] }) {
  const words = review_words[lang]
  if (scheme.cap_share === null) return <p class="hint">{words.no_cap}</p>
  return (
    <section>
      <h2>{words.headroom}</h2>
      <p class="hint">{words.headroom_lead(Math.round(scheme.cap_share * 1000) / 10, words.bases[scheme.cap_base!])}</p>
      <Table
        {...{ lang }}
        name="gioi-han"
        rows={groups}
        keyOf={({ group_id }) => group_id}
        columns={[
          {
            head: words.group,
            cell: ({ name, due }) => (
              <>
                {sayName(name, lang)}
                <br />
                <span class="hint">
                  {words.people}: {due}
                </span>
              </>
            ),
          },
          { head: words.most, class: 'n', cell: group => placesOf(scheme, group).most },
          { head: words.at_top, class: 'n', cell: ({ at_top }) => at_top },
          { head: words.left, class: 'n', cell: group => placesOf(scheme, group).left },
        ]}
      />
    </section>
  )
}
