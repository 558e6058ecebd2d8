import { staff_paths } from '../src/platform/web/href.ts'
import { badBody, editorTry, good_text } from './bad-input/bad-bodies.ts'
import { badDocument, documentWithMacros, good_document, refusedDocuments, wordTry } from './bad-input/bad-documents.ts'
import { badAddress, badForm, formTry, goodForm } from './bad-input/bad-forms.ts'
import { badPicture, goodPictures, type Pictures, photoTry, photoWithArchive, refusedPictures } from './bad-input/bad-pictures.ts'
import { openCredulousDoor } from './bad-input/credulous-door.ts'
import { childrenRunning, grownSince, megabytesHeld, openCounts, type Rows } from './bad-input/growth.ts'
import { below, type Random, randomFrom } from './bad-input/random.ts'
import { type Answer, send, type Try } from './bad-input/send.ts'
import { openDoor } from './door.ts'
import { onOwnGround } from './ground.ts'
import { type Newsroom, openNewsroom } from './newsroom-scene.ts'
import type { Proved } from './proof.ts'

/** Requests: texts of the editor, forms, addresses, documents of Word and pictures; besides, what is known to be bad. */
export const n = 2000
export const nightly_n = 20_000

/** So much longer than what is good, sent right after it: on a busy machine everything takes long. */
const slow_ms = 2000
/** What caches and statements that are prepared may come to, in megabytes. */
const most_grown = 48
const of_stranger = 0

type Door = { address: string; close(): Promise<void> }
type OpenDoor = (newsroom: Newsroom) => Promise<Door>

/**
 * 10. Bad input never breaks or half-writes: whatever is sent to the newsroom and to the addresses of the portal, the
 *     answer is no fault, a refusal says why, what is refused leaves no row, what is taken is taken whole, nothing takes
 *     two seconds, and the program holds as much as before.
 */
export function run(tries: number): Promise<Proved> {
  return sendAll(({ register }) => openDoor(register), tries)
}

/** A program that believes what it is sent must fail at every kind of it. */
export async function control(): Promise<boolean> {
  const failed = new Set<string>()
  await sendAll(openCredulousDoor, 150, tried => failed.add(tried.door))
  return ['editor', 'form', 'word', 'photos'].every(door => failed.has(door))
}

function sendAll(open: OpenDoor, tries: number, onFault: (tried: Try) => void = () => {}): Promise<Proved> {
  return onOwnGround(async newRegister => {
    const newsroom = await openNewsroom(await newRegister())
    const door = await open(newsroom)
    try {
      const pictures = await goodPictures()
      const trial = await openTrial(newsroom, door.address, pictures)
      for (const tried of known(pictures)) await trial.hear(tried, onFault)
      const [held, children] = [megabytesHeld(), childrenRunning()]
      const random = randomFrom(10)
      for (let i = 0; i < tries; i++) await trial.hear(anyTry(pictures, random), onFault)
      const grown = Math.round(megabytesHeld() - held)
      const left = (childrenRunning() ?? 0) - (children ?? 0)
      const unfit = await unfitRows(newsroom)
      const failures = trial.faults.length + unfit + Number(grown > most_grown) + Math.max(0, left)
      return {
        failures,
        notes: [
          ...trial.notes(),
          `${unfit} rows unfit, ${grown} MB more held, ${left} processes left`,
          ...trial.faults.toSorted().slice(0, 10),
        ],
      }
    } finally {
      await door.close()
    }
  })
}

