import type { FigureValue } from './figure.ts'

/**
 * A value as Vietnamese papers print it: dots between thousands, a decimal comma, «02» below ten where the counted thing is an
 * administrative unit. 100 % is printed only when numerator and denominator are equal: 99.96 % never rounds up (F1 in domain.md).
 */
export function printValue(value: FigureValue): string {
  switch (value.kind) {
    case 'count':
      return printNumber(value.count)
    case 'rate':
      return printRate(value.numerator, value.denominator)
    case 'bounds':
      return value.least === value.most ? printNumber(value.least) : `${printNumber(value.least)} - ${printNumber(value.most)}`
    case 'quantity':
      return `${printNumber(Number(value.quantity))} ${value.measure}`
    case 'ordinal':
      return printNumber(value.ordinal)
    case 'status':
      return value.status
    case 'none-due':
      return '–'
  }
}

export function printNumber(n: number, decimals = 2): string {
  return new Intl.NumberFormat('vi-VN', { maximumFractionDigits: decimals }).format(n)
}

/** A percentage cut, not rounded, towards zero at two decimals: no rate is ever printed higher than it is. */
export function printRate(numerator: number, denominator: number): string {
  const hundredths = Math.floor((numerator * 10_000) / denominator)
  return `${printNumber(hundredths / 100)}%`
}
