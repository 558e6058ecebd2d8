import { execFile, fork } from 'node:child_process'
import { existsSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import {
  asBody,
  type Block,
  contentOf,
  type DocumentBody,
  pictureIn,
  readDocument,
  readInChild,
  settlePhotos,
  type WordDocument,
} from '../src/publishing/newsroom/index.ts'
import { bombs, fiftyPages } from './docx/heavy-documents.ts'
import { ourView, pandocView, type View } from './docx/pandoc-view.ts'
import { without, wordsOf, writtenWords } from './docx/written-words.ts'
import { option, type Result, rounded, type Say } from './measure.ts'

/**
 * Documents of Word: how many of a folder open, whether one crashes the reader, and in how many of those that open each
 * word is kept (--corpus=FOLDER); beside what pandoc reads in its own tests, where the folder has them and the machine
 * has pandoc; and what fifty pages with thirty photos take, and files made to take too much, each in a process of its
 * own.
 */
export async function bench(say: Say): Promise<Result[]> {
  const corpus = option('corpus')
  if (!corpus) say('no --corpus=FOLDER: only the documents that the benchmark makes itself')
  const of_corpus = corpus ? [...readCorpus(corpus, say), ...(await besidePandoc(corpus, say))] : []
  return [...of_corpus, ...(await heavyDocuments(say))]
}

function readCorpus(corpus: string, say: Say): Result[] {
  const paths = globSync('**/*.{docx,docm,dotx,dotm}', { cwd: corpus }).sort()
  let [opened, crashed, whole, drafts, whole_drafts] = [0, 0, 0, 0, 0]
  for (const path of paths) {
    const bytes = readFileSync(join(corpus, path))
    const read = readOrCrash(path, bytes, say)
    if (read === 'crashed') crashed++
    if (typeof read === 'string') continue
    opened++
    const made = asBody(read)
    const lost_to_draft = made.ok ? without(ourView(read).words, wordsOfDraft(settlePhotos(made.value, new Map()))) : []
    if (made.ok) drafts++
    if (made.ok && lost_to_draft.length === 0) whole_drafts++
    if (lost_to_draft.length > 0) say(`lost on the way to a draft: ${path}: ${lost_to_draft.slice(0, 12).join(' ')}`)
    const lost = without(writtenWords(bytes), ourView(read).words)
    if (lost.length === 0) whole++
    else say(`lost in ${path}: ${lost.slice(0, 12).join(' ')}`)
  }
  return [
    result('documents that open', opened, `of ${paths.length}`, { goal: '≥ 478 of 497', met: opened / paths.length >= 478 / 497 }),
    result('documents that crash the reader', crashed, 'documents', { goal: 'none', met: crashed === 0 }),
    result('drafts that keep each word of their document', whole_drafts, `of ${drafts}`),
    result('documents of which each word is kept', rounded((whole / opened) * 100, 1), '%', {
      goal: '≥ 99.5 %',
      met: whole / opened >= 0.995,
    }),
  ]
}

function wordsOfDraft({ title, lead, byline, body }: DocumentBody): string[] {
  const said = body.map(block => ('text' in block ? block.text : linesOf(block)))
  return wordsOf([title, lead, byline, ...said].join('\n'))
}

function linesOf(block: Block): string {
  const parts = block.type === 'list' ? block.items : block.type === 'table' ? [block.head, ...block.rows].flat() : [contentOf(block)]
  return parts.map(part => part.map(inline => ('text' in inline ? inline.text : '')).join('')).join('\n')
}

function readOrCrash(path: string, bytes: Buffer, say: Say): WordDocument | 'refused' | 'crashed' {
  try {
    const read = readDocument({ name: basename(path), bytes })
    if (read.ok) return read.value
    say(`refused ${path}: ${read.problems.map(({ code }) => code).join()}`)
    return 'refused'
  } catch (error) {
    say(`crashed by ${path}: ${error instanceof Error ? error.stack : error}`)
    return 'crashed'
  }
}

const marks = ['headings', 'items', 'tables', 'notes', 'pictures'] as const
const mark_names: Record<(typeof marks)[number], string> = {
  headings: 'headings with pandoc’s level',
  items: 'items at pandoc’s depth',
  tables: 'tables of pandoc’s size',
  notes: 'notes that pandoc has',
  pictures: 'pictures that pandoc has',
}

async function besidePandoc(corpus: string, say: Say): Promise<Result[]> {
  const natives = globSync('**/test/docx/*.native', { cwd: corpus }).filter(path => existsSync(join(corpus, docxOf(path))))
  if (natives.length === 0 || !(await hasPandoc())) {
    say('no pairs of pandoc in the folder, or no pandoc on the machine: nothing to be compared with')
    return []
  }
  const pairs = natives.sort().flatMap(path => {
    const theirs = pandocView(join(corpus, path))
    const read = readDocument({ name: basename(path), bytes: readFileSync(join(corpus, docxOf(path))) })
    if (!theirs) say(`pandoc does not read its own ${path}`)
    return theirs ? [{ path, theirs, ours: read.ok ? ourView(read.value) : null }] : []
  })
  const exact = pairs.filter(({ path, theirs, ours }) => ours !== null && hasSameWords(path, theirs, ours, say))
  return [
    result('pandoc’s documents with exactly its words', exact.length, `of ${pairs.length}`, {
      goal: '≥ 70 of 73',
      met: exact.length / pairs.length >= 70 / 73,
    }),
    ...marks.map(mark => {
      const all = pairs.flatMap(({ theirs }) => theirs[mark]).length
      const missed = pairs.flatMap(({ theirs, ours }) => without(theirs[mark], ours?.[mark] ?? [])).length
      return result(mark_names[mark], all - missed, `of ${all}`)
    }),
  ]
}

function docxOf(native: string): string {
  return native.replace(/native$/, 'docx')
}

function hasSameWords(path: string, theirs: View, ours: View, say: Say): boolean {
  const [only_theirs, only_ours] = [without(theirs.words, ours.words), without(ours.words, theirs.words)]
  if (only_theirs.length + only_ours.length === 0) return true
  say(`${basename(path)}: only pandoc says «${only_theirs.slice(0, 8).join(' ')}», only we say «${only_ours.slice(0, 8).join(' ')}»`)
  return false
}

function hasPandoc(): Promise<boolean> {
  return promisify(execFile)('pandoc', ['--version']).then(
    () => true,
    () => false,
  )
}

/**
 * What a process came to that read one document: milliseconds, the most memory that it ever had beyond what it had
 * before (MB), and what it read.
 */
type Weighed = { took: number; grown: number; peak: number; read: string }

async function heavyDocuments(say: Say): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'neu-guong-docx-'))
  const weigh = (name: string, bytes: Uint8Array) => {
    const path = join(folder, name)
    writeFileSync(path, bytes)
    return weighed(path)
  }
  try {
    const pages = await fiftyPages()
    say(`fifty pages with thirty photos are ${rounded(pages.length / 1024 / 1024, 1)} MB`)
    const { took, peak, read } = await weigh('fifty-pages.docx', pages)
    say(`fifty pages: ${read}`)
    const results = [
      result('fifty pages with thirty photos', rounded(took / 1000, 2), 's', { goal: '≤ 5 s', met: took <= 5000 }),
      result('the process that reads them, at most', rounded(peak, 0), 'MB', { goal: '≤ 250 MB', met: peak <= 250 }),
    ]
    for (const [what, bytes] of bombs()) {
      const { grown, read } = await weigh('bomb.docx', bytes)
      say(`${what}, ${rounded(bytes.length / 1024, 0)} KB: ${read}`)
      results.push(
        result(`memory for a file ${what}`, rounded(grown, 0), 'MB', {
          goal: '≤ 64 MB, refused',
          met: grown <= 64 && read.startsWith('refused'),
        }),
      )
    }
    return results
  } finally {
    rmSync(folder, { recursive: true })
  }
}

