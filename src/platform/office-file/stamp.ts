const stamp = /^(độ mật\s*:?\s*)?(tuyệt mật|tối mật|mật)[.!]?$/i
const grave = /^(độ mật\s*:.*|(tuyệt|tối) mật[.!]?)$/i

/**
 * Whether a text that stands alone is the stamp of a state secret: in capitals, as the stamp is. Somebody may be called
 * Mật.
 */
export function isStamp(text: string): boolean {
  return stamp.test(text) && (text === text.toUpperCase() || /^độ mật/i.test(text))
}

/** The same in any case: for places where nobody's name stands, as a header or the name of a sheet. */
export function isStampAside(text: string): boolean {
  return stamp.test(text) || /TỐI MẬT|TUYỆT MẬT/.test(text)
}

/** The two stamps that are no names, wherever they stand alone. */
export function isGraveStamp(text: string): boolean {
  return grave.test(text)
}
