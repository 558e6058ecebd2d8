import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from } from 'pg-copy-streams'

/** The columns that the seed fills, by table, in the order in which fields are written. */
const columns = {
  instrument: ['instrument_id', 'number', 'kind', 'issuer', 'title', 'signed_on', 'effective_on', 'note', 'recorded'],
  unit: ['unit_id', 'key'],
  unit_version: ['unit_id', 'name', 'unit_kind', 'place_id', 'instrument_id', 'valid', 'recorded'],
  placement: ['unit_id', 'hierarchy', 'parent_id', 'instrument_id', 'valid', 'recorded'],
  succession_event: ['succession_event_id', 'kind', 'effective_on', 'instrument_id', 'recorded'],
  succession: ['succession_event_id', 'predecessor_id', 'successor_id', 'population_share', 'area_share', 'certainty', 'note', 'recorded'],
  person: ['person_id', 'since'],
  person_version: ['person_id', 'full_name', 'birth_date', 'gender', 'ethnicity', 'recorded'],
  membership: ['person_id', 'unit_id', 'kind', 'valid', 'recorded'],
  post: ['post_id', 'unit_id', 'title', 'is_head', 'leads'],
  tenure: ['post_id', 'person_id', 'valid', 'recorded'],
  programme: ['programme_id', 'key', 'name_vi', 'name_en', 'instrument_id', 'started_on', 'recorded'],
  programme_plan: ['programme_plan_id', 'programme_id', 'unit_id', 'under_plan_id', 'instrument_id', 'valid', 'recorded'],
  theme: ['programme_id', 'unit_id', 'year', 'title', 'instrument_id', 'note', 'recorded'],
  campaign: ['campaign_id', 'programme_id', 'unit_id', 'year', 'recorded'],
  campaign_terms: ['campaign_id', 'opens_on', 'due_on', 'closes_on', 'deeds_least', 'deeds_most', 'instrument_id', 'recorded'],
  campaign_state: ['campaign_id', 'state', 'instrument_id', 'valid', 'recorded'],
  obligation: ['obligation_id', 'campaign_id', 'person_id', 'unit_id', 'due_from', 'recorded'],
  obligation_exception: ['obligation_id', 'state', 'reason', 'valid', 'recorded'],
  commitment: ['commitment_id', 'obligation_id', 'version', 'thought', 'ethics', 'working_style', 'discipline', 'prevention', 'recorded'],
  commitment_step: ['commitment_id', 'state', 'happened_on', 'actor_id', 'comment', 'recorded'],
  deed: ['deed_id', 'commitment_id', 'ordinal', 'what', 'how', 'measure', 'due_on', 'registered_on', 'recorded'],
  deed_step: ['deed_id', 'state', 'happened_on', 'reason', 'recorded'],
  action_plan: ['post_id', 'person_id', 'year', 'exemplary_content', 'tasks_of_the_post', 'presented_on', 'state', 'valid', 'recorded'],
  plan_mark: ['post_id', 'person_id', 'year', 'version', 'is_exemplary', 'is_of_the_post', 'marked_on', 'recorded'],
  plan_mark_tally: ['unit_id', 'year', 'valid_on', 'recorded_at', 'passed'],
  commitment_tally: ['campaign_id', 'unit_id', 'deeds', 'valid_on', 'recorded_at', 'due', 'submitted', 'on_time', 'approved'],
  deed_tally: ['campaign_id', 'unit_id', 'valid_on', 'recorded_at', 'commitments', 'registered', 'done', 'partly', 'not_done'],
  leadership_tally: ['unit_id', 'year', 'valid_on', 'recorded_at', 'tenures', 'planned'],
  exemplar: ['exemplar_id', 'kind', 'field', 'unit_id', 'recorded', 'keeper_id'],
  exemplar_profile: ['exemplar_id', 'person_id', 'name', 'recorded'],
  exemplar_story: ['exemplar_id', 'story_vi', 'story_en', 'recorded'],
  consent: ['exemplar_id', 'scope', 'valid', 'recorded'],
  recognition: ['exemplar_id', 'level', 'form', 'achievement', 'instrument_id', 'decided_on', 'revoked_on', 'recorded'],
  contribution: ['contribution_id', 'contribution_kind', 'quantity', 'is_estimate', 'work', 'place_id', 'given_on', 'recorded'],
  contribution_verification: ['contribution_id', 'verified_on', 'recorded'],
  contribution_giver: ['contribution_id', 'household', 'recorded'],
  contribution_household: ['contribution_id', 'household_id', 'recorded'],
  indicator: ['indicator_id', 'key', 'name_vi', 'name_en', 'measure', 'base_id', 'direction', 'due_day', 'recorded'],
  indicator_delivery: ['indicator_delivery_id', 'unit_id', 'way', 'received_at'],
  indicator_value: ['indicator_id', 'place_id', 'month', 'quantity', 'note', 'indicator_delivery_id', 'recorded'],
} as const satisfies Record<string, readonly string[]>

