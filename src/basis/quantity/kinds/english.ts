const ENGLISH = /\b(the|of|and|with|from|has|have|were|are|in|to)\b/gi
/** Letters that English has not. */
const VIETNAMESE = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

/**
 * The text with the dots and commas of numbers as Vietnamese has them, in the lines that are English: «36,418.5» becomes
 * «36.418,5». No character moves.
 */
export function withVietnameseMarks(text: string): string {
  if (!/\d[.,]\d/.test(text) || !/\b(the|of|and)\b/i.test(text)) return text
  return text.replace(/[^\n]*\d[.,]\d[^\n]*/g, line => (isEnglish(line) ? swapped(line) : line))
}

const FEWEST = 2

/** Words of English, and more of them than of Vietnamese: a name may stand among them. */
function isEnglish(line: string): boolean {
  const english = line.match(ENGLISH)?.length ?? 0
  if (english < FEWEST) return false
  return line.split(/\s+/).filter(word => VIETNAMESE.test(word.normalize('NFC'))).length <= english
}

function swapped(line: string): string {
  return line.replace(/(?<=\d)[.,](?=\d)/g, mark => (mark === ',' ? '.' : ','))
}
