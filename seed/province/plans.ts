import { type Book, write } from './book.ts'
import { during, known } from './history.ts'
import type { Tenure } from './leaders.ts'
import { spellOn } from './people.ts'
import { between, chance, pick, type Random, randomFrom } from './random.ts'
import { day, dayText, forever, instantAt, instantText } from './time.ts'
import { exemplary_contents, post_tasks } from './words/deeds.ts'

/** How many leaders of a year came to an approved plan, and how many of these plans were found good in both parts. */
const coverage: [year: number, share: number, good: number][] = [
  [2016, 0.931, 0.62],
  [2017, 0.962, 0.7],
  [2018, 0.984, 0.78],
  [2019, 0.993, 0.85],
  [2020, 1, 0.92],
]

/** The leaders' plans of five years, and the counts of each cell: a tenure is counted from when its year is opened. */
export function writePlans(book: Book, seed: number, tenures: Tenure[]): void {
  for (const [year, share, good] of coverage) {
    const [first, end] = [day(`${year}-01-01`), day(`${year + 1}-01-01`)]
    for (const tenure of tenures) {
      if (tenure.from >= end || tenure.to <= first) continue
      const from = Math.max(tenure.from, first)
      const learned = Math.max(tenure.learned, instantAt(first, 0))
      if (learned > book.limit) continue
      const unit = spellOn(tenure.person, from)!.unit
      write(book, 'leadership_tally', [unit, year, dayText(from), instantText(learned), 1, 0])
      planYear(book, randomFrom(seed, `${year} ${tenure.post.label} ${tenure.from}`), { tenure, unit, year, from, end, share, good })
    }
  }
}

type Planned = { tenure: Tenure; unit: number; year: number; from: number; end: number; share: number; good: number }

function planYear(book: Book, random: Random, { tenure, unit, year, from, end, share, good }: Planned): void {
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
  markPlan(book, random, { tenure, unit, year, on: Math.min(approved + between(random, 10, 40), last), good })
}

type Marked = Pick<Planned, 'tenure' | 'unit' | 'year' | 'good'> & { on: number }

/** Some weeks after its approval a reviewer marks the plan; most that do not pass lack what the post asks. */
function markPlan(book: Book, random: Random, { tenure, unit, year, on, good }: Marked): void {
  const at = instantAt(on, 16)
  const [is_good, is_exemplary] = [chance(random, good), chance(random, 0.6)]
  if (at > book.limit) return
  const { post, person } = tenure
  const marks = [is_good || is_exemplary, is_good || !is_exemplary]
  write(book, 'plan_mark', [post.post_id, person.person_id, year, 1, ...marks, dayText(on), known(at)])
  if (is_good) write(book, 'plan_mark_tally', [unit, year, dayText(on), instantText(at), 1])
}
