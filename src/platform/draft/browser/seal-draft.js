// What is kept in this browser is sealed for whoever typed it: their pages bring the key, and nobody else's do. The browser's own ciphers are only there over TLS and on this very
// machine; an office reaches its register by a name of its network over plain HTTP, too. So here is ChaCha20 (RFC 8439), which is short.

/** Base64 of a nonce and the text under it. */
// biome-ignore lint/correctness/noUnusedVariables: autosave.js follows in the same module
function sealText(key, text) {
  const nonce = crypto.getRandomValues(new Uint8Array(12))
  const sealed = chacha20(key, nonce, new TextEncoder().encode(text))
  return btoa(String.fromCharCode(...nonce) + Array.from(sealed, byte => String.fromCharCode(byte)).join(''))
}

// biome-ignore lint/correctness/noUnusedVariables: autosave.js follows in the same module
function openText(key, sealed) {
  const bytes = Uint8Array.from(atob(sealed), letter => letter.charCodeAt(0))
  return new TextDecoder('utf-8', { fatal: true }).decode(chacha20(key, bytes.subarray(0, 12), bytes.subarray(12)))
}

/** The same for sealing and opening; the counter begins at 0. */
function chacha20(key, nonce, bytes) {
  const words = new Uint32Array([0x61707865, 0x3320646e, 0x79622d32, 0x6b206574, ...wordsOf(key), 0, ...wordsOf(nonce)])
  const out = new Uint8Array(bytes.length)
  for (let start = 0; start < bytes.length; start += 64, words[12]++) {
    const stream = blockOf(words)
    for (let i = start; i < Math.min(start + 64, bytes.length); i++) out[i] = bytes[i] ^ stream[i - start]
  }
  return out
}

function wordsOf(bytes) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length)
  return Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(4 * i, true))
}

function blockOf(words) {
  const w = words.slice()
  for (let round = 0; round < 10; round++) {
    for (const column of [0, 1, 2, 3]) quarter(w, column, column + 4, column + 8, column + 12)
    for (const [a, b, c, d] of [
      [0, 5, 10, 15],
      [1, 6, 11, 12],
      [2, 7, 8, 13],
      [3, 4, 9, 14],
    ])
      quarter(w, a, b, c, d)
  }
  const block = new DataView(new ArrayBuffer(64))
  for (let i = 0; i < 16; i++) block.setUint32(4 * i, w[i] + words[i], true)
  return new Uint8Array(block.buffer)
}

function quarter(w, a, b, c, d) {
  for (const [turn, back] of [
    [16, 12],
    [8, 7],
  ]) {
    w[a] += w[b]
    w[d] = turned(w[d] ^ w[a], turn)
    w[c] += w[d]
    w[b] = turned(w[b] ^ w[c], back)
  }
}

function turned(word, bits) {
  return (word << bits) | (word >>> (32 - bits))
}
