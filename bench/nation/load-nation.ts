import type pg from 'pg'
import { type Book, openBook, store, type Table, write } from '../../seed/province/book.ts'
import { loadInBulk } from '../../seed/province/bulk.ts'
import { day, dayText } from '../../seed/province/time.ts'
import { storeSheet } from './binary-sheet.ts'
import { type Base, campaign, nation, type Province, planNation } from './plan-nation.ts'
import { answerFrom, newPen, type Pen, sheets } from './write-people.ts'

/** Filled from a book, as text: some hundred thousand rows. */
const units: Table[] = ['unit_version', 'placement', 'succession']
const millions = Object.keys(sheets)

/** What was loaded: units of each kind, and everybody. */
export type Nation = { provinces: string[]; cells: number; people: number; deeds: number }

/**
 * Fills an empty, migrated register with a nation and its commitments of one year: `size` 1 is 280,000 cells and 5.4
 * million commitments. Persons stand in their obligations only: memberships, accounts and posts are left out. Without
 * `people`, units and tallies alone. Rows go in by COPY, constraints and indexes after them. Vacuum and analyze are the
 * caller's.
 */
export async function loadNation(
  owner: pg.Client,
  { size, people, say }: { size: number; people: boolean; say: (line: string) => void },
): Promise<Nation> {
  const plan = planNation(size, 2025)
  const loaded: Nation = { provinces: plan.provinces.map(province => province.key), cells: 0, people: 0, deeds: 0 }
  await owner.query('begin')
  await owner.query(`set local neu_guong.loading = 'yes'`)
  await refuseUnlessEmpty(owner)
  await loadInBulk(owner, [...units, ...millions], async () => {
    // Emptied in this transaction, their rows are written frozen, and without a log where the server keeps none for
    // replicas.
    await owner.query(`truncate ${millions.join(', ')} cascade`)
    await writeUnits(owner, plan)
    const pen = newPen(loaded, people)
    for (const province of plan.provinces) {
      for (const commune of province.communes) {
        for (const base of commune.bases) answerFrom(pen, base)
        if (pen.sheets.deed.at + pen.sheets.commitment_tally.at > most_bytes) await storeSheets(owner, pen)
      }
      say(`${province.key}: ${loaded.cells} cells, ${loaded.people} people, ${loaded.deeds} deeds`)
    }
    await storeSheets(owner, pen)
    say('constraints and indexes')
  })
  await settle(owner, plan.last_unit, loaded)
  await owner.query('commit')
  return loaded
}

/** Everything of a province at once would not fit a small machine's memory. */
const most_bytes = 16 << 20

async function storeSheets(owner: pg.Client, { sheets }: Pen): Promise<void> {
  for (const sheet of Object.values(sheets)) await storeSheet(owner, sheet)
}

async function writeUnits(owner: pg.Client, { root, provinces }: ReturnType<typeof planNation>): Promise<void> {
  const book = await openBook(owner, Number.POSITIVE_INFINITY)
  writeFrame(book, root)
  for (const province of provinces) writeProvince(book, root, province)
  await store(owner, book)
}

async function refuseUnlessEmpty(owner: pg.Client): Promise<void> {
  const { rows } = await owner.query<{ is_empty: boolean }>(
    'select not exists (select from unit) and not exists (select from person) as is_empty',
  )
  if (!rows[0]!.is_empty) throw new Error('A nation is loaded into an empty register only.')
}

/** The document, the nation and the campaign. */
function writeFrame(book: Book, root: number): void {
  const known = since(campaign.opens)
  write(book, 'instrument', [1, '05-CT/TW', 'directive', 'Bộ Chính trị', 'chỉ thị', '2016-05-15', null, null, known])
  writeUnit(book, root, 'ca-nuoc', 'nation', '2010-01-01')
  write(book, 'programme', [1, 'chi-thi-05', 'Chỉ thị 05', 'Directive 05', 1, '2016-05-15', known])
  write(book, 'campaign', [1, 1, root, campaign.year, known])
  write(book, 'campaign_terms', [1, campaign.opens, campaign.due, campaign.closes, 2, 3, 1, known])
  write(book, 'succession_event', [1, 'merged', campaign.map_change, 1, since(campaign.map_change)])
}

