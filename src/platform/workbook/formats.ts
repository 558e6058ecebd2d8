/** Of what a cell shows by its format: whether a number is a day, and which part of that day one does not see. */
export type Shown = { is_date: boolean; lacks?: 'day' | 'year' }

/**
 * What a format makes of a number. Numbers 14–22, 27–36, 45–47 and 50–58 are days by the standard (of them 16 shows no
 * year and 17 no day); others by their code.
 */
export function shownBy(id: number, code: string | undefined): Shown {
  if (code === undefined) {
    const is_date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)
    return id === 16 ? { is_date, lacks: 'year' } : id === 17 ? { is_date, lacks: 'day' } : { is_date }
  }
  const bare = bareCode(sectionsOf(code)[0]!)
  const is_date = /[dmyhs]/i.test(bare) && !/[#0?]/.test(bare)
  if (!is_date || !/[dy]/i.test(bare)) return { is_date }
  return /y/i.test(bare) ? (/d/i.test(bare) ? { is_date } : { is_date, lacks: 'day' }) : { is_date, lacks: 'year' }
}

/**
 * A whole number as a format of nothing but digits shows it: «00 000000», «"HG"000000», «0#######»,
 * «[<=99999999]00000000;000000000000». Null for a format that does anything else: points and thousands, shares, powers,
 * days; its number is read as it is.
 */
export function digitsBy(code: string, number: number): string | null {
  const section = sectionFor(sectionsOf(code), number)
  const pieces = section?.match(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]|[\s\S]/g) ?? []
  const places = pieces.filter(piece => /^[0#?]$/.test(piece)).length
  if (places === 0 || !Number.isSafeInteger(number) || pieces.some(isNoDigit)) return null
  // From the first «0» on each place is shown; those left of it only where a digit comes there. The first place takes
  // what is left over.
  const digit_places = pieces.filter(piece => /^[0#?]$/.test(piece))
  const least = digit_places.includes('0') ? places - digit_places.indexOf('0') : 1
  const digits = String(Math.abs(number)).padStart(least, '0')
  return laidOut(pieces, digits, places)
}

/** What makes of digits something else, or is a word of the format itself. */
function isNoDigit(piece: string): boolean {
  return /^(?:[.,%@/eEgG]|[dmyhsDMYHS])$/.test(piece)
}

function laidOut(pieces: string[], digits: string, places: number): string {
  let place = 0
  let taken = 0
  let text = ''
  for (const piece of pieces) {
    if (/^[0#?]$/.test(piece)) {
      place++
      const until = Math.max(0, digits.length - (places - place))
      text += digits.slice(taken, until)
      taken = Math.max(taken, until)
    } else text += literalOf(piece)
  }
  return text.trim()
}

function literalOf(piece: string): string {
  if (piece.startsWith('"')) return piece.slice(1, -1)
  if (piece.startsWith('\\')) return piece.slice(1)
  return /^(?:_.|\*.|\[)/.test(piece) ? '' : piece
}

/**
 * Without what stands for itself, and without fractions of a second, whose noughts are no digits; hours and the like
 * that run on («[h]») stay.
 */
function bareCode(section: string): string {
  return section.replace(/"[^"]*"|\\.|\[(?!(?:h+|m+|s+)\])[^\]]*\]|_.|\*./gi, '').replace(/(s+\]?)[.,]0+/gi, '$1')
}

/** The parts of a code between semicolons that are not quoted. */
function sectionsOf(code: string): string[] {
  return (code.match(/(?:"[^"]*"|\\.|[^;])+|(?<=;|^)(?=;|$)/g) ?? ['']) as string[]
}

/** By the conditions that stand in brackets; else numbers from nought on by the first, those below by the second. */
function sectionFor(sections: string[], number: number): string | undefined {
  const conditions = sections.map(section => /\[(<=|>=|<>|<|>|=)\s*(-?\d+(?:\.\d+)?)\]/.exec(section))
  if (conditions.every(condition => condition === null)) return number < 0 ? undefined : sections[0]
  return sections.find((_, i) => {
    const [, sign, limit] = conditions[i] ?? []
    return sign === undefined || holds(number, sign, Number(limit))
  })
}

function holds(number: number, sign: string, limit: number): boolean {
  const by_sign = new Map([
    ['<=', number <= limit],
    ['>=', number >= limit],
    ['<>', number !== limit],
    ['<', number < limit],
    ['>', number > limit],
    ['=', number === limit],
  ])
  return by_sign.get(sign) ?? false
}
