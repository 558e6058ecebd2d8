import { may, rolesAt, standingOf } from '../../../platform/role/index.ts'
import { forbid, type StaffContext } from '../../../platform/sign-in/index.ts'
import type { WebContext } from '../../../platform/web/index.ts'
import { findKeepingUnit } from './reads.ts'

type Here = { unit_id: number; key: string; name: string; may_verify: boolean }
export type AtUnit = { c: WebContext; work: StaffContext; here: Here }

/** Answers at a party unit where whoever asks keeps contributions. */
export function atUnit(answer: (at: AtUnit) => Promise<Response>) {
  return async (c: WebContext, work: StaffContext): Promise<Response> => {
    const here = await work.look(async db => {
      const [unit] = await findKeepingUnit(db, { unit: c.req.param('unit') ?? '' })
      const standing = await standingOf(db, work.who.person_id, work.today)
      if (!unit || !may(standing, 'contribution', 'keep', unit).allowed) return null
      return { ...unit, may_verify: may(standing, 'contribution', 'verify', { unit_id: unit.unit_id }).allowed }
    })
    return here ? answer({ c, work, here }) : forbid(c, work.who, rolesAt('contribution', 'keep'))
  }
}
