import { type Book, nextNumber, write } from './book.ts'
import { known, rowsOf } from './history.ts'
import { enact } from './organisation/instruments.ts'
import type { VersionRow } from './organisation/read-territory.ts'
import type { Person } from './people.ts'
import { between, chance, pick, type Random, weighted } from './random.ts'
import { day, dayText, forever, instantAt } from './time.ts'
import { nameOf, peopleOf } from './words/names.ts'
import { achievements, type Story, stories, withdrawn_stories } from './words/stories.ts'
import { villageNames } from './words/villages.ts'

type Level = 'commune' | 'district' | 'province' | 'nation'
type Form = 'certificate-of-merit' | 'commendation' | 'title' | 'order'
type Decision = { instrument: number; on: number; level: Level }
type Subject = {
  exemplar_id: number
  field: string
  kind: 'collective' | 'individual'
  name: string
  person_id: number | null
  place: number
  keeper: number | null
  decision: Decision
}

/**
 * Distinct exemplars by the year of their decision; 469 until 2020, of whom one lost the recognition in 2019. The
 * numbers do not follow the scale.
 */
const a_year: [year: number, count: number][] = [
  [2016, 58],
  [2017, 84],
  [2018, 97],
  [2019, 108],
  [2020, 122],
  [2021, 24],
  [2022, 21],
  [2023, 19],
]
const second_awards = 22

const fields: [string, number][] = [
  ['countryside', 26],
  ['economy', 20],
  ['party', 14],
  ['education', 11],
  ['reform', 9],
  ['culture', 8],
  ['health', 6],
  ['security', 6],
]

/** The places of the map, the persons, and the party's unit of each place, which keeps the files of its exemplars. */
type Province = { places: VersionRow[]; people: Person[]; party_of: Map<number, number> }

export function writeExemplars(book: Book, random: Random, { places, people, party_of }: Province): void {
  const communes = places.filter(place => place.is_open && ['commune', 'ward', 'township'].includes(place.unit_kind))
  const subjects: Subject[] = []
  for (const [year, count] of a_year) {
    const decisions = decide(book, year)
    const told = stories.filter(story => story.year === year)
    for (const story of told)
      subjects.push(
        writeStory(
          book,
          random,
          story,
          { places, party_of },
          pick(
            random,
            decisions.filter(({ level }) => level !== 'commune'),
          ),
        ),
      )
    for (let i = told.length; i < count; i++)
      subjects.push(writeOne(book, random, { places: communes, people, party_of }, pick(random, decisions)))
  }
  awardAgain(book, random, subjects)
}

/** Two days of recognition a year, at three levels each. */
function decide(book: Book, year: number): Decision[] {
  const levels: [Level, string, string][] = [
    ['province', 'UBND tỉnh Bắc Kạn', 'QĐ-UBND'],
    ['district', 'UBND cấp huyện', 'QĐ-UBND-H'],
    ['commune', 'UBND cấp xã', 'QĐ-UBND-X'],
  ]
  return ['05-17', '12-08'].flatMap((date, half) =>
    levels.map(([level, issuer, sign], i) => {
      const number = `${(year - 2010) * 60 + half * 31 + i}/${sign}`
      const title = `Về việc khen thưởng điển hình học tập và làm theo Bác năm ${year}`
      const signed_on = `${year}-${date}`
      return { level, on: day(signed_on), instrument: enact(book, { number, kind: 'decision', issuer, title, signed_on }) }
    }),
  )
}

// ── One exemplar
// ─────────────────────────────────────────────────────────────────────────────────────────────────────────────────

function writeOne(book: Book, random: Random, { places: communes, people, party_of }: Province, decision: Decision): Subject {
  const kind = chance(random, 0.4) ? 'collective' : 'individual'
  const place = pick(
    random,
    communes.filter(({ from, to }) => from <= decision.on && decision.on < to),
  )
  const field = weighted(random, fields)
  const person = kind === 'individual' && chance(random, 0.7) ? people[Math.floor(random() * people.length)] : undefined
  const member = person && person.since < instantAt(decision.on, 0) ? person : undefined
  const name = member?.name ?? (kind === 'individual' ? strangerName(random) : `Nhân dân thôn ${villageNames(random, 1)[0]}`)
  const person_id = member?.person_id ?? null
  const subject = {
    exemplar_id: nextNumber(book, 'exemplar'),
    field,
    kind,
    name,
    person_id,
    place: place.unit_id,
    keeper: keeperOf(party_of, place),
    decision,
  } as const
  recognise(book, random, subject, pick(random, achievements[field]!))
  if (chance(random, 0.07)) consent(book, subject.exemplar_id, 'name', decision.on + 20, forever)
  return subject
}

