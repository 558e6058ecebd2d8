import { may, type Standing } from '../../platform/role/index.ts'

/** Whether somebody may do an act in any newsroom: what is public is no single newsroom's. */
export function mayInNewsroom(standing: Standing, act: 'read' | 'withdraw'): boolean {
  return standing.held.some(({ unit_id }) => may(standing, 'article', act, { unit_id }).allowed)
}
