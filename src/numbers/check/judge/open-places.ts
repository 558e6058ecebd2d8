import type { ParsedText } from '../../../basis/quantity/index.ts'
import type { Clocks } from '../../../basis/shared/dates.ts'
import { once } from '../../../basis/shared/once.ts'
import type { ClaimInContext } from '../read/claim.ts'
import type { PlaceNames } from '../read/place-names.ts'
import type { ClaimRead } from '../read/read-claims.ts'
import { lastDayOf } from '../read/when.ts'
import type { Register, UnitsOfDay } from '../register.ts'
import {
  districtsNamed,
  type Gazetteer,
  gazetteerOf,
  isOfAnother,
  latestBefore,
  namesOf,
  provincesNamed,
  scopeOf,
  type UnitAsked,
  unitAsked,
} from './places.ts'

/**
 * The places of a text: the names that are known on its day, or were on the last day of the province, and which unit a
 * claim means on a day of its own.
 */
export type Places = {
  names: PlaceNames
  /** The day of the text, or the last day of the province where it is no longer living then. */
  last_day: string
  unitAsked: (read: ClaimRead) => Promise<UnitAsked>
  /** The units of the text's own day. */
  today: Gazetteer
}

const no_units: UnitsOfDay = { root: '', last_day: null, units: [] }

/** Nothing is read of the register where no claim could be asked of it. */
export async function openPlaces(register: Register, parsed: ParsedText, clocks: Clocks, is_needed: boolean): Promise<Places> {
  const day = clocks.valid_as_of
  const unitsOn = (day: string) => (is_needed ? register.unitsOf('territory', { ...clocks, valid_as_of: day }) : no_units)
  const units = await unitsOn(day)
  const last_day = units.last_day ?? day
  const today = gazetteerOf(units)
  const on = once(async (other: string) => (other === day ? today : gazetteerOf(await unitsOn(other))))
  const then = await on(last_day)
  const districts = is_needed ? districtsNamed(then, parsed.text) : []
  const provinces = is_needed ? provincesNamed([today, then], parsed.text) : []
  const scope = scopeOf(parsed.text, districts)
  return {
    names: namesOf([today, then]),
    last_day,
    today,
    unitAsked: async ({ topic, claim: { where, when, quantity, is_in_table } }) => {
      const at = quantity.within.start
      const named = { latest: latestBefore(districts, parsed.text, at), is_of_another_province: isOfAnother(provinces, at) }
      const of_claim = lastDayOf(when, day)
      const is_named = where[0]?.kind === 'named'
      const gazetteer = !is_named && isLiving(today, of_claim) ? today : await on(of_claim)
      return unitAsked(where, gazetteer, { scope, ...named, counts_communes: topic.counts_communes === true, is_in_table })
    },
  }
}

/** Whether the province of a day was there on an earlier one, too: then who names no other place needs no other map. */
function isLiving({ province }: Gazetteer, day: string): boolean {
  return province !== null && province.since <= day
}

/**
 * «Trước khi hợp nhất» of a province that is gone is its last day; what is known of a year is asked by the last day of
 * the province, too.
 */
export function beforeItsEnd(claim: ClaimInContext, { last_day }: Places): ClaimInContext {
  const { when, merger, day } = claim
  const known = { ...claim, known_on: last_day }
  const is_then = merger === 'before' && last_day < day && (when.kind === 'day' || when.kind === 'until') && when.to === day
  return is_then ? { ...known, when: { kind: 'day', to: last_day }, merger: null } : known
}
