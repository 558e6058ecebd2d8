/** What fonts of signs draw at their codes; those that offices use. */
const symbol = signsFrom({
  65: 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ', 97: 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ', 45: '−', 64: '≅', 162: '′≤', 165: '∞', 171: '↔←↑→↓°±″≥×',
  182: '∂•÷≠≡≈…', 197: '⊕∅∩∪', 204: '⊂', 206: '∈∉∠', 210: '®©™∏√⋅', 217: '∧∨⇔', 222: '⇒', 229: '∑', 242: '∫',
}) // biome-ignore format: a table reads by its columns

const wingdings = signsFrom({
  34: '✂', 40: '☎', 74: '☺', 76: '☹', 81: '✈☼', 84: '❄', 108: '●❍■□◻❑❒⬧⧫◆❖⬥⌧', 158: '·•', 161: '○', 167: '▪◻', 171: '★',
  216: '➢', 223: '←→↑↓', 232: '➔', 239: '⇦⇨', 251: '✗✓☒☑',
}) // biome-ignore format: a table reads by its columns

function signsFrom(runs: Record<number, string>): Map<number, string> {
  return new Map(Object.entries(runs).flatMap(([first, signs]) => [...signs].map((sign, i) => [Number(first) + i, sign] as const)))
}

/**
 * What a font draws at a code. Codes from F000 on are those of the font itself. Null where we do not know: then nothing
 * is better than a wrong sign.
 */
export function signOf(font: string, code: number): string | null {
  const own = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^symbol$/i.test(font)) return symbol.get(own) ?? plainSign(own)
  if (/^wingdings$/i.test(font)) return wingdings.get(own) ?? null
  if (/^(wingdings|webdings|zapf|mt extra)/i.test(font)) return null
  return own === code && code > 0x7e ? String.fromCodePoint(code) : plainSign(own)
}

function plainSign(code: number): string | null {
  return code >= 0x20 && code <= 0x7e ? String.fromCharCode(code) : null
}
