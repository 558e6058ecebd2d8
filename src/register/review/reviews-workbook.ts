import { sayName } from '../../basis/shared/names-in-english.ts'
import { type ListsOf, listsOf, type Workbook } from '../../platform/staff/index.ts'
import { placesOf } from './pages/headroom.tsx'
import { sayRating, sayRound } from './pages/say-round.ts'
import type { RoundPlace } from './reads/find-round.ts'
import type { ReviewGroup } from './reads/list-groups.ts'
import type { RatedUnit } from './reads/list-rated-units.ts'
import type { Reviewed } from './reads/list-reviewed.ts'
import type { RoundHere } from './reads/list-rounds-here.ts'
import { review_words } from './words.ts'

/** The rounds of a unit. */
export function roundsWorkbook(of: ListsOf & { rounds: readonly RoundHere[] }): Workbook {
  const words = review_words[of.lang]
  const headings = [words.under, words.due_n, words.self_n, words.proposed_n, words.appraised_n, words.rated_n]
  const rows = of.rounds.map(round => [
    sayRound(of.lang, round),
    round.due,
    round.self_reviewed,
    round.proposed,
    round.appraised,
    round.rated,
  ])
  return listsOf(of, words.under, [{ name: words.under, headings, rows }])
}

type RoundLists = ListsOf & {
  place: RoundPlace
  people: readonly Reviewed[] | null
  groups: readonly ReviewGroup[]
  units: readonly RatedUnit[]
}

/** A round in a unit: the places at the highest level, and each person with the rating of each stage. */
export function roundWorkbook(of: RoundLists): Workbook {
  const words = review_words[of.lang]
  const { scheme, round } = of.place
  const rating = (level: number | null, points: number | null) => sayRating(of.lang, scheme.levels, level, points)
  const groups = of.groups.map(group => {
    const { most, left } = placesOf(scheme, group)
    return [sayName(group.name, of.lang), group.due, most, group.at_top, left]
  })
  const people = (of.people ?? []).map(one => [
    ...[one.full_name, sayName(one.unit_name, of.lang), words.states[one.state ?? 'none'], rating(one.own_level, one.own_points)],
    ...[rating(one.proposed_level, one.proposed_points), one.votes, rating(one.appraised_level, one.appraised_points)],
    rating(one.decided_level, one.decided_points),
  ])
  const units = of.units.map(one => [sayName(one.name, of.lang), one.head_name ?? '', rating(one.rating_level_id, one.points)])
  const of_people = [words.person, words.unit, words.progress, words.own, words.proposal, words.votes_head, words.appraisal, words.decision]
  return listsOf(of, sayRound(of.lang, round), [
    { name: words.list, headings: of_people, rows: people },
    { name: words.units, headings: [words.collective, words.head, words.unit_level], rows: units },
    { name: words.headroom, headings: [words.group, words.people, words.most, words.at_top, words.left], rows: groups },
  ])
}
