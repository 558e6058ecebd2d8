import { withoutMarks } from '../../basis/shared/vietnamese.ts'
import { type Db, query } from '../../platform/database/index.ts'
import { rankTexts } from './find-texts.ts'
import type { SearchLang } from './keep-text.ts'
import type { SearchQuestion } from './question.ts'
import { readFound } from './read-found.ts'
import { oneSlipFrom } from './slips.ts'
import { syllablesOf } from './syllables.ts'

const [most_mended, most_read] = [3, 5]

/** Of words without marks the one that stands in the most texts, as most of them write it. */
const most_known = query<{ lang: string; words: string[] }, { written: string }>(
  `select m.written
     from (select lang, plain from search_syllable
            where lang = :lang and syllable = any(:words::text[]) and syllable = plain and texts > 0
            order by texts desc, plain
            limit 1) p
     join search_syllable m using (lang, plain)
    where m.texts > 0
    order by m.syllable = m.plain, m.texts desc, m.syllable
    limit 1`,
)

/**
 * The question with each word that no public text knows in the place of one that is a slip away, written as texts write
 * it; null where all words are known, or not all of it can be mended.
 */
export async function didYouMean(db: Pick<Db, 'executeQuery'>, { lang, syllables }: SearchQuestion): Promise<string | null> {
  const unknown = [...new Set(syllables.filter(({ texts }) => texts === 0).map(({ plain }) => plain))]
  if (unknown.length === 0 || unknown.length > most_mended) return null
  const mended = new Map<string, string>()
  for (const plain of unknown) {
    const [word] = await most_known(db, { lang, words: oneSlipFrom(plain) })
    if (!word) return null
    mended.set(plain, word.written)
  }
  const words = syllables.map(({ plain, marked, written }): Meant => {
    const other = mended.get(plain)
    return other
      ? { written: other, plain: withoutMarks(other), marked: null }
      : { written, plain, marked: marked === plain ? null : marked }
  })
  return (await asTextsWrite(db, lang, words)) ?? words.map(({ written }) => written).join(' ')
}

/** A word of the question as it was meant; `marked` where the reader typed its marks, which stay. */
type Meant = { written: string; plain: string; marked: string | null }

/** Words that the best texts have next to each other, as most of these write them: «con duong» is «con đường». */
async function asTextsWrite(db: Pick<Db, 'executeQuery'>, lang: SearchLang, words: readonly Meant[]): Promise<string | null> {
  const asked = { lang, words: words.map(({ plain }) => plain).join(' '), kind: null, since: null, until: null, labels: [], among: null }
  const { ranked } = await rankTexts(db, asked)
  const texts = await readFound(db, lang, ranked.filter(({ is_phrase }) => is_phrase).slice(0, most_read))
  const counted = new Map<string, number>()
  for (const { title, body } of texts) {
    const held = syllablesOf(`${title} ${body}`)
    for (const i of held.keys()) {
      if (!words.every(({ plain, marked }, n) => (marked ? held[i + n]?.marked === marked : held[i + n]?.plain === plain))) continue
      const written = words
        .map((_, n) => held[i + n]!.written)
        .join(' ')
        .normalize('NFC')
        .toLowerCase()
        .replaceAll('ð', 'đ')
      counted.set(written, (counted.get(written) ?? 0) + 1)
    }
  }
  const [most] = [...counted].toSorted(([, a], [, b]) => b - a)
  return most?.[0] ?? null
}
