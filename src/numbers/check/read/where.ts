import type { Row } from './lexicon.ts'
import { type Place, place_kinds } from './place-names.ts'
import type { Chunk } from './sentence.ts'

/** Where, as the words say it; which unit that is, the register says. `district` is the one named last, `elsewhere` what no register of one province holds. */
export type Where = { kind: 'unsaid' | 'province' | 'district' | 'elsewhere' } | { kind: 'named'; places: Place[] }

export const where_rows: readonly Row[] = [
  ['where', 'province', 'tỉnh | tỉnh ta | tỉnh nhà | toàn tỉnh | cả tỉnh | trong tỉnh | địa bàn tỉnh'],
  ['where', 'district', 'huyện | toàn huyện | cả huyện | trong huyện | địa bàn huyện | thành phố | toàn thành phố | địa bàn thành phố'],
  ['where', 'elsewhere', 'cả nước | toàn quốc | trong cả nước | đất nước | toàn vùng | cả vùng | các tỉnh | tỉnh bạn | tỉnh láng giềng | tỉnh khác | huyện bạn | huyện láng giềng | các tỉnh khác | nước bạn | trung ương'],
  ['silent', '', 'địa bàn | toàn'],
] // biome-ignore format: a table reads by its columns

/** The nearest words that say where: `nearer` come first. Communes named behind a number of communes are examples. */
export function whereOf(nearer: readonly (readonly Chunk[])[], number: Chunk): Where {
  for (const chunks of nearer) {
    const said = chunks.filter((chunk, i) => chunk.slot === 'where' && !isExample(chunks, i, number))
    if (said.length > 0) return decided(said)
  }
  return { kind: 'unsaid' }
}

function isExample(chunks: readonly Chunk[], at: number, number: Chunk): boolean {
  const { place } = chunks[at]!
  const counts_communes = /xã|phường|thị trấn/.test(number.quantity!.counts ?? '')
  const small = place?.kind === 'xã' || place?.kind === 'phường' || place?.kind === 'thị trấn'
  const behind = chunks.indexOf(number) >= 0 && at > chunks.indexOf(number)
  return counts_communes && behind && (small || isListed(chunks, at))
}

/** «…là Quang Thuận và Kim Lư»: named one by one behind «là» or a colon. */
function isListed(chunks: readonly Chunk[], at: number): boolean {
  for (let i = at - 1; i >= 0; i--) {
    const { slot, text } = chunks[i]!
    if (slot !== 'where' && /^(là|gồm|bao gồm|:|\()$/.test(text.toLowerCase())) return chunks[at]!.place?.kind === null
    if (slot !== 'where' && slot !== 'mark' && !/^(và|xã)$/.test(text.toLowerCase())) return false
  }
  return false
}

function decided(said: Chunk[]): Where {
  const places = said.flatMap(({ place }) => place ?? [])
  if (said.some(({ says }) => says === 'elsewhere') || places.some(isNoUnit)) return { kind: 'elsewhere' }
  if (places.length > 0) return { kind: 'named', places }
  return { kind: said.some(({ says }) => says === 'district') ? 'district' : 'province' }
}

/** A hamlet, or a quarter of a big city. */
function isNoUnit({ kind }: Place): boolean {
  return kind !== null && place_kinds[kind]!.length === 0
}
