import { sayMeasure } from '../../../basis/shared/measures.ts'

type Kind = { kind_vi: string; kind_en: string }
type Lang = 'vi' | 'en'

/** The name of a kind as it begins a line: «Đất hiến». */
export function sayKind({ kind_vi, kind_en }: Kind, lang: Lang): string {
  const name = lang === 'vi' ? kind_vi : kind_en
  return name.slice(0, 1).toUpperCase() + name.slice(1)
}

/** A kind with its measure, where its name does not say it already: «Đất hiến (m²)», «Ngày công». */
export function sayKindAndMeasure(kind: Kind & { measure: string }, lang: Lang): string {
  const [name, measure] = [sayKind(kind, lang), sayMeasure(kind.measure, lang)]
  return name.toLowerCase() === measure.toLowerCase() ? name : `${name} (${measure})`
}

/** «1.200,5 m²» */
export function sayAmount({ quantity, measure }: { quantity: number; measure: string }, lang: Lang): string {
  return `${sayQuantity(quantity, lang)} ${sayMeasure(measure, lang)}`
}

/** «1.200,5»: as people here write it, to the thousandth that a quantity may have. */
export function sayQuantity(quantity: number, lang: Lang): string {
  return printers[lang].format(quantity)
}

const printers = {
  vi: new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 3 }),
  en: new Intl.NumberFormat('en-GB', { maximumFractionDigits: 3 }),
}
