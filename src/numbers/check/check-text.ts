import { type ParsedText, type Quantity, readText, type TextFormat } from '../../basis/quantity/index.ts'
import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import { type Clocks, dayOf } from '../../basis/shared/dates.ts'
import type { Reads } from '../../platform/database/index.ts'
import type { AskPublicly } from '../figure/index.ts'
import type { CheckedQuantity, TextCheck } from './check.ts'
import { checkState } from './check-state.ts'
import { findStates, type StateClaim } from './find-states.ts'
import { type Asking, questionsOf } from './judge/ask.ts'
import { beforeItsEnd, openPlaces, type Places } from './judge/open-places.ts'
import { contextOf, slotsOf } from './judge/shown.ts'
import { type AskClaim, judge, unjudged } from './judge/verdict.ts'
import { latestDaySpoken } from './read/day-of-text.ts'
import { type ClaimRead, candidatesIn, readClaims } from './read/read-claims.ts'
import { askedOnce, type Register, registerOf } from './register.ts'

export type TextAsked = {
  text: string
  format?: TextFormat
  /** The day the text is judged by; else its own date line, else the latest day it speaks of, else today. */
  valid_as_of?: string | undefined
  /** What the register knew then; else what it knows now about that day. */
  recorded_as_of?: string | undefined
  now: Date
  most?: Most | undefined
}
/** How many quantities are judged, and how many questions asked of the register. */
export type Most = { quantities: number; questions: number }
const all: Most = { quantities: Number.POSITIVE_INFINITY, questions: Number.POSITIVE_INFINITY }

/** `ask` asks the figures; given where answers are remembered. */
export type CheckInput = Omit<TextAsked, 'most'> & { ask?: AskPublicly }

/**
 * Finds every quantity of a text and judges each claim by the register. Never refuses: any text has quantities or none.
 */
export function checkText(db: Reads, { ask, ...asked }: CheckInput): Promise<TextCheck> {
  return judgeText(registerOf(db, asked.now, ask), asked)
}

/**
 * The same of a register that is perhaps elsewhere. Each distinct question is asked once. What `most` leaves out is
 * counted in the answer.
 */
export async function judgeText(register: Register, { most = all, ...asked }: TextAsked): Promise<TextCheck> {
  const whole = readText(asked.text, asked.format)
  const parsed = { ...whole, quantities: whole.quantities.slice(0, most.quantities) }
  const spoken = asked.valid_as_of || parsed.date ? null : latestDaySpoken(parsed, dayOf(asked.now))
  const date = asked.valid_as_of ?? parsed.date ?? spoken ?? dayOf(asked.now)
  const once = askedOnce(register)
  const clocks = { valid_as_of: date, recorded_as_of: asked.recorded_as_of ?? asked.now.toISOString() }
  const states = findStates(whole)
  const ask: AskClaim = ({ figure, asked: parameters }) => once.ask(figure, given({ ...parameters, recorded_as_of: asked.recorded_as_of }))
  const { claims, places } = await readAll(once, parsed, states, clocks)
  const judged = await Promise.all([
    ...asFewQuestions(claims, most.questions).map(claim => checkClaim(parsed, claim, date, ask)),
    ...states.slice(0, most.questions).map(state => checkState(parsed, places, state, date, ask)),
  ])
  const quantities = judged.sort((a, b) => a.start - b.start).slice(0, most.quantities)
  const left_out = whole.quantities.length + states.length - quantities.length
  const dated_by = asked.valid_as_of ? 'asked' : parsed.date ? 'text' : spoken ? 'spoken' : 'today'
  return { date, dated_by, legacy: parsed.legacy, quantities, left_out }
}

/** A quantity with what was read of it, and what it asks. */
type Claim = { quantity: Quantity; read: ClaimRead | null; asking: Asking }

const nothing: Asking = { questions: [], doubt: null }

/** Every quantity of a text, read; those that are no claim, and those of which no topic knows, ask nothing. */
async function readAll(
  register: Register,
  parsed: ParsedText,
  states: StateClaim[],
  clocks: Clocks,
): Promise<{ claims: Claim[]; places: Places }> {
  const candidates = candidatesIn(parsed)
  const places = await openPlaces(register, parsed, clocks, candidates.size > 0 || states.length > 0)
  const reads = readClaims(parsed, candidates, places.names, clocks.valid_as_of)
  const claims = parsed.quantities.map(async (quantity): Promise<Claim> => {
    const found = reads.get(quantity)
    if (!found) return { quantity, read: null, asking: nothing }
    const read = { ...found, claim: beforeItsEnd(found.claim, places) }
    return { quantity, read, asking: await questionsOf(register, read, await places.unitAsked(read), clocks) }
  })
  return { claims: await Promise.all(claims), places }
}

/** As many claims, from the first on, as ask no more distinct questions than `most`. */
function asFewQuestions(claims: Claim[], most: number): Claim[] {
  const questions = new Set<string>()
  const end = claims.findIndex(({ asking }) => {
    for (const { figure, asked, since } of asking.questions)
      for (const one of since ? [asked, since.asked] : [asked]) questions.add(canonicalJson([figure, given(one)]))
    return questions.size > most
  })
  return end < 0 ? claims : claims.slice(0, end)
}

function given(parameters: Record<string, unknown>): Record<string, never> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as Record<string, never>
}

async function checkClaim(parsed: ParsedText, { quantity, read, asking }: Claim, day: string, ask: AskClaim): Promise<CheckedQuantity> {
  const { text, start, end, kind, value, counts, place, period } = quantity
  const judged = read?.claim.per === 'base' ? unjudged : await judge(read?.claim.quantity ?? quantity, asking, day, ask)
  const slots = read && slotsOf(read.claim)
  const sentence = judged.should_be === null ? null : parsed.placeOf(quantity.sentence)
  const understood = { slots, modality: read?.claim.modality ?? null, unread: read?.claim.unread ?? [] }
  return {
    text,
    start,
    end,
    kind,
    value,
    counts,
    place,
    period,
    ...judged,
    sentence,
    ...understood,
    context: contextOf(parsed, quantity.within),
  }
}
