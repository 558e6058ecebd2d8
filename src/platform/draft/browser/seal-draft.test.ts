import { createCipheriv, randomBytes } from 'node:crypto'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import script from './seal-draft.js?raw'

type Sealing = {
  chacha20(key: Uint8Array, nonce: Uint8Array, bytes: Uint8Array): Uint8Array
  sealText(key: Uint8Array, text: string): string
  openText(key: Uint8Array, sealed: string): string
}
/** The script as a page runs it: it is no module of the server's. */
const { chacha20, sealText, openText } = new Function(`${script}; return { chacha20, sealText, openText }`)() as Sealing

test('the cipher of the page is the one that everybody has', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 32, maxLength: 32 }),
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      fc.uint8Array({ maxLength: 300 }),
      (key, nonce, bytes) => {
        // Node takes the counter, four bytes of 0 here, in front of the nonce.
        const known = createCipheriv('chacha20', key, Buffer.concat([Buffer.alloc(4), nonce])).update(bytes)
        expect(Buffer.from(chacha20(key, nonce, bytes))).toEqual(known)
      },
    ),
  )
})

test('what is sealed is read with the key of its person alone, and is never the same twice', () => {
  const [own, others] = [randomBytes(32), randomBytes(32)]
  const text = 'Hiến 200 m² đất & mở đường 🌾'.repeat(40)
  const sealed = sealText(own, text)
  expect([openText(own, sealed), sealed === sealText(own, text), atob(sealed).includes('200')]).toEqual([text, false, false])
  expect(() => openText(others, sealed)).toThrow()
})
