import { done, type Outcome, type Problem } from '../../basis/shared/outcome.ts'
import { oneLine } from '../../basis/shared/vietnamese.ts'
import { type Fields, textIn } from '../../platform/ledger/index.ts'
import {
  type DraftCode,
  type DraftText,
  limits,
  longest_structured,
  printStructured,
  readStructured,
  subjectsOf,
  type Topic,
  topics,
  typedSubjects,
} from '../newsroom/index.ts'
import { isScene } from '../portal/index.ts'

/** The fields of the writing form, in the order of the page. */
const draft_fields = [
  'title',
  'lead',
  'topic',
  'units',
  'instruments',
  'keywords',
  'scene',
  'alt',
  'caption',
  'body',
  'byline',
  'note',
] as const
const of_lines: readonly string[] = ['units', 'instruments', 'keywords']
/** How long the lines of a field may be together, in characters. */
const longest_lines = 4000

/** A draft as its form shows it: every field as it is typed. */
export function typedFrom(content: DraftText): Fields {
  const { title, lead, topic, picture, body, citations, byline, note } = content
  const { scene, alt, caption } = typedPicture(picture)
  const about = typedSubjects(subjectsOf(content))
  return { title, lead, topic, ...about, scene, alt, caption, byline, note, body: printStructured({ body, citations }) }
}

export const empty_draft: DraftText = {
  ...{ topic: 'programme', title: '', lead: '', byline: '', picture: null },
  ...{ body: [], citations: [], reasons: [], note: '' },
}

const of_photo = /^anh-([1-9]\d{0,8})$/

/** A photo stands in the list of pictures as `anh-12`, and says by itself what it shows. */
function typedPicture(picture: DraftText['picture']): Record<'scene' | 'alt' | 'caption', string> {
  if (!picture) return { scene: '', alt: '', caption: '' }
  return 'photo' in picture ? { scene: `anh-${picture.photo}`, alt: '', caption: picture.caption } : picture
}

function pictureIn({ scene, alt, caption }: Record<'scene' | 'alt' | 'caption', string>): DraftText['picture'] {
  const photo = of_photo.exec(scene)?.[1]
  if (photo !== undefined) return { photo: Number(photo), caption }
  return scene === '' ? null : { scene, alt, caption }
}

/** What was sent, field by field, as it goes back onto the page; a field that was not sent is empty. */
export function typedIn(sent: Fields): Fields {
  const typedAt = (name: (typeof draft_fields)[number]) => {
    if (name === 'body') return linesOf(chosenBody(sent) ?? sent.body ?? '')
    return of_lines.includes(name) ? linesOf(sent[name] ?? '') : oneLine(sent[name] ?? '')
  }
  return Object.fromEntries(draft_fields.map(name => [name, typedAt(name)]))
}

/** A body put together from the parts of the conflict page, as they were chosen; null where none were sent. */
function chosenBody(sent: Fields): string | null {
  const parts = Number(/^\d{1,4}$/.exec(textIn(sent, 'parts'))?.[0] ?? 0)
  if (parts === 0) return null
  const texts = Array.from({ length: parts }, (_, i) => {
    const [merged, mine, theirs] = [textIn(sent, `part-${i}`), textIn(sent, `mine-${i}`), textIn(sent, `theirs-${i}`)]
    const choice = textIn(sent, `choose-${i}`)
    return [merged, ...(choice === 'theirs' ? [] : [mine]), ...(choice === 'theirs' || choice === 'both' ? [theirs] : [])]
  })
  return texts
    .flat()
    .filter(text => text !== '')
    .join('\n\n')
}

function linesOf(text: string): string {
  return text
    .slice(0, longest_structured + 1)
    .toWellFormed()
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
}

/**
 * The draft that was typed, but for what it is about, which the register knows (`readSubjects`); the fact-checker's
 * reasons stay as they were. Refusals at their fields.
 */
export function draftFrom(typed: Fields, { reasons }: Pick<DraftText, 'reasons'>): Outcome<DraftText, DraftCode> {
  const problems: Problem<DraftCode>[] = [...problemsWithLines(typed)]
  const body = typed.body!.trim() === '' ? done({ body: [], citations: [] }) : readStructured(typed.body!)
  if (!body.ok) problems.push(...body.problems)
  const { title, lead, byline, note, topic, scene, alt, caption } = typed as Record<(typeof draft_fields)[number], string>
  if (problems.length > 0 || !body.ok) return { ok: false, problems }
  const picture = pictureIn({ scene, alt, caption })
  const unknown = body.value.body.find(block => block.type === 'picture' && !isScene(block.scene))
  if (unknown?.type === 'picture')
    return { ok: false, problems: [{ code: 'unknown-scene', field: 'body', values: { scene: unknown.scene } }] }
  return done({ title, lead, byline, note, topic: topic as Topic, picture, ...body.value, reasons })
}

function* problemsWithLines(typed: Fields): Generator<Problem<DraftCode>> {
  if (typed.title === '') yield { code: 'no-title', field: 'title' }
  for (const field of of_lines) if (textIn(typed, field).length > longest_lines) yield { code: 'too-long', field, limit: longest_lines }
  for (const [field, most] of Object.entries(limits)) if (textIn(typed, field).length > most) yield { code: 'too-long', field, limit: most }
  if (!(topics as readonly string[]).includes(typed.topic!)) yield { code: 'unreadable-draft', field: 'topic' }
  if (typed.scene === '' || of_photo.test(typed.scene!)) return
  if (!isScene(typed.scene!)) yield { code: 'unknown-scene', field: 'scene', values: { scene: typed.scene! } }
  if (typed.alt === '' || typed.caption === '') yield { code: 'half-a-picture', field: typed.alt === '' ? 'alt' : 'caption' }
}
