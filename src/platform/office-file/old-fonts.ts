import type { LegacyLetters } from '../../basis/quantity/index.ts'

/**
 * The letters of fonts older than Unicode, by the name of a font: those of TCVN3 (`.VnTime`) and VNI (`VNI-Times`) draw
 * Vietnamese letters where Latin-1 has others.
 */
export function lettersOfFont(font = ''): LegacyLetters | null {
  if (/^\.?vn[A-Z]|^\.Vn/.test(font)) return 'TCVN3'
  return /^VNI/.test(font) ? 'VNI' : null
}

/** Fonts of TCVN3 whose small letters look like capitals: `.VnTimeH`. */
export function drawsCapitals(font = ''): boolean {
  return lettersOfFont(font) === 'TCVN3' && /H$/.test(font)
}
