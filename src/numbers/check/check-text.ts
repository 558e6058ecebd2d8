import { type Quantity, type Reading, readText, type TextFormat } from '../../basis/quantity/index.ts'
import { canonicalJson } from '../../basis/shared/canonical-json.ts'
import { type Clocks, dayOf } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Db } from '../../platform/database/index.ts'
import type { UnitRow } from '../../register/organisation/index.ts'
import { type AskPublicly, type PublicAnswer, printValue, status_words } from '../figure/index.ts'
import type { CheckedQuantity, ClaimQuestion, TextCheck } from './check.ts'
import { findStates, type StateClaim } from './find-states.ts'
import { type Actual, actualOf, holds, registerValueOf } from './judge/judge.ts'
import { questionsOf } from './judge/match-claim.ts'
import { type Gazetteer, isElsewhere, isOfAnotherProvince, openGazetteer, partyUnitOf, scopeOf, unitNamed, unitOf } from './judge/places.ts'
import { wordsAround } from './judge/stated.ts'
import { writeAsPrinted } from './judge/write-as-printed.ts'
import { askedOnce, type Register, registerOf } from './register.ts'

export type TextAsked = {
  text: string
  format?: TextFormat
  /** The day the text is judged by; else its own date line, else today. */
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

/** A quantity and what it may ask; `unit` is the place it names, where that is not the whole province. */
type Claim = { quantity: Quantity; questions: ClaimQuestion[]; unit?: UnitRow | undefined }
type Judged = Pick<CheckedQuantity, 'figure' | 'parameters' | 'verdict' | 'register_value' | 'register_text' | 'should_be'>

/** Finds every quantity of a text and judges each claim by the register. Never refuses: any text has quantities or none. */
export function checkText(db: Db, { ask, ...asked }: CheckInput): Promise<TextCheck> {
  return judgeText(registerOf(db, asked.now, ask), asked)
}

/** The same of a register that is perhaps elsewhere. Each distinct question is asked once. What `most` leaves out is counted in the answer. */
export async function judgeText(register: Register, { most = all, ...asked }: TextAsked): Promise<TextCheck> {
  const whole = readText(asked.text, asked.format)
  const reading = { ...whole, quantities: whole.quantities.slice(0, most.quantities) }
  const date = asked.valid_as_of ?? reading.date ?? dayOf(asked.now)
  const once = askedOnce(register)
  const clocks = { valid_as_of: date, recorded_as_of: asked.recorded_as_of ?? asked.now.toISOString() }
  const gazetteer = await openGazetteer(once, reading.text, clocks)
  const states = findStates(whole)
  const claims = await inTheirHierarchy(once, claimsOf(reading, gazetteer, states, date), clocks)
  const ask: AskClaim = ({ figure, asked: parameters }) => once.ask(figure, given({ ...parameters, recorded_as_of: asked.recorded_as_of }))
  const judged = await Promise.all([
    ...asFewQuestions(claims, most.questions).map(claim => checkClaim(reading, claim, ask)),
    ...states.slice(0, most.questions).map(state => checkState(reading, gazetteer, state, date, ask)),
  ])
  const quantities = judged.sort((a, b) => a.start - b.start).slice(0, most.quantities)
  const left_out = whole.quantities.length + states.length - quantities.length
  const dated_by = asked.valid_as_of ? 'asked' : reading.date ? 'text' : 'today'
  return { date, dated_by, legacy: reading.legacy, quantities, left_out }
}

type AskClaim = (question: ClaimQuestion) => Promise<PublicAnswer | null>

/** As many claims, from the first on, as ask no more distinct questions than `most`. */
function asFewQuestions(claims: Claim[], most: number): Claim[] {
  const questions = new Set<string>()
  const end = claims.findIndex(claim => {
    for (const { figure, asked } of claim.questions) questions.add(canonicalJson([figure, given(asked)]))
    return questions.size > most
  })
  return end < 0 ? claims : claims.slice(0, end)
}

function given(parameters: Record<string, unknown>): Record<string, never> {
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== undefined)) as Record<string, never>
}

/** Each quantity with what it may ask of the register. */
function claimsOf(reading: Reading, gazetteer: Gazetteer, states: StateClaim[], day: string): Claim[] {
  const scope = scopeOf(gazetteer, reading.text)
  let latest: UnitRow | null = null
  const claims: Claim[] = []
  for (const words of wordsAround(reading)) {
    const { quantity } = words
    const place = isStateOf(states, quantity) ? null : quantity.place
    const named = place === null ? null : unitNamed(gazetteer, place)
    if (named?.unit_kind === 'district' || named?.unit_kind === 'city') latest = named
    const unit = unitOf(gazetteer, isTooSmall(named) ? null : place, scope, latest)
    const spot = unitOf(gazetteer, place, scope, latest)
    const elsewhere =
      place === null && (isElsewhere(gazetteer, headOf(reading, quantity)) || isOfAnotherProvince(gazetteer, leadOf(reading, quantity)))
    const questions =
      unit === null || elsewhere ? [] : questionsOf({ ...words, day, unit: unit?.key, spot: spot === null ? null : spot?.key })
    claims.push({ quantity, questions, unit: unit ?? undefined })
  }
  return claims
}

