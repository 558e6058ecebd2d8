import type { Actor } from '../../../platform/database/index.ts'

/** The program itself publishes, at the hour that was approved. */
export const publisher: Actor = { person_id: null, name: 'Chương trình đăng bài' }
