import pg from 'pg'

/** How values leave the driver: a day is 'YYYY-MM-DD', an instant ISO 8601 in UTC with its microseconds, int8 a number, numeric its decimal text. */
export const types: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    return parsers[oid] ?? pg.types.getTypeParser(oid, format)
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

/** «2021-02-19 01:00:00.25+00» → «2021-02-19T01:00:00.25Z»; sessions speak UTC. */
function instant(text: string): string {
  return text.endsWith('+00') ? `${text.slice(0, 10)}T${text.slice(11, -3)}Z` : text
}
