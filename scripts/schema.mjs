// `npm run schema`: writes schema.snapshot.sql and src/platform/database/tables.ts anew from a database that has just
// been made. Tests hold both against the schema.
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chdir } from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { bundle } from './build.mjs'
import { underPinnedNode } from './pinned-node.mjs'

await underPinnedNode()
chdir(fileURLToPath(new URL('..', import.meta.url)))
const types = 'src/platform/database/tables.ts'
const data_dir = mkdtempSync(join(tmpdir(), 'neu-guong-schema-'))
// As root the server runs under another account, which must come in.
chmodSync(data_dir, 0o755)
await bundle('dist/schema', { database: 'src/platform/database/index.ts' })
const { connectAs, migrate, startEmbedded } = await import(pathToFileURL(join(process.cwd(), 'dist/schema/database.js')))
const server = await startEmbedded({ data_dir, database_account: 'nobody', exclusive: true, unsafe: true, say: console.error })
try {
  const owner = await connectAs(server.connection('neu_guong_owner'))
  // Ended even when the schema is refused: the server's stop would else end the connection, and hide why.
  try {
    await migrate(owner)
    await writeSnapshot(owner)
  } finally {
    await owner.end()
  }
  writeTypes(server.connection('neu_guong_owner'))
} finally {
  await server.stop()
  rmSync(data_dir, { recursive: true, force: true })
}

async function writeSnapshot(owner) {
  const { rows } = await owner.query(readFileSync('scripts/snapshot.sql', 'utf8'))
  const head =
    '-- The whole database as it is now, from the catalogue. Written by «npm run schema»; each room’s schema/ is what it comes from.\n'
  writeFileSync('schema.snapshot.sql', head + rows.map(({ text }) => `${text}\n`).join(''))
}

function writeTypes({ host, port, user, password, database }) {
  const url = `postgres://${user}:${encodeURIComponent(password)}@/${database}?host=${encodeURIComponent(host)}&port=${port}`
  const mapping = { timestamptz: 'Instant', int8: 'number', tstzrange: 'string', daterange: 'string' }
  const options = {
    '--dialect': 'postgres',
    '--url': url,
    '--date-parser': 'string',
    '--numeric-parser': 'string',
    '--type-mapping': JSON.stringify(mapping),
    '--out-file': types,
    '--log-level': 'error',
  }
  execFileSync('node_modules/.bin/kysely-codegen', Object.entries(options).flat(), { stdio: 'inherit' })
  const written = readFileSync(types, 'utf8').replace('* Please do not edit it manually.', '* Written anew by «npm run schema».')
  writeFileSync(types, written.replace(/^import /m, "import type { Instant } from './column-types.ts'\nimport "))
  execFileSync('node_modules/.bin/biome', ['check', '--write', '--log-level=error', types], { stdio: 'inherit' })
}
