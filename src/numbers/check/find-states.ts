import { foldText, type ParsedText, type Span } from '../../basis/quantity/index.ts'
import type { Place } from './read/place-names.ts'

/**
 * A claim without a number: a city, town or district completes the conditions, or was recognised. Spans in UTF-16 units
 * of the text as read.
 */
export type StateClaim = Span & { place: string; named: Place; status: 'completing' | 'recognised'; clause: Span }

const CLAUSE = /[^.;!?\n]+/g
const PLACE = /(?<kind>[Tt]hành phố|[Tt]hị xã|[Hh]uyện|TP)\.?\s+(?<name>\p{Lu}\p{L}*(?:\s\p{Lu}\p{L}*){0,2})/u
const COMPLETING =
  /(?:đang |tiếp tục )?(?:hoàn tất|hoàn thiện|hoàn thành)(?: nốt)? (?:các |những |mọi |đầy đủ )?(?:điều kiện|thủ tục|hồ sơ|tiêu chí)/
const RECOGNISED = /(?:đã |vừa |chính thức )?được (?:[\p{L} ]{0,40})?công nhận/u
const REACHED = /đạt chuẩn nông thôn mới|hoàn thành nhiệm vụ xây dựng nông thôn mới|về đích nông thôn mới|nông thôn mới/
const NOT_YET = /phấn đấu|mục tiêu|dự kiến|kế hoạch|sẽ |chưa|đề nghị|xét công nhận|để /

/** The states that a text claims; nothing between quotation marks, and nothing where a number stands between. */
export function findStates({ text, quantities }: ParsedText): StateClaim[] {
  if (!/nông thôn mới/i.test(text.normalize('NFC'))) return []
  const states: StateClaim[] = []
  let next = 0
  for (const { 0: clause, index } of text.matchAll(CLAUSE)) {
    const state = clause.length < 1000 ? stateIn(clause) : null
    if (!state) continue
    const [start, end] = [index + state.start, index + state.end]
    while (next < quantities.length && quantities[next]!.within.end <= start) next++
    if (quantities[next] && quantities[next]!.within.start < end) continue
    states.push({ ...state, start, end, clause: { start: index, end: index + clause.length } })
  }
  return states
}

function stateIn(clause: string): Omit<StateClaim, 'clause'> | null {
  const said = foldText(clause).toLowerCase().replace(/\s/g, ' ')
  if (said.length !== clause.length || !said.includes('nông thôn mới') || /[“”"«»]/.test(clause)) return null
  const place = PLACE.exec(clause)
  const [completing, recognised, reached] = [COMPLETING.exec(said), RECOGNISED.exec(said), REACHED.exec(said)]
  if (!place || !reached) return null
  const named = { kind: place.groups!.kind!.toLowerCase(), name: place.groups!.name! }
  const end = Math.max(reached.index + reached[0].length, place.index + place[0].length)
  if (completing && said.includes('công nhận'))
    return { start: Math.min(completing.index, place.index), end, place: place[0], named, status: 'completing' }
  const follows = recognised && recognised.index >= place.index && recognised.index - (place.index + place[0].length) < 3
  return follows && !NOT_YET.test(said.slice(0, recognised.index))
    ? { start: place.index, end, place: place[0], named, status: 'recognised' }
    : null
}
