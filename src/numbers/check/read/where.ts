import { lookUp } from '../../../basis/shared/look-up.ts'
import type { Row } from './lexicon.ts'
import { type Place, place_kinds } from './place-names.ts'
import type { Chunk } from './sentence.ts'

/**
 * A place that words name; `is_behind` the number, where it may be an example of what is counted; `is_around` the place
 * before it: «Kim Lư (Na Rì)».
 */
export type NamedPlace = Place & { is_behind: boolean; is_around: boolean }

/**
 * Where, as words say it; which unit that is, the register says. `district` is the one named last, `elsewhere` what no
 * register of one province holds, `unclear` words that do not say which.
 */
export type Where =
  | { kind: 'province' | 'district' | 'elsewhere' | 'unclear' }
  | { kind: 'named'; places: NamedPlace[]; in_province: boolean }

export const where_rows: readonly Row[] = [
  ['where', 'province', 'tỉnh | tỉnh ta | tỉnh nhà | toàn tỉnh | cả tỉnh | trong tỉnh | địa bàn tỉnh'],
  ['where', 'district', 'huyện | toàn huyện | cả huyện | trong huyện | địa bàn huyện | thành phố | toàn thành phố | địa bàn thành phố'],
  ['where', 'elsewhere', 'cả nước | toàn quốc | trong cả nước | đất nước | toàn vùng | cả vùng | các tỉnh | tỉnh bạn | tỉnh láng giềng | tỉnh khác | huyện bạn | huyện láng giềng | các tỉnh khác | nước bạn | trung ương'],
  ['silent', '', 'địa bàn | toàn'],
] // biome-ignore format: a table reads by its columns

/** What words say of where, those nearest to the number first. */
export function whereOf(nearer: readonly (readonly Chunk[])[], number: Chunk): Where[] {
  return nearer.flatMap(chunks => saidIn(chunks, chunks.indexOf(number)))
}

function saidIn(chunks: readonly Chunk[], number: number): Where[] {
  const said = chunks.flatMap((chunk, i) =>
    chunk.slot === 'where' ? [{ ...chunk, is_behind: number >= 0 && i > number, is_around: isAround(chunks, i) }] : [],
  )
  if (said.length === 0) return []
  const places = said.flatMap(({ place, is_behind, is_around }) => (place ? [{ ...place, is_behind, is_around }] : []))
  if (said.some(({ says }) => says === 'elsewhere') || places.some(isNoUnit)) return [{ kind: 'elsewhere' }]
  if (places.length > 0) return [{ kind: 'named', places, in_province: said.some(({ says }) => says === 'province') }]
  return [{ kind: said.some(({ says }) => says === 'district') ? 'district' : 'province' }]
}

function isAround(chunks: readonly Chunk[], at: number): boolean {
  return chunks[at - 1]?.says === '(' && chunks[at + 1]?.says === ')' && (chunks[at - 2]?.place ?? null) !== null
}

/** A hamlet, or a quarter of a big city. */
function isNoUnit({ kind }: Place): boolean {
  return kind !== null && lookUp(place_kinds, kind)!.length === 0
}