function weighed(path: string): Promise<Weighed> {
  const child = fork(fileURLToPath(import.meta.url), ['weigh', path], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const { promise, resolve, reject } = Promise.withResolvers<Weighed>()
  child.once('message', told => resolve(told as Weighed))
  child.once('exit', code => reject(new Error(`the process that read ${path} ended with ${code}`)))
  return promise
}

/** As an upload is read: the whole file in memory, the text in a process of its own, then the pictures one by one. */
async function weighOne(path: string): Promise<Weighed> {
  const bytes = readFileSync(path)
  const before = peakMemory()
  const started = performance.now()
  const read = await readInChild({ name: basename(path), bytes })
  const pictures = read.ok ? read.value.pictures.map(picture => pictureIn(bytes, picture)!.length) : []
  const took = performance.now() - started
  const peak = peakMemory()
  const told = read.ok
    ? `${wordsOfDraft(read.value).length} words, ${pictures.length} pictures of ${pictures.reduce((sum, size) => sum + size, 0)} bytes`
    : `refused: ${read.problems.map(({ code }) => code).join()}`
  return { took, peak, grown: peak - before, read: told }
}

/**
 * The most memory that this process ever had, in MB. Linux alone tells it; what `getrusage` says counts the parent's
 * too.
 */
function peakMemory(): number {
  const status = existsSync('/proc/self/status') ? readFileSync('/proc/self/status', 'utf8') : ''
  return Number(/^VmHWM:\s+(\d+)/m.exec(status)?.[1] ?? process.resourceUsage().maxRSS) / 1024
}

function result(what: string, value: number, unit: string, goal: { goal: string; met: boolean } | null = null): Result {
  return { what, value, unit, against: null, ratio: null, goal: goal?.goal ?? null, met: goal?.met ?? null }
}

if (process.argv[2] === 'weigh') {
  process.once('disconnect', () => process.exit())
  process.send!(await weighOne(process.argv[3]!))
}
