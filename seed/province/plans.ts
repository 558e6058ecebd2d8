import { type Book, write } from './book.ts'
import { during, known } from './history.ts'
import type { Tenure } from './leaders.ts'
import { spellOn } from './people.ts'
import { between, chance, pick, type Random, randomFrom } from './random.ts'
import { day, dayText, forever, instantAt, instantText } from './time.ts'
import { exemplary_contents, post_tasks } from './words/deeds.ts'

/** How many leaders of a year came to an approved plan. */
const coverage: [year: number, share: number][] = [
  [2016, 0.931],
  [2017, 0.962],
  [2018, 0.984],
  [2019, 0.993],
  [2020, 1],
]

/** The leaders' plans of five years, and the counts of each cell: a tenure is counted from when its year is opened. */
export function writePlans(book: Book, seed: number, tenures: Tenure[]): void {
  for (const [year, share] of coverage) {
    const [first, end] = [day(`${year}-01-01`), day(`${year + 1}-01-01`)]
    for (const tenure of tenures) {
      if (tenure.from >= end || tenure.to <= first) continue
      const from = Math.max(tenure.from, first)
      const learned = Math.max(tenure.learned, instantAt(first, 0))
      if (learned > book.limit) continue
      const unit = spellOn(tenure.person, from)!.unit
      write(book, 'leadership_tally', [unit, year, dayText(from), instantText(learned), 1, 0])
      planYear(book, randomFrom(seed, `${year} ${tenure.post.label} ${tenure.from}`), { tenure, unit, year, from, end, share })
    }
  }
}

type Planned = { tenure: Tenure; unit: number; year: number; from: number; end: number; share: number }

function planYear(book: Book, random: Random, { tenure, unit, year, from, end, share }: Planned): void {
  const last = Math.min(tenure.to, end) - 1
  const season = year === 2016 ? day('2016-08-10') : day(`${year}-01-20`)
  const submitted = Math.min(Math.max(season, from + 9) + between(random, 0, 20), last - 1)
  const approved = Math.min(submitted + between(random, 5, 30), last)
  const [at, then] = [instantAt(submitted, 10), instantAt(approved, 15)]
  const texts = [pick(random, exemplary_contents), pick(random, post_tasks)]
  const covered = chance(random, share)
  if (at > book.limit || (!covered && chance(random, 0.5))) return
  const plan = (state: string, presented: number | null, valid: string, recorded: string) =>
    write(book, 'action_plan', [
      tenure.post.post_id,
      tenure.person.person_id,
      year,
      ...texts,
      presented && dayText(presented),
      state,
      valid,
      recorded,
    ])
  const is_approved = covered && then <= book.limit
  plan('submitted', null, during(submitted, forever), is_approved ? known(at, then) : known(at))
  if (!is_approved) return
  plan('submitted', null, during(submitted, approved), known(then))
  plan('approved', approved, during(approved, forever), known(then))
  write(book, 'leadership_tally', [unit, year, dayText(approved), instantText(then), 0, 1])
}