/** Before the map change the base organisations stand under districts, after it under communes. */
function writeProvince(book: Book, root: number, province: Province): void {
  writeUnit(book, province.unit_id, province.key, 'province-committee', '2010-01-01')
  place(book, province.unit_id, root, '2010-01-01')
  province.districts.forEach((district, i) => {
    writeUnit(book, district, `${province.key}-huyen-${i + 1}`, 'district-committee', '2010-01-01', campaign.map_change)
    place(book, district, province.unit_id, '2010-01-01', campaign.map_change)
  })
  let n = 0
  province.communes.forEach(({ unit_id, bases }, i) => {
    writeUnit(book, unit_id, `${province.key}-xa-${i + 1}`, 'district-committee', campaign.map_change)
    place(book, unit_id, province.unit_id, campaign.map_change)
    for (const base of bases) writeBase(book, base, unit_id, province.districts[n++ % province.districts.length]!)
  })
}

function writeBase(book: Book, { unit_id, cells }: Base, commune: number, district: number): void {
  writeUnit(book, unit_id, `dang-bo-${unit_id}`, 'base-organisation', '2010-01-01')
  place(book, unit_id, district, '2010-01-01', campaign.map_change)
  place(book, unit_id, commune, campaign.map_change)
  for (const cell of cells) {
    const end = cell.joined_to === null ? 'infinity' : campaign.map_change
    writeUnit(book, cell.unit_id, `chi-bo-${cell.unit_id}`, 'cell', '2010-01-01', end)
    place(book, cell.unit_id, unit_id, '2010-01-01', end)
    if (cell.joined_to !== null)
      write(book, 'succession', [1, cell.unit_id, cell.joined_to, 1, null, 'documented', null, since(campaign.map_change)])
  }
  const heir = cells[0]!.joined_to
  if (heir === null) return
  writeUnit(book, heir, `chi-bo-${heir}`, 'cell', campaign.map_change)
  place(book, heir, unit_id, campaign.map_change)
}

function writeUnit(book: Book, unit_id: number, key: string, kind: string, from: string, to = 'infinity'): void {
  write(book, 'unit', [unit_id, key])
  write(book, 'unit_version', [unit_id, `Đơn vị ${key}`, kind, null, null, `[${from},${to})`, since(from)])
}

function place(book: Book, unit_id: number, parent_id: number, from: string, to = 'infinity'): void {
  write(book, 'placement', [unit_id, 'party', parent_id, null, `[${from},${to})`, since(from)])
}

/**
 * Everything is learned on the day it becomes so; the end of what ended too, for simplicity: only the two clocks'
 * columns matter here.
 */
function since(from: string): string {
  return `[${dayText(day(from))} 08:00:00+07,infinity)`
}

/** What comes after, by the register's own verbs, goes on with the next numbers. */
async function settle(owner: pg.Client, last_unit: number, { people, deeds }: Nation): Promise<void> {
  const numbers = {
    unit: last_unit,
    instrument: 1,
    programme: 1,
    campaign: 1,
    succession_event: 1,
    person: people,
    obligation: people,
    commitment: people,
    deed: deeds,
  }
  for (const [table, last] of Object.entries(numbers)) {
    await owner.query(`select setval(pg_get_serial_sequence($1, $2), $3)`, [table, `${table}_id`, Math.max(1, last)])
  }
}

export function sizeInWords(size: number): string {
  return `${Math.round(nation.cells * size).toLocaleString('en')} cells, ${Math.round(nation.people * size).toLocaleString('en')} people`
}