const HEAD = 60

function headOf({ text }: Reading, { sentence }: Quantity): string {
  return text.slice(sentence.start, Math.min(sentence.end, sentence.start + HEAD))
}

const LEAD = 200

function leadOf({ text }: Reading, { sentence, within }: Quantity): string {
  return text.slice(Math.max(sentence.start, within.start - LEAD), within.start)
}

/** A commune named beside a number of communes is an example, not the place that is counted in. */
function isTooSmall(unit: UnitRow | null): boolean {
  return unit !== null && /^(commune|ward|township)$/.test(unit.unit_kind)
}

/** The place of a state claim in the same sentence belongs to that claim. */
function isStateOf(states: StateClaim[], { place, sentence }: Quantity): boolean {
  return states.some(state => state.place === place && state.start >= sentence.start && state.end <= sentence.end)
}

const OF_THE_PARTY = new Set(['F1', 'F2', 'F3', 'F4', 'F5', 'F6'])

/** Commitments are asked by the party organisation of the district that the text names. */
async function inTheirHierarchy(register: Register, claims: Claim[], clocks: Clocks): Promise<Claim[]> {
  const asPartyUnit = async (claim: Claim): Promise<Claim> => {
    if (!claim.unit || !claim.questions.some(({ figure }) => OF_THE_PARTY.has(figure))) return claim
    const party = await partyUnitOf(register, claim.unit, clocks)
    return {
      ...claim,
      questions: party ? claim.questions.map(question => ({ ...question, asked: { ...question.asked, unit: party.key } })) : [],
    }
  }
  return Promise.all(claims.map(asPartyUnit))
}

async function checkClaim(reading: Reading, { quantity, questions }: Claim, ask: AskClaim): Promise<CheckedQuantity> {
  const { text, start, end, kind, value, counts, place, period } = quantity
  const judged = await judge(quantity, questions, ask)
  return { text, start, end, kind, value, counts, place, period, ...judged, context: contextOf(reading, quantity.within) }
}

const UNJUDGED: Judged = { figure: null, parameters: null, verdict: null, register_value: null, register_text: null, should_be: null }
const UNKNOWN: Judged = { ...UNJUDGED, verdict: 'not-in-register' }

/** The first reading of a claim that holds; where none does, the likeliest one says what should stand. */
async function judge(quantity: Quantity, questions: ClaimQuestion[], ask: AskClaim): Promise<Judged> {
  if (quantity.kind !== 'claim' && questions.length === 0) return UNJUDGED
  const answers = await Promise.all(questions.map(ask))
  const actuals = answers.map((answer, i) => answer && actualOf(answer, questions[i]!.part)).filter(actual => actual !== null)
  const right = actuals.find(actual => holds(quantity, actual))
  const actual = right ?? actuals[0]
  return actual ? judgedBy(quantity, actual, right !== undefined) : UNKNOWN
}

function judgedBy(quantity: Quantity, actual: Actual, right: boolean): Judged {
  const { answer, printed } = actual
  return {
    figure: answer.figure as CheckedQuantity['figure'],
    parameters: answer.parameters,
    verdict: right ? 'holds' : 'differs',
    register_value: registerValueOf(actual),
    register_text: printed,
    should_be: right ? null : writeAsPrinted(quantity, actual),
  }
}

/** The state of a city or a district: recognised, or still completing the conditions. */
async function checkState(reading: Reading, gazetteer: Gazetteer, state: StateClaim, day: string, ask: AskClaim): Promise<CheckedQuantity> {
  const unit = unitNamed(gazetteer, state.place)
  const answer = unit && (await ask({ figure: 'F20', asked: { valid_as_of: day, unit: unit.key }, part: 'value' }))
  const { start, end } = reading.placeOf(state)
  const plain = {
    text: reading.text.slice(state.start, state.end),
    start,
    end,
    kind: 'claim' as const,
    counts: null,
    place: state.place,
    period: null,
  }
  const shape = { ...plain, value: { least: null, most: null, unit: null }, context: contextOf(reading, state) }
  if (answer?.value.kind !== 'status') return { ...shape, ...UNKNOWN }
  const { status } = answer.value
  const right = status === state.status || (state.status === 'recognised' && status === 'acknowledged')
  return {
    ...shape,
    figure: 'F20',
    parameters: answer.parameters,
    verdict: right ? 'holds' : 'differs',
    register_value: status,
    register_text: lookUp(status_words, status)?.vi ?? printValue(answer.value),
    should_be: right ? null : `${state.place} ${lookUp(status_words, status)?.vi ?? status}`,
  }
}

const CONTEXT = 28

function contextOf({ text }: Reading, { start, end }: { start: number; end: number }): CheckedQuantity['context'] {
  const before = text.slice(Math.max(0, start - CONTEXT), start)
  const behind = text.slice(end, end + CONTEXT)
  return { before: before.slice(before.lastIndexOf('\n') + 1), behind: behind.split('\n', 1)[0]! }
}