function keeperOf(party_of: Map<number, number>, { unit_id }: VersionRow): number | null {
  return party_of.get(unit_id) ?? null
}

function strangerName(random: Random): string {
  return nameOf(random, peopleOf(random), chance(random, 0.45) ? 'female' : 'male')
}

function writeStory(book: Book, random: Random, story: Story, { places, party_of }: Omit<Province, 'people'>, decision: Decision): Subject {
  const { kind, field, name, achievement } = story
  const place = places.find(({ key }) => key === story.place)
  if (!place) throw new Error(`no place ${story.place}`)
  const subject = {
    exemplar_id: nextNumber(book, 'exemplar'),
    field,
    kind,
    name,
    person_id: null,
    place: place.unit_id,
    keeper: keeperOf(party_of, place),
    decision,
  }
  recognise(book, random, subject, achievement)
  const learned = instantAt(decision.on + 30, 9)
  if (learned <= book.limit) write(book, 'exemplar_story', [subject.exemplar_id, story.vi, story.en, known(learned)])
  const is_withdrawn = stories.indexOf(story) >= stories.length - withdrawn_stories
  const until = is_withdrawn ? day('2020-06-30') : forever
  for (const scope of ['name', 'story', 'place', 'photo']) consent(book, subject.exemplar_id, scope, decision.on + 25, until)
  return subject
}

function recognise(book: Book, random: Random, subject: Subject, achievement: string): void {
  const { exemplar_id, kind, field, place, keeper, person_id, name, decision } = subject
  const learned = instantAt(decision.on + 1, 10)
  if (learned <= book.limit) {
    write(book, 'exemplar', [exemplar_id, kind, field, place, known(learned), keeper])
    write(book, 'exemplar_profile', [exemplar_id, person_id, name, known(learned)])
  }
  award(book, random, subject, decision, achievement)
}

function consent(book: Book, exemplar_id: number, scope: string, from: number, to: number): void {
  const ended = to === forever ? forever : instantAt(to, 11)
  for (const { valid, recorded } of rowsOf({ from, to, learned: instantAt(from, 10), ended }, book.limit)) {
    write(book, 'consent', [exemplar_id, scope, valid, recorded])
  }
}

// ── Awards
// ───────────────────────────────────────────────────────────────────────────────────────────────────────────────────────

/** The one whose recognition was taken back is the first commune-level one of 2018. */
const revoked_on = '2019-11-20'
const revoked_year = 2018

function award(book: Book, random: Random, { exemplar_id }: Subject, { level, instrument, on }: Decision, achievement: string): void {
  const form: Form =
    level === 'province'
      ? weighted(random, [
          ['certificate-of-merit', 8],
          ['title', 2],
        ])
      : 'commendation'
  const learned = instantAt(on + 1, 10)
  if (learned > book.limit) return
  const row = (revoked: string | null, recorded: string) =>
    write(book, 'recognition', [exemplar_id, level, form, achievement, instrument, dayText(on), revoked, recorded])
  const taken_back = instantAt(day(revoked_on) + 1, 9)
  const is_revoked = exemplar_id === revokedExemplar() && taken_back <= book.limit
  row(null, is_revoked ? known(learned, taken_back) : known(learned))
  if (is_revoked) row(revoked_on, known(taken_back))
}

/** The last exemplar of 2018: one of those that were drawn, not told. */
function revokedExemplar(): number {
  return a_year.filter(([year]) => year <= revoked_year).reduce((sum, [, count]) => sum + count, 0)
}

/** Some are recognised a second time, for another achievement, one or two years later. */
function awardAgain(book: Book, random: Random, subjects: Subject[]): void {
  for (let i = 0; i < second_awards; i++) {
    const subject = subjects[i * 13 + between(random, 0, 11)]!
    const later = subjects.find(({ decision }) => decision.on > subject.decision.on + 300 && decision.level === 'province')
    if (later && subject.exemplar_id !== revokedExemplar())
      award(book, random, subject, later.decision, 'Giữ vững và nhân rộng cách làm hay')
  }
}
