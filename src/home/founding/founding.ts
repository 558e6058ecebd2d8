import { z } from 'zod'
import { readStrictly, typed_instrument, typed_text } from '../../basis/shared/json/read-strictly.ts'
import type { Outcome } from '../../basis/shared/outcome.ts'
import { carry_rules, communesOf, findNationalProvince, type NewUnit, type RegisterProfile } from '../../register/organisation/index.ts'
import { cap_bases } from '../../register/programme/index.ts'
import type { FoundingCode } from './words.ts'

const text = typed_text
const rootOf = <const Kinds extends readonly string[]>(kinds: Kinds) =>
  z.strictObject({ ...{ key: text, name: text, code: text.nullish() }, unit_kind: z.enum(kinds) })

/**
 * The root of each hierarchy: of a province, or of a district, a city or a commune that keeps a register of its own, or
 * of an agency or a union in its province.
 */
const roots = {
  territory: rootOf(['province', 'central-city', 'district', 'city', 'commune', 'ward', 'township', 'special-zone']).extend({
    communes_of: text.nullish(),
  }),
  party: rootOf(['province-committee', 'district-committee', 'base-organisation']),
  government: rootOf(['provincial-people-committee', 'district-people-committee', 'commune-people-committee', 'department']).nullish(),
  union: rootOf(['front-committee', 'union']).nullish(),
}
const unit = z.strictObject({
  ...{ key: text, name: text, unit_kind: text, parent: text },
  ...{ code: text.nullish(), place: text.nullish(), from: text.nullish() },
})
const person = z.strictObject({ full_name: text, cell: text, birth_date: text.nullish(), gender: text.nullish() })
const programme = z.strictObject({ ...{ key: text, name_vi: text, name_en: text, started_on: text }, instrument: typed_instrument })
const carry = z.strictObject({
  rule: z.enum(carry_rules).exclude(['as-stated']),
  ...{ least_share: z.number().nullish(), note: text.nullish() },
})
const hierarchies = ['territory', 'party', 'government', 'union'] as const
/**
 * Whose register it is, by the root of a hierarchy; who keeps it, and where readers ask: the head and the foot of every
 * page.
 */
const register = z.strictObject({
  named_after: z.enum(hierarchies).nullish(),
  keeper: text.nullish(),
  contact: text.nullish(),
  emblem_file: text.nullish(),
})
const rating = z.strictObject({
  levels: z.array(z.strictObject({ least_points: z.number(), name_vi: text, name_en: text })),
  cap: z.strictObject({ share: z.number(), of: z.enum(cap_bases) }).nullish(),
  instrument: typed_instrument.nullish(),
})
const holiday = z.strictObject({ day: text, name_vi: text, name_en: text })
const backup = z.strictObject({ folder: text, hour: z.number(), kept_days: z.number(), recovery_key: text.nullish() })

const founding = z.strictObject({
  ...{ instrument: typed_instrument, from: text, ...roots },
  ...{ units: z.array(unit), administrators: z.array(person), offices: z.array(person).optional() },
  ...{ programme, carry, reminder_days: z.number().nullish(), register: register.nullish() },
  ...{ rating: rating.nullish(), holidays: z.array(holiday).nullish(), backup: backup.nullish() },
})

/**
 * What a register begins with, as a file. `offices`: whom the office above all is granted to; they call campaigns and
 * keep lists.
 */
export type Founding = z.infer<typeof founding>
type PersonOfFile = z.infer<typeof person>

/** Nobody may grant to themselves, and whoever lost the means of an account is let in again by another. */
export const least_administrators = 2

/**
 * Reads what a register begins with. Whole lines that begin with `//` are comments. Refusals, at their fields: those of
 * `readStrictly`.
 */
export function readFounding(text: string): Outcome<Founding, FoundingCode> {
  return readStrictly(founding, text.replace(/^[^\S\n]*\/\/.*$/gm, ''), 'init')
}

/** The units of a file, those without a parent first, and at which field each of them stands. */
export function unitsOf(file: Founding): { units: NewUnit[]; fields: string[] } {
  const { from } = file
  const begun = hierarchies.flatMap(field => {
    const root = file[field]
    const place = field === 'territory' ? null : file.territory.key
    if (!root) return []
    const { key, name, unit_kind, code = null } = root
    return [{ field, unit: { key, name, unit_kind, code, parent: null, place, from } }]
  })
  const under = file.units.map(({ code = null, place = null, from: since, ...unit }, i) => ({
    field: `units.${i}`,
    unit: { ...unit, code, place, from: since ?? from },
  }))
  const all = [...begun, ...communesIn(file).map(unit => ({ field: 'territory.communes_of', unit })), ...under]
  return { units: all.map(({ unit }) => unit), fields: all.map(({ field }) => field) }
}

/** The communes of today that the territory begins with, where the file says of which province (by its code). */
function communesIn({ territory: { key, unit_kind, communes_of }, from }: Founding): NewUnit[] {
  const province = findNationalProvince(communes_of ?? '')
  return province?.unit_kind === unit_kind ? communesOf(province, { parent: key, from }) : []
}

/** The people of a file with their roles, and the field at which each stands. */
export function peopleOf({ administrators, offices = [] }: Founding) {
  const as = (role: 'administrator' | 'superior-office', list: PersonOfFile[], field: string) =>
    list.map(({ full_name, birth_date, gender, cell }, i) => ({
      ...{ role, cell, field: `${field}.${i}` },
      person: { full_name, birth_date: birth_date ?? '', gender: gender ?? '', ethnicity: '' },
    }))
  return [...as('administrator', administrators, 'administrators'), ...as('superior-office', offices, 'offices')]
}

/**
 * Whose register it is: the province, unless the file says otherwise; its keeper is the root of the party, unless the
 * file names one.
 */
export function profileOf(file: Founding): Omit<RegisterProfile, 'emblem'> {
  const { named_after, keeper, contact } = file.register ?? {}
  const root = file[named_after ?? 'territory'] ?? file.territory
  return { unit: root.key, keeper: keeper || file.party.name, contact: contact || null }
}
