import { type Book, nextNumber, write } from './book.ts'
import { during, known, rowsOf } from './history.ts'
import { decree, enact } from './organisation/instruments.ts'
import type { Organisation } from './organisation/load-organisation.ts'
import { day, dayText, forever, instantAt } from './time.ts'

export type Campaign = { campaign_id: number; year: number; opens: number; due: number; closes: number; issued: number }

/** The directive is of May 2016, so that year's window is in the autumn; later ones are the first quarter. */
const windows: [year: number, opens_on: string, due_on: string][] = [
  [2016, '2016-08-01', '2016-10-31'],
  [2017, '2017-01-05', '2017-03-31'],
  [2018, '2018-01-05', '2018-03-31'],
  [2019, '2019-01-07', '2019-03-31'],
  [2020, '2020-01-06', '2020-03-31'],
]

/** Titles of our own that stand for the real ones, which could not be opened. */
const themes: [year: number, title: string][] = [
  [2016, 'Hiểu đúng để làm theo: bắt đầu từ việc nhỏ mỗi ngày'],
  [2017, 'Nói đi đôi với làm trong từng chi bộ'],
  [2018, 'Cán bộ gần dân, nghe dân, vì dân'],
  [2019, 'Giữ chữ tín với dân, dám chịu trách nhiệm'],
  [2020, 'Đoàn kết, nêu gương, xây dựng tổ chức vững mạnh'],
]

/** The directive with its plans, its themes and its five campaigns. */
export function writeProgramme(book: Book, { party, places }: Organisation): Campaign[] {
  const directive = enact(book, {
    number: '05-CT/TW',
    kind: 'directive',
    issuer: 'Bộ Chính trị',
    title: 'Về đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh',
    signed_on: '2016-05-15',
    note: null,
  })
  enact(book, {
    number: '01-KL/TW',
    kind: 'conclusion',
    issuer: 'Bộ Chính trị',
    title: 'Về tiếp tục thực hiện Chỉ thị số 05-CT/TW',
    signed_on: '2021-05-18',
    note: null,
  })
  const programme = nextNumber(book, 'programme')
  const learned = instantAt(day('2016-05-20'), 8)
  if (learned > book.limit) return []
  write(book, 'programme', [programme, 'chi-thi-05', 'Chỉ thị 05-CT/TW', 'Directive 05-CT/TW', directive, '2016-05-15', known(learned)])
  writePlans(book, programme, party.root, districtsOf(party.of, places))
  for (const [year, title] of themes) writeTheme(book, programme, party.root, year, title)
  return windows.flatMap(window => writeCampaign(book, programme, party.root, window))
}

function districtsOf(of: Map<number, number>, places: Organisation['places']): { unit: number; name: string }[] {
  const districts = places.filter(place => place.is_open && ['district', 'city'].includes(place.unit_kind))
  return districts.map(place => ({ unit: of.get(place.unit_id)!, name: `${place.kind_name} ${place.name}` }))
}

function writePlans(book: Book, programme: number, root: number, districts: { unit: number; name: string }[]): void {
  const provincial = writePlan(book, programme, root, null, 'Ban Thường vụ Tỉnh ủy Bắc Kạn', '2016-07-12', '21-KH/TU')
  if (provincial === null) return
  districts.forEach(({ unit, name }, i) => {
    writePlan(book, programme, unit, provincial, `Ban Thường vụ cấp ủy ${name}`, dayText(day('2016-07-20') + i), `${11 + i}-KH/HU`)
  })
}

function writePlan(
  book: Book,
  programme: number,
  unit: number,
  under: number | null,
  issuer: string,
  signed_on: string,
  number: string,
): number | null {
  const learned = instantAt(day(signed_on), 15)
  if (learned > book.limit) return null
  const instrument = enact(book, { number, kind: 'plan', issuer, title: 'Về thực hiện Chỉ thị số 05-CT/TW', signed_on })
  const plan = nextNumber(book, 'programme_plan')
  write(book, 'programme_plan', [plan, programme, unit, under, instrument, during(day(signed_on), forever), known(learned)])
  return plan
}

function writeTheme(book: Book, programme: number, unit: number, year: number, title: string): void {
  const learned = instantAt(day(year === 2016 ? '2016-07-15' : `${year - 1}-12-20`), 9)
  if (learned <= book.limit)
    write(book, 'theme', [programme, unit, year, title, null, 'Tên chuyên đề giả định: dữ liệu mẫu', known(learned)])
}

function writeCampaign(book: Book, programme: number, unit: number, [year, opens_on, due_on]: (typeof windows)[number]): Campaign[] {
  const [opens, due, closes] = [day(opens_on), day(due_on), day(`${year}-12-31`)]
  const issued = instantAt(opens - 12, 14)
  if (issued > book.limit) return []
  const instrument = decree(
    book,
    opens - 12,
    `${year - 1990}-CV/TU`,
    'Ban Thường vụ Tỉnh ủy Bắc Kạn',
    `Về việc đăng ký học tập và làm theo Bác năm ${year}`,
  )
  const campaign_id = nextNumber(book, 'campaign')
  write(book, 'campaign', [campaign_id, programme, unit, year, known(issued)])
  write(book, 'campaign_terms', [campaign_id, opens_on, due_on, dayText(closes), 2, 3, instrument, known(issued)])
  const states: [string, number, number][] = [
    ['draft', opens - 20, opens - 12],
    ['issued', opens - 12, opens],
    ['open', opens, due - 14],
    ['closing', due - 14, closes + 1],
    ['closed', closes + 1, closes + 90],
    ['archived', closes + 90, forever],
  ]
  for (const [state, from, to] of states) {
    const fact = {
      from,
      to,
      learned: Math.max(instantAt(from, 8), issued),
      ended: to === forever ? forever : Math.max(instantAt(to, 8), issued),
    }
    for (const { valid, recorded } of rowsOf(fact, book.limit))
      write(book, 'campaign_state', [campaign_id, state, instrument, valid, recorded])
  }
  return [{ campaign_id, year, opens, due, closes, issued: instantAt(opens, 7, 30) }]
}
