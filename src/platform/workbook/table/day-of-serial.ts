/**
 * The ISO day of a day's number in a workbook; null for none. The calendar of 1900 has a 29 February that never was:
 * number 60.
 */
export function dayOfSerial(number: number, calendar: 1900 | 1904): string | null {
  const serial = Math.floor(number) + (calendar === 1904 ? 1462 : 0)
  if (number < 1 || number > 80_000 || serial === 60) return null
  return new Date(Date.UTC(1899, 11, 30) + (serial < 60 ? serial + 1 : serial) * 86_400_000).toISOString().slice(0, 10)
}
