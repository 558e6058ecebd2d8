import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { editor_script } from './editor-script.ts'

test('the editor is one module of at most 90 KB as it travels, which fetches nothing else', () => {
  const script = editor_script.bytes.toString()
  expect(gzipSync(editor_script.bytes).length).toBeLessThanOrEqual(90 * 1024)
  expect(script).toContain('data-editor')
  expect([...script.matchAll(/\bimport\s*[({"']|\bfrom\s*["']/g)]).toEqual([])
})
