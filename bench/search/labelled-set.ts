import { existsSync, globSync, readFileSync } from 'node:fs'
import { parse, relative } from 'node:path'
import { articles } from '../../seed/articles/index.ts'
import { contentOf } from '../../src/publishing/newsroom/index.ts'

/** Texts, and questions with how well each text answers: 2 well, 1 a little. Texts are known by their place. */
export type LabelledSet = {
  name: string
  texts: { title: string; body: string }[]
  questions: { words: string; grades: Map<number, number> }[]
}

const queries = 'bench/search/queries.tsv'
const prose = 'test/articles/{01,02,03,04,05,06,07,08,09,10,11,12,13,14,15,16,17,18,19,20,21,22,23,24,31}-*.txt'

/**
 * Our own: two hundred questions over the articles of the demo and of the tests. The first hundred were written before
 * there was a ranking, the second before anybody had looked at what it answers them.
 */
export function ownSet(): LabelledSet {
  const written = globSync(prose)
    .sort()
    .map(path => ({ name: parse(relative('.', path)).name, body: readFileSync(path, 'utf8') }))
  const demo = articles.map(({ slug, vi }) => {
    const body = vi.body.flatMap(contentOf).map(piece => ('text' in piece ? piece.text : ''))
    return { name: short_names[slug]!, body: [vi.title, vi.lead, body.join('')].join('\n') }
  })
  const texts = [...demo, ...written]
  const place = new Map(texts.map(({ name }, i) => [name, i]))
  const lines = readFileSync(queries, 'utf8')
    .trim()
    .split('\n')
    .map(line => line.split('\t'))
  const questions = lines.map(([words = '', well = '', little = '']) => ({
    words,
    grades: new Map([...graded(well, 2), ...graded(little, 1)].map(([name, grade]) => [place.get(name) ?? unknown(name), grade])),
  }))
  return { name: `${questions.length} questions of our own over ${texts.length} articles`, texts: texts.map(titled), questions }
}

function graded(names: string, grade: number): [string, number][] {
  return names
    .split(' ')
    .filter(Boolean)
    .map(name => [name, grade])
}

function unknown(name: string): never {
  throw new Error(`there is no text ${name}`)
}

/** The first line that is no date is the title. */
function titled({ body }: { body: string }): { title: string; body: string } {
  const lines = body.normalize('NFC').split('\n')
  const title = lines.find(line => line.trim() !== '' && !/^[(*]?(?:Thứ|Cập nhật|Ngày)?[\s\d/:.,()-]+$/u.test(line)) ?? lines[0]!
  return { title, body }
}

const short_names: Record<string, string> = {
  'sau-ngay-sap-xep-xa': 'sap-xep-xa',
  'gian-bi-xanh-va-nguoi-bay-cho-nhau': 'bay-cho-nhau',
  'con-duong-qua-ba-nha': 'con-duong',
  'dat-hien-thanh-duong': 'dat-hien',
  'tu-trang-cam-ket-den-con-duong-moi': 'trang-cam-ket',
  'doc-mot-con-so-the-nao': 'doc-mot-con-so',
  'sau-xa-duoc-cong-nhan-nam-2021': 'sau-xa-moi',
  'thanh-pho-bac-kan-ve-dich': 'thanh-pho',
}

type Squad = { data: { paragraphs: { context: string; qas: { question: string; is_impossible: boolean }[] }[] }[] }

/** Questions of others, of a file in the form of SQuAD 2.0: each passage is a text, those that answer are graded 1. */
export function squadSet(file: string): LabelledSet {
  if (!existsSync(file)) throw new Error(`there is no ${file}`)
  const { data } = JSON.parse(readFileSync(file, 'utf8')) as Squad
  const paragraphs = data.flatMap(one => one.paragraphs)
  const place = new Map([...new Set(paragraphs.map(({ context }) => context))].map((context, i) => [context, i]))
  const questions = new Map<string, Map<number, number>>()
  for (const { context, qas } of paragraphs)
    for (const { question } of qas.filter(({ is_impossible }) => !is_impossible))
      questions.set(question, (questions.get(question) ?? new Map()).set(place.get(context)!, 1))
  return {
    name: `${questions.size} questions of ${parse(file).base} over ${place.size} passages`,
    texts: [...place.keys()].map(body => ({ title: '', body })),
    questions: [...questions].map(([words, grades]) => ({ words, grades })),
  }
}

/** How good the first ten are against the best order there is: 1 is perfect. */
export function ndcg(found: readonly number[], grades: ReadonlyMap<number, number>): number {
  const best = [...grades.values()].toSorted((a, b) => b - a)
  const gain = (list: readonly number[]) => list.slice(0, 10).reduce((sum, grade, i) => sum + (2 ** grade - 1) / Math.log2(i + 2), 0)
  return best.length === 0 ? 0 : gain(found.map(place => grades.get(place) ?? 0)) / gain(best)
}
