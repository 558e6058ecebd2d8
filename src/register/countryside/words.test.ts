import { expect, test } from 'vitest'
import { standing_problem_words } from './words.ts'

const sources = import.meta.glob(['./*.ts', '!./*.test.ts'], { query: '?raw', import: 'default', eager: true }) as Record<string, string>

test('each refusal of the room has its sentence, and no sentence is for nothing', () => {
  const codes = Object.values(sources).flatMap(text => [...text.matchAll(/code: '([a-z-]+)'/g)].map(([, code]) => code!))
  expect(Object.keys(standing_problem_words).sort()).toEqual([...new Set(codes)].sort())
})
