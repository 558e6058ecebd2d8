import type { ParsedText } from '../../basis/quantity/index.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { printValue, status_words } from '../figure/index.ts'
import type { CheckedQuantity } from './check.ts'
import type { StateClaim } from './find-states.ts'
import type { Places } from './judge/open-places.ts'
import { unitNamed } from './judge/places.ts'
import { contextOf } from './judge/shown.ts'
import { type AskClaim, type Judged, notInRegister, unsure } from './judge/verdict.ts'
import { unreadIn } from './read/claim.ts'
import { clausesOf, numbersOf } from './read/pieces.ts'
import { type Chunk, cutSentence } from './read/sentence.ts'
import { status_lexicon } from './topics/status.ts'

/** The state of a city or a district: recognised, or still completing the conditions. */
export async function checkState(
  parsed: ParsedText,
  places: Places,
  state: StateClaim,
  day: string,
  ask: AskClaim,
): Promise<CheckedQuantity> {
  const chunks = clausesOf(cutSentence(parsed, state.clause, status_lexicon, places.names))
    .pieces.filter(piece => numbersOf(piece).length === 0)
    .flatMap(piece => piece.chunks)
  const unread = unreadIn(chunks)
  const { start, end } = parsed.placeOf(state)
  return {
    ...{ text: parsed.text.slice(state.start, state.end), start, end, kind: 'claim', counts: null, place: state.place, period: null },
    value: { least: null, most: null, unit: null },
    ...(await judgeState(places, state, day, isFact(chunks) && unread.length === 0, ask)),
    ...{ sentence: null, slots: null, modality: isFact(chunks) ? 'fact' : 'plan', unread, context: contextOf(parsed, state) },
  }
}

function isFact(chunks: Chunk[]): boolean {
  return chunks.every(({ slot }) => slot !== 'modality')
}

async function judgeState({ today }: Places, state: StateClaim, day: string, is_understood: boolean, ask: AskClaim): Promise<Judged> {
  const unit = unitNamed(today, state.named)
  const answer = unit && (await ask({ figure: 'F20', asked: { valid_as_of: day, unit: unit.key }, part: 'value' }))
  if (answer?.value.kind !== 'status') return notInRegister()
  const { status } = answer.value
  const register_text = lookUp(status_words, status)?.vi ?? printValue(answer.value)
  const said = { ...unsure('unread'), figure: 'F20' as const, parameters: answer.parameters, register_value: status, register_text }
  if (!is_understood) return said
  const right = status === state.status || (state.status === 'recognised' && status === 'acknowledged')
  return { ...said, doubt: null, verdict: right ? 'holds' : 'differs', should_be: right ? null : rightly(state.place, status) }
}

const SAID: Record<string, string> = {
  completing: 'đang hoàn tất các điều kiện để được công nhận đạt chuẩn nông thôn mới',
  recognised: 'đã được công nhận đạt chuẩn nông thôn mới',
  acknowledged: 'đã được công nhận đạt chuẩn nông thôn mới',
}

/** What should stand, in words that are read again as the same state. */
function rightly(place: string, status: string): string | null {
  const said = lookUp(SAID, status)
  return said ? `${place} ${said}` : null
}
