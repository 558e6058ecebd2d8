const DIGITS = ['không', 'một', 'hai', 'ba', 'bốn', 'năm', 'sáu', 'bảy', 'tám', 'chín']
const SCALES = [
  ['tỷ', 1e9],
  ['triệu', 1e6],
  ['nghìn', 1e3],
  ['', 1],
] as const

/** A whole number from 0 on as it is said: 1105 → "một nghìn một trăm linh năm". */
export function numberInWords(n: number): string {
  if (n === 0) return DIGITS[0]!
  const said: string[] = []
  let rest = n
  for (const [scale, unit] of SCALES) {
    const part = Math.floor(rest / unit)
    rest %= unit
    if (part > 0) said.push(part >= 1000 ? numberInWords(part) : belowThousand(part, said.length > 0), scale)
  }
  return said.filter(word => word !== '').join(' ')
}

/** Behind a higher group the hundreds are said even when there are none: "không trăm linh năm". */
function belowThousand(n: number, inside: boolean): string {
  const [hundred, ten, one] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10]
  const head = hundred > 0 || inside ? [DIGITS[hundred]!, 'trăm'] : []
  if (ten === 0 && one === 0) return head.join(' ')
  if (ten === 0) return [...head, ...(head.length > 0 ? ['linh'] : []), DIGITS[one]!].join(' ')
  return [...head, ...(ten === 1 ? ['mười'] : [DIGITS[ten]!, 'mươi']), ...ones(ten, one)].join(' ')
}

function ones(ten: number, one: number): string[] {
  if (one === 0) return []
  if (one === 1 && ten > 1) return ['mốt']
  return [one === 5 ? 'lăm' : DIGITS[one]!]
}

const VAGUE = [
  [1e9, 'hàng tỷ'], [1e8, 'hàng trăm triệu'], [1e7, 'hàng chục triệu'], [1e6, 'hàng triệu'], [1e5, 'hàng trăm nghìn'], [1e4, 'hàng chục nghìn'], [1e3, 'hàng nghìn'], [100, 'hàng trăm'], [10, 'hàng chục'],
] as const // biome-ignore format: a table reads by its columns

/**
 * The word of the house for a number's order: 10–99 "hàng chục", 100–999 "hàng trăm", from 1,000 on "hàng nghìn" …;
 * null below ten.
 */
export function vagueWord(n: number): string | null {
  return VAGUE.find(([least]) => n >= least)?.[1] ?? null
}
