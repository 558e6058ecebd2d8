import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tries } from '../../../../test/harness/tries.ts'
import { returnPath, safeUrl } from './safe-url.ts'

const here = 'https://so.vi-du.vn'
/** Where a browser goes from a page of ours when it is told this path. */
const landsAt = (path: string) => new URL(path, `${here}/dang-nhap`).origin

test('a way back is a path of this site, as it was given', () => {
  const paths = ['/', '/tai-khoan?co=lon', '/bai/7-mot-bai#so', ' /tin ', '/chi-bo/%C4%91', '/a/../tin', undefined, '', 'tin', '#dau']
  expect(paths.map(returnPath)).toEqual([
    '/',
    '/tai-khoan?co=lon',
    '/bai/7-mot-bai#so',
    '/tin',
    '/chi-bo/%C4%91',
    '/tin',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('a path that leads elsewhere once its dots and blanks are gone is no way back', () => {
  const traps = [
    '/..//evil.example',
    '/.//evil.example',
    '/%2e%2e//evil.example',
    '/%2E//evil.example',
    '/tin/..//evil.example',
    '/..\\/evil.example',
    '/\t/evil.example',
    '/\n\\evil.example',
    '//evil.example',
    '/\\evil.example',
    'https://evil.example',
    'javascript:alert(1)',
  ]
  expect(traps.map(returnPath)).toEqual(traps.map(() => undefined))
  expect(traps.map(safeUrl).filter(path => path !== null && !path.startsWith('https:'))).toEqual([])
})

test('whatever is asked for, the way back stays on this site and is what it was when it is read once more', () => {
  const letters = fc.constantFrom('/', '.', '%', '\\', '2', 'e', 'E', '@', ':', '\t', '\n', '5', 'c', '?', '#')
  fc.assert(
    fc.property(fc.array(letters, { maxLength: 12 }), typed => {
      const path = returnPath(`/${typed.join('')}evil.example`)
      if (path === undefined) return
      expect([path, landsAt(path), returnPath(path)]).toEqual([path, here, path])
    }),
    tries(5_000),
  )
})

test('a foreign link is an address of the web, of mail, or none', () => {
  const links = ['https://chinhphu.vn/a?b#c', 'http://a.vn', 'mailto:a@b.vn', '/tin?co=lon#dau', ' /tin ', 'tin', '', '#dau', '//a.vn/x']
  const traps = [
    'javascript:alert(1)',
    ' JaVaScRiPt:alert(1)',
    'java\nscript:alert(1)',
    'data:text/html,x',
    'vbscript:x',
    'https://a@b.vn',
    '/\\a.vn',
    'file:///etc',
  ]
  expect(links.map(safeUrl)).toEqual([
    'https://chinhphu.vn/a?b#c',
    'http://a.vn/',
    'mailto:a@b.vn',
    '/tin?co=lon#dau',
    '/tin',
    null,
    null,
    null,
    null,
  ])
  expect(traps.map(safeUrl)).toEqual(traps.map(() => null))
})
