import { type Book, nextNumber, write } from '../book.ts'
import { known } from '../history.ts'
import { day, dayText, instantAt } from '../time.ts'

export const invented = 'Số hiệu giả định: dữ liệu mẫu'

export type Text = {
  number: string
  kind: string
  issuer: string
  title: string
  signed_on: string
  effective_on?: string
  note?: string | null
}

/**
 * An instrument, recorded on the day it was signed. Returns its number; the row is left out where it was not known yet.
 */
export function enact(book: Book, { number, kind, issuer, title, signed_on, effective_on, note = invented }: Text): number {
  const id = nextNumber(book, 'instrument')
  const learned = instantAt(day(signed_on), 7)
  if (learned > book.limit) return id
  write(book, 'instrument', [id, number, kind, issuer, title, signed_on, effective_on ?? signed_on, note, known(learned)])
  return id
}

export function decree(book: Book, on: number, number: string, issuer: string, title: string): number {
  return enact(book, { number, kind: 'decision', issuer, title, signed_on: dayText(on) })
}