export type Table = keyof typeof columns
export type Field = string | number | boolean | null

/**
 * What was written into a table: whole blocks of rows as bytes, and the rows of the next block. Bytes weigh nothing on
 * the collector, which millions of short texts keep busy for seconds.
 */
type Sheet = { blocks: Buffer[]; lines: string[] }
const lines_of_a_block = 500

/** Rows written but not yet stored, and the next free number of each table. Nothing is learned after `limit`. */
export type Book = { limit: number; sheets: Map<Table, Sheet>; numbers: Map<Table, number> }

/** The tables whose rows others point at: their numbers are given by the seed. */
export const numbered = [
  'instrument',
  'unit',
  'succession_event',
  'person',
  'post',
  'programme',
  'programme_plan',
  'campaign',
  'obligation',
  'commitment',
  'deed',
  'exemplar',
  'contribution',
  'indicator',
  'indicator_delivery',
] as const satisfies Table[]

export async function openBook(owner: pg.Client, limit: number): Promise<Book> {
  const numbers = new Map<Table, number>()
  for (const table of numbered) {
    const { rows } = await owner.query(`select coalesce(max(${table}_id), 0) as last from ${table}`)
    numbers.set(table, Number(rows[0].last))
  }
  return { limit, sheets: new Map(), numbers }
}

export function nextNumber(book: Book, table: (typeof numbered)[number]): number {
  const number = book.numbers.get(table)! + 1
  book.numbers.set(table, number)
  return number
}

export function write(book: Book, table: Table, fields: readonly Field[]): void {
  let line = ''
  for (let i = 0; i < fields.length; i++) {
    const field = fields[i]!
    if (i > 0) line += '\t'
    line += field === null ? '\\N' : typeof field === 'string' ? escaped(field) : field
  }
  const sheet = sheetOf(book, table)
  if (sheet.lines.push(line) === lines_of_a_block) closeBlock(sheet)
}

function sheetOf({ sheets }: Book, table: Table): Sheet {
  const known = sheets.get(table)
  if (known) return known
  const sheet = { blocks: [], lines: [] }
  sheets.set(table, sheet)
  return sheet
}

function closeBlock(sheet: Sheet): void {
  if (sheet.lines.length > 0) sheet.blocks.push(Buffer.from(`${sheet.lines.join('\n')}\n`))
  sheet.lines = []
}

function escaped(text: string): string {
  return /[\\\t\n\r]/.test(text) ? text.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r') : text
}

/**
 * Brings what was written into the database, table by table in the order of `columns`. The book is empty at once: more
 * may be written while the database still reads.
 */
export async function store(owner: pg.Client, book: Book): Promise<void> {
  const { sheets } = book
  book.sheets = new Map()
  for (const table of Object.keys(columns) as Table[]) {
    const sheet = sheets.get(table)
    if (!sheet) continue
    closeBlock(sheet)
    const copy = owner.query(from(`copy ${table} (${columns[table].join(', ')}) from stdin`))
    await pipeline(Readable.from(sheet.blocks), copy)
    sheets.delete(table)
  }
}

/** So that the register's own numbers go on where the seed ended. */
export async function settleNumbers(owner: pg.Client, book: Book): Promise<void> {
  for (const table of numbered) {
    const last = book.numbers.get(table)!
    if (last > 0) await owner.query(`select setval(pg_get_serial_sequence($1, $2), $3)`, [table, `${table}_id`, last])
  }
}
