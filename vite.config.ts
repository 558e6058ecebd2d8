import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { browserModules } from './scripts/browser-module.mjs'
import { testFiles } from './test/harness/projects.ts'

const { rules, rooms, stories } = testFiles()
const cluster = 'test/harness/cluster.ts'

/** Takes minutes: begun last, it would run alone while the other worker has nothing left. */
const long = 'test/stories/everybody.test.ts'

/** The same order as ever, with the long file first of its project: without times of a run before, Vitest goes by size. */
class LongFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files)
    const found = sorted.find(({ moduleId }) => moduleId.endsWith(long))
    if (!found) return sorted
    const first = sorted.findIndex(({ project }) => project === found.project)
    return sorted.filter(one => one !== found).toSpliced(first, 0, found)
  }
}

/** The tests. The server's bundle is made by scripts/build.mjs and reads nothing from here. */
export default defineConfig({
  plugins: [browserModules()],
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  test: {
    // Vitest keeps one core for itself: on two cores that would leave one worker, while most files wait for the
    // database or the browser.
    maxWorkers: Math.max(2, availableParallelism()),
    sequence: { sequencer: LongFirst },
    // A worker loads the program once for all its files: what a file leaves behind it takes away itself.
    isolate: false,
    // Style sheets are read as text into the pages; without this Vitest would hand out empty ones.
    css: true,
    testTimeout: 180_000,
    hookTimeout: 120_000,
    teardownTimeout: 20_000,
    // What comes in its own time comes late on a busy machine: Vitest would wait for a second.
    expect: { poll: { timeout: 60_000 } },
    projects: [
      // What the house asks of every file: reads the tree. `npm run check` runs this project alone.
      { extends: true, test: { name: 'house', pool: 'threads', include: ['test/house/**/*.test.ts'] } },
      { extends: true, test: { name: 'rules', pool: 'threads', include: rules } },
      { extends: true, test: { name: 'rooms', pool: 'forks', include: rooms, globalSetup: [cluster] } },
      { extends: true, test: { name: 'stories', pool: 'forks', include: stories, globalSetup: [cluster] } },
    ],
  },
})
