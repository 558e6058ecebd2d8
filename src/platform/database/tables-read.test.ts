import { expect, test } from 'vitest'
import { tablesRead } from './tables-read.ts'

test('the tables of a read are found in its own text and behind the functions that it calls', () => {
  const sql = `select m.unit_id from members_of('territory', 1, :valid_as_of, :recorded_as_of) m join exemplar e using (unit_id) -- not recognition`
  expect(tablesRead(sql)).toEqual(['exemplar', 'hierarchy', 'placement', 'succession', 'succession_event', 'unit_kind', 'unit_version'])
})
