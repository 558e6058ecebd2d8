/**
 * `claim` says how much or how many of something; `date` is a point, a period, a clock time or a span of time;
 * `document` a number of a paper or a part of one; `ordinal` a rank or a place in a row; `quotation` anything between
 * quotation marks, whatever it would be outside; `other` the numbers that say nothing about quantity (addresses,
 * telephones, names, list numbers, scores).
 */
export type QuantityKind = 'claim' | 'date' | 'document' | 'ordinal' | 'quotation' | 'other'

/**
 * `over` and `at-least` leave `most` open, `nearly`, `under` and `at-most` leave `least` open, `about` and null leave
 * neither: "trên 300" → 300..null, "gần 4,2 tỷ" → null..4,200,000,000, "khoảng 50" → 50..50.
 */
export type Bound = 'over' | 'nearly' | 'about' | 'at-least' | 'at-most' | 'under'

/**
 * `unit` is a unit of measure in one spelling (đồng, %, m2, ha, tạ/ha, ngày công, tuổi); what is counted by heads is in
 * `counts`.
 */
export type Value = { least: number | null; most: number | null; unit: string | null }

/** ISO dates, both ends included; `to` null = until the text's own date. */
export type Period = { from: string; to: string | null; text: string }

export type Span = { start: number; end: number }

export type Detail = {
  /**
   * What an `other`, an `ordinal` or a `date` is: address, telephone, name, list-item, score, code, word, time, span, …
   */
  what?: string
  /** ISO value of a date as far as it is said: 2021-02-19, 2021-02, 2021. */
  iso?: string
  /** The number of a document as printed: 05-CT/TW. */
  number?: string
  /** The value of an ordinal: năm thứ 5 → 5. */
  value?: number
  /** "sau sáp nhập còn 15 xã". */
  after_merger?: true
  /** "trước khi sáp nhập có 23 xã". */
  before_merger?: true
  /** A share said as a fraction (hai phần ba, 2/3 số hộ): `value` is the ratio, not a count. */
  fraction?: true
}

/**
 * What a table says of the number in one of its cells, as spans of the text as read: the cell itself, the words of its
 * column and its row, and the line above the table.
 */
export type TableCell = { within: Span; words: Span[]; caption: Span | null }

/**
 * `start` and `end` count the characters (Unicode code points) of the input; every other span is in UTF-16 units of the
 * text as read.
 */
export type Quantity = Span & {
  /**
   * The number with its bound, magnitude and unit, and the noun when it follows directly: "trên 300 triệu đồng", "23
   * xã", "100%".
   */
  text: string
  /** Where `text` stands in the text as read: the input itself, unless that was a saved page or had to be repaired. */
  within: Span
  kind: QuantityKind
  value: Value
  bound: Bound | null
  /** "21/96" → 21 of 96. */
  share: { part: number; whole: number } | null
  /** The noun phrase counted, lower case: 'xã', 'cán bộ, đảng viên'. */
  counts: string | null
  /** The nearest place named in the clause, as printed: "huyện Ba Bể", "toàn tỉnh". */
  place: string | null
  period: Period | null
  sentence: Span
  /** The part of the sentence it stands in: between semicolons and brackets. */
  clause: Span
  /** Where it stands in the cell of a table. */
  cell: TableCell | null
  detail: Detail | null
}