/** What is known to be refused, and what looks bad and is none, each once. */
function* known(pictures: Pictures): Generator<Try> {
  yield editorTry('a million nodes', JSON.stringify({ ...good_text, body: Array(1_000_000).fill(0) }))
  yield editorTry('lists in lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`)
  yield formTry('a field of 10 MB', Object.entries({ ...goodForm(), body: 'x'.repeat(10 * 1024 * 1024) }))
  yield formTry(
    'a hundred thousand fields',
    Array.from({ length: 100_000 }, (_, i): [string, string] => [`f${i}`, 'x']),
  )
  yield* refusedDocuments()
  yield* refusedPictures(pictures)
  yield documentWithMacros()
  yield photoWithArchive(pictures)
}

/** Documents and pictures are opened in processes of their own and take longest: they are the fewest. */
function anyTry(pictures: Pictures, random: Random): Try {
  const chosen = below(100, random)
  if (chosen < 45) return badBody(random)
  if (chosen < 70) return badForm(random)
  if (chosen < 90) return badAddress(random)
  return chosen < 95 ? badDocument(random) : badPicture(pictures, random)
}

/** Hears the answer to each try, after the good ones of each door have shown what is written where all is well. */
async function openTrial(newsroom: Newsroom, address: string, pictures: Pictures) {
  const { person_id } = newsroom.cast.reporter
  const countRows = await openCounts(newsroom.register.owner)
  const whole = new Map<string, Rows>()
  let rows = await countRows()
  // Sent a second time, none of them writes anything.
  const usual = new Map<Try['door'], Try>([['address', { door: 'address', says: 'good', path: staff_paths.newsdesk }]])
  const good = [
    editorTry('good', JSON.stringify(good_text), false),
    formTry('good', Object.entries(goodForm())),
    wordTry('good', good_document),
  ]
  for (const tried of [...good, photoTry('good', 'a.png', pictures.png)]) {
    const { status, text } = await send(address, person_id, tried)
    if (status >= 400) throw new Error(`A good ${tried.door} was answered by ${status}: ${text.slice(0, 300)}`)
    const after = await countRows()
    whole.set(tried.door, grownSince(rows, after))
    usual.set(tried.door, tried)
    rows = after
  }
  const [faults, tally] = [[] as string[], { tries: 0, refused: 0, taken: 0, slowest: 0 }]
  return {
    faults,
    notes: () => [
      `${tally.tries} tries, ${tally.refused} refused, ${tally.taken} written whole, the slowest ${Math.round(tally.slowest)} ms`,
    ],
    async hear(tried: Try, onFault: (tried: Try) => void): Promise<void> {
      const who = tried.door === 'address' && tally.tries % 2 === 0 ? of_stranger : person_id
      const answer = await send(address, who, tried)
      if (answer.ms > slow_ms) answer.ms -= (await send(address, person_id, usual.get(tried.door)!)).ms
      const after = await countRows()
      const grown = grownSince(rows, after)
      rows = after
      tally.tries++
      if (answer.status >= 400) tally.refused++
      if (grown.size > 0) tally.taken++
      tally.slowest = Math.max(tally.slowest, answer.ms)
      for (const fault of faultsOf(tried, answer, { grown, whole: whole.get(tried.door) ?? new Map() })) {
        faults.push(`${fault} · ${tried.door}, ${tried.says}: ${tried.method ?? ''} ${tried.path} → ${answer.status} ${shown(tried)}`)
        onFault(tried)
      }
    },
  }
}

function* faultsOf(tried: Try, { status, text, ms }: Answer, { grown, whole }: { grown: Rows; whole: Rows }): Generator<string> {
  if (status === 0) yield 'hung up'
  if (status >= 500) yield 'a fault'
  if (tried.must_refuse && status < 400) yield 'taken'
  if (status >= 400 && tried.method !== 'HEAD' && !/\p{Letter}{2}/u.test(text.replace(/<[^>]*>/g, ''))) yield 'refused without a word'
  if (status >= 400 && grown.size > 0) yield `refused, and written: ${[...grown.keys()]}`
  if (status < 400 && !isWhole(grown, whole)) yield `half written: ${JSON.stringify([...grown])}`
  if (ms > slow_ms) yield `took ${Math.round(ms)} ms`
}

/**
 * Nothing, or the same tables as of what is good; a photo has as many files as its size asks for. A picture is kept by
 * its content: one that decodes to what is there already is not kept again.
 */
function isWhole(grown: Rows, whole: Rows): boolean {
  const anew = [...whole.keys()]
  const again = anew.filter(table => !by_content.has(table))
  return grown.size === 0 || [anew, again].some(tables => tables.join() === [...grown.keys()].join())
}
const by_content = new Set(['image', 'image_file'])

function shown({ body }: Try): string {
  return JSON.stringify(body?.toString('latin1').slice(0, 200) ?? '')
}

/** Rows of drafts with signs that no text may hold, or with a link that runs. */
async function unfitRows({ register: { owner } }: Newsroom): Promise<number> {
  const { rows } = await owner.query<{ unfit: number }>(
    `select count(*)::int as unfit
       from draft_version
      where content::text is not nfc normalized
         or content @? '$.**.href ? (!(@ starts with "http") && !(@ starts with "/") && !(@ starts with "mailto:"))'`,
  )
  return rows[0]!.unfit
}
