import { type Book, nextNumber, write } from './book.ts'
import { known } from './history.ts'
import type { VersionRow } from './organisation/read-territory.ts'
import { between, type Random } from './random.ts'
import { day, forever, instantAt, instantText } from './time.ts'

type Defined = { key: string; name_vi: string; name_en: string; base?: string; direction: 'up' | 'none' }

/** What a public administrative service centre counts each month. */
const defined: Defined[] = [
  { key: 'ho-so-tiep-nhan', name_vi: 'Hồ sơ tiếp nhận', name_en: 'Dossiers received', direction: 'none' },
  { key: 'ho-so-truc-tuyen', name_vi: 'Hồ sơ nộp trực tuyến', name_en: 'Dossiers filed online', base: 'ho-so-tiep-nhan', direction: 'up' },
  { key: 'ho-so-giai-quyet', name_vi: 'Hồ sơ đã giải quyết', name_en: 'Dossiers settled', direction: 'none' },
  {
    key: 'ho-so-dung-han',
    name_vi: 'Hồ sơ giải quyết đúng hạn',
    name_en: 'Dossiers settled on time',
    base: 'ho-so-giai-quyet',
    direction: 'up',
  },
]

/** The places of three centres, before and after the first of July 2025, and how many dossiers a month. */
const centres: [before: string, since_july_2025: string, dossiers: number][] = [
  ['tinh-bac-kan', 'tinh-thai-nguyen-2025', 2_400],
  ['thanh-pho-bac-kan', 'phuong-bac-kan', 900],
  ['huyen-ba-be', 'xa-ba-be', 380],
]

const months = Array.from({ length: 36 }, (_, i) => new Date(Date.UTC(2023, 10 + i, 1)).toISOString().slice(0, 10))

/** Of which nothing was sent, between months that were. */
const gap = { place: 'xa-ba-be', month: '2025-11-01' }
const late = { place: 'xa-ba-be', month: '2026-03-01', note: 'Hệ thống một cửa ngừng để chuyển dữ liệu, khôi phục ngày 20/4.' }
const revision = {
  place: 'thanh-pho-bac-kan',
  month: '2024-05-01',
  on: '2024-07-02',
  note: 'Đếm sót 37 hồ sơ nộp qua bưu chính.',
  more: 37,
}

/**
 * Thirty-six months of three invented centres, with a month that nobody sent, one that came late and one that was
 * revised.
 */
export function writeIndicators(book: Book, random: Random, places: VersionRow[]): void {
  const since = known(instantAt(day('2023-11-01'), 8))
  if (instantAt(day('2023-11-01'), 8) > book.limit) return
  const ids = new Map(defined.map(({ key }) => [key, nextNumber(book, 'indicator')]))
  for (const { key, name_vi, name_en, base, direction } of defined)
    write(book, 'indicator', [ids.get(key)!, key, name_vi, name_en, 'hồ sơ', base ? ids.get(base)! : null, direction, 10, since])
  const numberOf = new Map(places.map(({ key, unit_id }) => [key, unit_id]))
  for (const [before, after, dossiers] of centres)
    for (const [i, month] of months.entries()) {
      const place = month < '2025-07-01' ? before : after
      const counted = countMonth(random, dossiers, i)
      if (place === gap.place && month === gap.month) continue
      writeMonth(book, { place, place_id: numberOf.get(place)!, month, counted, ids })
    }
}

type Counted = Record<string, number>

/** More is filed online and settled on time from year to year; little is filed around the lunar new year. */
function countMonth(random: Random, dossiers: number, i: number): Counted {
  const season = [1, 2].includes((i + 10) % 12) ? 0.6 : 1
  const received = Math.round((dossiers * season * between(random, 85, 115)) / 100)
  const settled = Math.round((received * between(random, 93, 100)) / 100)
  return {
    'ho-so-tiep-nhan': received,
    'ho-so-truc-tuyen': Math.round((received * Math.min(96, 48 + i + between(random, 0, 8))) / 100),
    'ho-so-giai-quyet': settled,
    'ho-so-dung-han': Math.round((settled * Math.min(100, 88 + i / 4 + between(random, 0, 4))) / 100),
  }
}

type Month = { place: string; place_id: number; month: string; counted: Counted; ids: ReadonlyMap<string, number> }

function writeMonth(book: Book, { place, place_id, month, counted, ids }: Month): void {
  const is_late = place === late.place && month === late.month
  const [year, of_year] = month.split('-').map(Number)
  const sent_on = day(new Date(Date.UTC(year!, of_year!, is_late ? 22 : 5)).toISOString().slice(0, 10))
  const revised = place === revision.place && month === revision.month
  const learned = instantAt(sent_on, 9)
  if (learned > book.limit) return
  const delivery = deliver(book, place_id, learned)
  for (const [key, quantity] of Object.entries(counted)) {
    const corrected = revised && key === 'ho-so-tiep-nhan' ? instantAt(day(revision.on), 14) : forever
    const row = [ids.get(key)!, place_id, month]
    write(book, 'indicator_value', [...row, quantity, is_late ? late.note : null, delivery, known(learned, corrected)])
    if (corrected !== forever && corrected <= book.limit)
      write(book, 'indicator_value', [
        ...row,
        quantity + revision.more,
        revision.note,
        deliver(book, place_id, corrected),
        known(corrected),
      ])
  }
}

function deliver(book: Book, unit_id: number, at: number): number {
  const delivery = nextNumber(book, 'indicator_delivery')
  write(book, 'indicator_delivery', [delivery, unit_id, 'system', instantText(at)])
  return delivery
}
