#!/usr/bin/env node
// The command line. It runs the bundle in dist/, and makes it first where a clone has none or an older one.
import { ensureBuilt } from '../scripts/build.mjs'
import { underPinnedNode } from '../scripts/pinned-node.mjs'

await underPinnedNode()
await ensureBuilt()
const { run } = await import('../dist/server/cli.js')
await run(process.argv.slice(2))
