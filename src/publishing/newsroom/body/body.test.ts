import { expect, test } from 'vitest'
import { body_shape } from './body.ts'

const paragraph = { type: 'paragraph', content: [{ text: 'Đường vào thôn, ' }, { cite: 's1' }] }

test('what is declared is a body; an unknown block, field, look, value or sign is none', () => {
  const whole = [
    { type: 'heading', text: 'Con đường', level: 3 },
    paragraph,
    { type: 'list', ordered: true, items: [[{ text: 'Viết ra', strong: true, href: '/so-lieu/F1' }]] },
    { type: 'table', head: [[], [{ text: 'Xã' }]], rows: [[[], []]] },
    { type: 'picture', scene: 'garden', alt: 'Giàn bí', caption: 'mùa hái' },
  ]
  expect(body_shape.safeParse(whole)).toEqual({ success: true, data: whole })
  const others = [
    { type: 'script', text: 'x' },
    { type: 'constructor' },
    { ...paragraph, onclick: 'x' },
    { type: 'heading', text: 'x', level: 4 },
    { type: 'heading', text: '' },
    { type: 'paragraph', content: [{ text: 'x', underline: true }] },
    { type: 'paragraph', content: [{ text: 'x', strong: false }] },
    { type: 'paragraph', content: [{ text: 'x', href: 'javascript:alert(1)' }] },
    { type: 'paragraph', content: [{ cite: 's1', text: 'x' }] },
    { type: 'paragraph', content: [{ image: 'x' }] },
    { type: 'paragraph', content: [{ text: 'a\ud800' }] },
    { type: 'paragraph', content: [{ text: 'ế'.normalize('NFD') }] },
    { type: 'table', head: [[], []], rows: [[[]]] },
    'paragraph',
    null,
  ]
  expect(others.filter(block => body_shape.safeParse([block]).success)).toEqual([])
})
