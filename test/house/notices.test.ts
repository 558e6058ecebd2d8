import { expect, test } from 'vitest'
import { type Source, sources } from './tree.ts'

/** Each notice looks like what it says: done, still to do, or gone wrong. One without a look says nothing of it. */
const a_notice = /class=(?:"|\{[`'])notice\b(?! is-)[^"`']*/g

test('no notice is without a look', () => {
  expect(sources().flatMap(offences)).toEqual([])
})

test('one without is found', () => {
  const text = '<div class="notice">\n<p class={`notice many`}>\n<div class="notice is-done">\n<div class="notices">'
  expect(offences({ path: 'src/a.tsx', text })).toEqual(['src/a.tsx class="notice', 'src/a.tsx class={`notice many'])
})

function offences({ path, text }: Source): string[] {
  if (/\.test\.tsx?$/.test(path)) return []
  return [...text.matchAll(a_notice)].map(([found]) => `${path} ${found}`)
}
