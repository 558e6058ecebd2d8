import pg from 'pg'

/**
 * How values leave the driver, alone and in an array: a day is 'YYYY-MM-DD', an instant ISO 8601 in UTC with its
 * microseconds, int8 a number, numeric its decimal text.
 */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    const of_array = arrays[oid]
    return parsers[oid] ?? (of_array ? listOf(of_array) : pg.types.getTypeParser(oid, format))
  },
} as pg.CustomTypesConfig

const asText = (text: string) => text
const parsers: Record<number, (text: string) => unknown> = {
  20: Number, // int8: counts and identities, below 2^53
  1082: asText, // date
  1114: asText, // timestamp
  1184: instant, // timestamptz
  1700: asText, // numeric
}

/**
 * The arrays of these types, by the type of their elements: the driver's own make text of a number, and a moment of a
 * day.
 */
const arrays: Record<number, number> = { 1016: 20, 1182: 1082, 1115: 1114, 1185: 1184, 1231: 1700 }
const text_array: number = 1009

function listOf(element: number): (text: string) => unknown {
  const texts = pg.types.getTypeParser(text_array) as (text: string) => (string | null)[]
  return text => texts(text).map(one => (one === null ? null : parsers[element]!(one)))
}

/** «2021-02-19 01:00:00.25+00» → «2021-02-19T01:00:00.25Z»; sessions speak UTC. */
function instant(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text
}
