export { listMigrations, type Migration, migrate } from './migrate.ts'
export { type Query, query, type Reader } from './query.ts'
