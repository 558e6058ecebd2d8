/**
 * What a body is made of, declared once: the shape that is checked (`body.ts`), structured text and the editor in the
 * browser are made of it. It imports nothing, for it goes to the browser.
 *
 * A field of a block or of a piece of running text. `words`: at least one letter; `line`: may be empty; `only`: has one
 * value, or is left out; `address`: a link that may be followed, or left out; `row`: the number of a row of the register.
 */
export type Field =
  | { kind: 'words'; most: number }
  | { kind: 'line'; most: number }
  | { kind: 'only'; value: true | number }
  | { kind: 'address'; most: number }
  | { kind: 'row' }

const words = { kind: 'words', most: 20_000 } as const
const yes = { kind: 'only', value: true } as const

/**
 * What a block holds besides its fields. `words`: plain text without numbers of the register; `content`: running text;
 * `items`: several of it; `cells`: a head and rows of it; `nothing`: its fields are all.
 */
export type Held = 'words' | 'content' | 'items' | 'cells' | 'nothing'
export type BlockKind = { holds: Held; fields: Readonly<Record<string, Field>> }

/**
 * The closed set of blocks. Never HTML: what is not on this list cannot be published. A heading is of the second level
 * where it does not say 3.
 */
export const block_kinds = {
  heading: { holds: 'words', fields: { level: { kind: 'only', value: 3 } } },
  paragraph: { holds: 'content', fields: {} },
  quotation: { holds: 'words', fields: { source: { kind: 'line', most: 300 } } },
  list: { holds: 'items', fields: { ordered: yes } },
  note: { holds: 'content', fields: {} },
  table: { holds: 'cells', fields: {} },
  picture: { holds: 'nothing', fields: { scene: words, alt: words, caption: words } },
  /**
   * Numbers drawn beside each other: each item has its label and one number of the register, which is bound, checked and
   * frozen as any other.
   */
  chart: { holds: 'items', fields: { caption: { kind: 'line', most: 500 } } },
  /** An instrument of the register; an empty caption becomes what the register calls it. */
  document: { holds: 'nothing', fields: { instrument: { kind: 'row' }, caption: { kind: 'line', most: 1000 } } },
  /** Of the library (`media/`), as it is when the text is published; an empty caption becomes the library's. */
  photo: { holds: 'nothing', fields: { photo: { kind: 'row' }, caption: { kind: 'line', most: 500 } } },
} as const satisfies Record<string, BlockKind>

/** How words of running text may look. */
export const looks = {
  strong: yes,
  emphasis: yes,
  href: { kind: 'address', most: 2000 },
} as const satisfies Record<string, Field>

/**
 * What stands in running text besides words: each a piece with this one field. `cite` is the mark of a citation, which
 * the draft keeps beside its body; `footnote` is what the note says, in plain words.
 */
export const atoms = {
  cite: { kind: 'words', most: 60 },
  footnote: { kind: 'words', most: 1000 },
} as const satisfies Record<string, Field>

export const limits_of_body = {
  blocks: 2000,
  pieces: 2000,
  items: 500,
  rows: 500,
  columns: 20,
  pieces_of_cell: 200,
  words: words.most,
} as const

type ValueOf<F> = F extends { kind: 'only'; value: infer V } ? V : F extends { kind: 'row' } ? number : string
type OptionalKind = { kind: 'only' | 'address' }
type Flat<T> = { [K in keyof T]: T[K] }
/** What fields hold, by their names. */
export type ValuesOf<Fields> = {
  -readonly [K in keyof Fields as Fields[K] extends OptionalKind ? never : K]: ValueOf<Fields[K]>
} & { -readonly [K in keyof Fields as Fields[K] extends OptionalKind ? K : never]?: ValueOf<Fields[K]> }

type Atoms = { [K in keyof typeof atoms]: { [N in K]: string } }
export type Words = Flat<{ text: string } & ValuesOf<typeof looks>>
/** A piece of running text: words as they look, or an atom. */
export type Inline = Words | Atoms[keyof Atoms]

type HeldBy = {
  words: { text: string }
  content: { content: Inline[] }
  items: { items: Inline[][] }
  cells: { head: Inline[][]; rows: Inline[][][] }
  nothing: unknown
}
type Kinds = typeof block_kinds
export type BlockType = keyof Kinds
export type BlockOf<K extends BlockType> = Flat<{ type: K } & HeldBy[Kinds[K]['holds']] & ValuesOf<Kinds[K]['fields']>>
export type Block = { [K in BlockType]: BlockOf<K> }[BlockType]
