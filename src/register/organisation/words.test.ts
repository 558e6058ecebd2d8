import { expect, test } from 'vitest'
import { merger_problem_words } from './words.ts'

// What a file may not be is said by `file_problems`, which the compiler holds against its codes.
const sources = import.meta.glob(['./**/*.ts', '!./**/*.test.ts', '!./instrument/attach-file.ts'], {
  query: '?raw',
  import: 'default',
  eager: true,
}) as Record<string, string>

test('each refusal of the room has its sentence, and no sentence is for nothing', () => {
  const codes = Object.values(sources).flatMap(text => [...text.matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code!))
  expect(Object.keys(merger_problem_words).sort()).toEqual([...new Set(codes)].sort())
})
