import { lookUp } from '../../shared/look-up.ts'
import { isSyllable } from '../../shared/vietnamese.ts'
import { type Traced, tracedWriter } from '../kinds/traced.ts'

/**
 * How Vietnamese was written before Unicode. Texts of that time, and texts pasted from their fonts, show these letters
 * as Latin-1.
 */
export type LegacyLetters = 'TCVN3' | 'VNI'

/** TCVN 5712:1993, third table («ABC»): one character each, as runs from a code on. */
const TCVN3 = lettersFrom({
  161: 'ĂÂÊÔƠƯĐăâêôơưđ', 181: 'àảãáạ', 187: 'ằẳẵắ', 198: 'ặầẩẫấậè', 206: 'ẻẽéẹềểễếệìỉ', 220: 'ĩíịò', 225: 'ỏõóọồổỗốộờởỡớợù', 241: 'ủũúụừửữứựỳỷỹýỵ',
}) // biome-ignore format: a table reads by its columns

/** VNI for Windows: letters of one character, and marks behind a, e, o, u, y, ô (ơ), ö (ư). */
const VNI_ALONE: Record<string, string> = { ñ: 'đ', ô: 'ơ', ö: 'ư', æ: 'ỉ', ó: 'ĩ', ò: 'ị', ì: 'ì', í: 'í', î: 'ỵ' }
const VNI_MARKS: Record<string, string> = {
  ø: '\u0300', ù: '\u0301', û: '\u0309', õ: '\u0303', ï: '\u0323', â: '\u0302', ê: '\u0306',
  à: '\u0302\u0300', á: '\u0302\u0301', å: '\u0302\u0309', ã: '\u0302\u0303', ä: '\u0302\u0323',
  è: '\u0306\u0300', é: '\u0306\u0301', ú: '\u0306\u0309', ü: '\u0306\u0303', ë: '\u0306\u0323',
} // biome-ignore format: a table reads by its columns

const PLAUSIBLE = 0.8
const FOREIGN = 0.4

/**
 * The text in Unicode if it is written in old letters, else null. It is taken for old when few of the words that are
 * not plain Latin can be Vietnamese syllables as they stand, and most can once they are read so.
 */
export function repairLegacy(text: string): { letters: LegacyLetters; repaired: Traced } | null {
  if (!/[\u00a1-\u00ff]/.test(text)) return null
  const words = sample(text)
  if (words.length < 3 || isUnicode(words) || plausibility(words) > FOREIGN) return null
  const tcvn3 = plausibility(words.map(word => fromTcvn3(word).text))
  const vni = plausibility(words.map(word => fromVni(word).text))
  if (Math.max(tcvn3, vni) < PLAUSIBLE) return null
  return tcvn3 >= vni ? { letters: 'TCVN3', repaired: fromTcvn3(text) } : { letters: 'VNI', repaired: fromVni(text) }
}

/** In Unicode, more than two of five words with marks have a letter that texts in old letters never have. */
function isUnicode(words: string[]): boolean {
  return words.filter(word => /[\u1ea0-\u1ef9]/.test(word)).length > FOREIGN * words.length
}

/** A text read as letters of which its font says that it is written in them, in NFC. */
export function readLegacy(text: string, letters: LegacyLetters): string {
  return (letters === 'TCVN3' ? fromTcvn3(text) : fromVni(text)).text.normalize('NFC')
}

/**
 * Whether a text reads better as old letters than as it stands: many have brought a text into Unicode and left the
 * font.
 */
export function readsAsLegacy(text: string, letters: LegacyLetters): boolean {
  const words = sample(text)
  return plausibility(words.map(word => readLegacy(word, letters))) > plausibility(words)
}

/** Letters of VNI that stand behind another and mark it. */
export function isVniMark(char: string): boolean {
  return lookUp(VNI_MARKS, char.toLowerCase()) !== undefined
}

const SAMPLE = 400

/**
 * Words with letters beyond the plain ones. Signs beside digits («£12», «30°») are no word, though each is a letter of
 * TCVN3.
 */
function sample(text: string): string[] {
  const words: string[] = []
  for (const [word] of text.matchAll(/[^\s!-/:-@[-`{-~]+/g))
    if (/[\u00a1-\uffff]/.test(word) && !/^[\d\P{L}]+$/u.test(word) && words.push(word) === SAMPLE) break
  return words
}

function plausibility(words: string[]): number {
  return words.filter(word => isSyllable(word.replace(/^[\d“”«»‘’…]+|[\d“”«»‘’…]+$/g, ''))).length / words.length
}

function fromTcvn3(text: string): Traced {
  const out = tracedWriter(text.length)
  for (let at = 0; at < text.length; at++) out.copy(lookUp(TCVN3, text[at]!) ?? text[at]!, at)
  return out.done()
}

function fromVni(text: string): Traced {
  const out = tracedWriter(text.length)
  for (let at = 0; at < text.length; at++) {
    const char = text[at]!
    const letter = vniLetter(char)
    const marks = /[aeouyôö]/i.test(char) ? lookUp(VNI_MARKS, (text[at + 1] ?? '').toLowerCase()) : undefined
    const marked = marks && (letter + marks).normalize('NFC')
    if (marked?.length === 1) out.stand(marked, at, ++at + 1)
    else out.copy(letter, at)
  }
  return out.done()
}

function vniLetter(char: string): string {
  const lower = char.toLowerCase()
  const letter = lookUp(VNI_ALONE, lower)
  if (!letter) return char
  return lower === char ? letter : letter.toUpperCase()
}

function lettersFrom(runs: Record<number, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(runs).flatMap(([first, letters]) =>
      [...letters].map((letter, i) => [String.fromCharCode(Number(first) + i), letter] as const),
    ),
  )
}
