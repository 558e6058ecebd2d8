import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** The tests. The server's bundle is made by scripts/build.mjs and reads nothing from here. */
export default defineConfig({
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Vitest keeps one core for itself: on two cores that would leave one worker, while most files wait for the database or the browser.
    maxWorkers: Math.max(2, availableParallelism()),
    pool: 'forks',
    // Style sheets are read as text into the pages; without this Vitest would hand out empty ones.
    css: true,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    projects: [
      // What the house asks of every file: reads the tree, needs no database. `npm run check` runs this project alone.
      { extends: true, test: { name: 'house', include: ['test/house/**/*.test.ts'] } },
      {
        extends: true,
        test: {
          name: 'rooms',
          include: ['{src,seed,test}/**/*.test.{ts,tsx}'],
          exclude: ['test/house/**'],
          globalSetup: ['test/harness/cluster.ts'],
        },
      },
    ],
  },
})
