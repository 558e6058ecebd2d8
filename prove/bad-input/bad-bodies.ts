import { staff_paths } from '../../src/platform/web/href.ts'
import { unfit } from './bad-signs.ts'
import { below, oneOf, type Random } from './random.ts'
import { as_form, type Try } from './send.ts'

type Json = string | number | boolean | null | Json[] | { [name: string]: Json }
type Tree = { [name: string]: Json }

/** What the editor sends at a pause, with every kind of block in it. */
export const good_text: Tree = {
  title: 'Con đường của thôn',
  lead: 'Việc nhỏ làm trước.',
  caption: 'đường vào thôn',
  body: [
    { type: 'heading', text: 'Mở đầu', level: 3 },
    { type: 'paragraph', content: [{ text: 'Có ' }, { cite: 't1' }, { text: ' xã đạt chuẩn', strong: true, href: '/so-lieu/F16' }] },
    { type: 'paragraph', content: [{ text: 'Bà con trồng 4.217 cây' }, { footnote: 'Theo biên bản.' }] },
    { type: 'list', ordered: true, items: [[{ text: 'Viết ra' }], [{ text: 'Làm theo', emphasis: true }]] },
    { type: 'quotation', text: 'Đường là đường chung.', source: 'Trưởng thôn' },
    { type: 'table', head: [[{ text: 'Năm' }], [{ text: 'Xã' }]], rows: [[[{ text: '2020' }], [{ text: '23' }]]] },
    { type: 'note', content: [{ text: 'Nhân vật hư cấu.' }] },
    { type: 'picture', scene: 'garden', alt: 'Giàn bí', caption: 'mùa hái' },
  ],
  citations: [{ mark: 't1', figure: 'F16', parameters: { valid_as_of: '2021-02-19' }, printed: '15' }],
}

/** A body of the editor that is none: what is wrong with it is known, so that it must be refused. */
export function badBody(random: Random): Try {
  const [says, json] = oneOf(offences, random)(random)
  return editorTry(says, json)
}

export function editorTry(says: string, json: string, must_refuse = true): Try {
  const body = Buffer.from(String(new URLSearchParams({ text: json })))
  return { door: 'editor', says, path: staff_paths.editor_check, headers: as_form, body, must_refuse }
}

type Offence = (random: Random) => [says: string, json: string]

const offences: readonly Offence[] = [
  random =>
    changed('an unknown block', random, blocksIn, block => ({
      ...block,
      type: oneOf(['script', 'constructor', 'toString', 'Paragraph', ''], random),
    })),
  random => changed('a block without a kind', random, blocksIn, ({ type: _, ...rest }) => rest),
  random =>
    changed('an unknown field', random, objectsIn, node => ({
      ...node,
      [oneOf(['style', 'onclick', 'constructor', 'html', 'Text'], random)]: 'x',
    })),
  random => {
    const [says, json] = changed('a field of every object', random, objectsIn, node => ({ ...node, dangerous: 1 }))
    return [says, json.replace('"dangerous"', '"__proto__"')]
  },
  random => changed('a link that runs', random, wordsIn, words => ({ ...words, href: oneOf(links, random) })),
  random => changed('a sign that cannot be kept', random, wordsIn, words => ({ ...words, text: `a${oneOf(unfit, random)}b` })),
  random => ['a title that cannot be kept', JSON.stringify({ ...good_text, title: `a${oneOf(unfit, random)}` })],
  random => changed('a mark without a number', random, wordsIn, () => ({ cite: `t${2 + below(9, random)}` })),
  random => changed('another kind of value', random, blocksIn, () => oneOf<Json>([7, 'x', null, true, [], [[]]], random)),
  random => ['a text cut short', JSON.stringify(good_text).slice(0, -1 - below(400, random))],
  random => ['a name twice', JSON.stringify(good_text).replace('{', `{"${oneOf(Object.keys(good_text), random)}":"",`)],
  random => ['blocks in blocks', JSON.stringify({ ...good_text, body: [deep(2 + below(2000, random))] })],
  random => [
    'too many blocks',
    JSON.stringify({ ...good_text, body: Array(2001 + below(3000, random)).fill({ type: 'note', content: [{ text: 'x' }] }) }),
  ],
]

const links = [
  'javascript:alert(1)',
  ' javascript:x',
  'JAVASCRIPT:x',
  'java\tscript:x',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '\u0000http://x.vn',
]

function deep(depth: number): Json {
  let node: Json = { type: 'note', content: [{ text: 'x' }] }
  for (let i = 0; i < depth; i++) node = { type: 'note', content: [node] }
  return node
}

/** The good text with one of its nodes made another. */
function changed<Node extends Tree>(
  says: string,
  random: Random,
  nodesIn: (text: Tree) => Node[],
  change: (node: Node) => Json,
): [string, string] {
  const text = structuredClone(good_text)
  const node = oneOf(nodesIn(text), random)
  return [says, JSON.stringify(text, (_, value) => (value === node ? change(node) : value))]
}

function blocksIn(text: Tree): Tree[] {
  return text.body as Tree[]
}

/** Every object but the parameters of a number, which have names of their own. */
function objectsIn(value: Json): Tree[] {
  if (Array.isArray(value)) return value.flatMap(objectsIn)
  if (value === null || typeof value !== 'object') return []
  const { parameters: _, ...rest } = value
  return [value, ...Object.values(rest).flatMap(objectsIn)]
}

function wordsIn(text: Tree): Tree[] {
  return objectsIn(text.body!).filter(node => typeof node.text === 'string' && !('type' in node))
}
