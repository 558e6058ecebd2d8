import { fileURLToPath } from 'node:url'

/** Whose the templates are. */
export const clone = fileURLToPath(new URL('../..', import.meta.url))

/**
 * What stands in the database at the start: nothing; the real units with their standings; the whole demo province with
 * a fortieth of its people; the same once the program has served it.
 */
export type Scene = 'empty' | 'territory' | 'demo' | 'served'

/** Leaves out what the register learned after that day. */
export type Until = 'infinity' | '2019-02-19' | '2021-02-19' | '2022-12-31'

export function templateOf(digest: string, scene: Scene, until: Until): string {
  return `template_${scene}_${until.replaceAll('-', '')}_${digest}`
}
