import { type RawBuilder, sql } from 'kysely'
import { type Db, query } from '../../../platform/database/index.ts'
import { longText, text } from '../../../platform/staff/index.ts'
import { declareRule, endFrom, from_day_by_instrument, listVersionsOf, type Rule, type RulePlace } from '../../rule/index.ts'
import {
  example_values,
  fillText,
  type LetterName,
  type LetterText,
  letters,
  listed,
  type Placeholder,
  problemsWithText,
} from './letters.ts'

const longest = { subject: 120, body: 1500 }

const words = {
  'no-subject': { vi: 'Nhập tiêu đề thư.', en: 'Give the subject.' },
  'no-text': { vi: 'Nhập lời thư.', en: 'Give the text.' },
  'unknown-placeholder': {
    vi: 'Không dùng được {{placeholder}} ở đây. Dùng được: {allowed}.',
    en: '{{placeholder}} cannot stand here. What can: {allowed}.',
  },
  'missing-placeholder': { vi: 'Còn thiếu {missing}.', en: '{missing} is missing.' },
}

/** The texts of letters and notices: of each level for itself and all below it, in both languages. */
export const letter_rules: Rule[] = (Object.keys(letters) as LetterName[]).map(letter => letterRule(letter))

function formOf(letter: LetterName) {
  const { is_mail, needs } = letters[letter]
  const hint = { vi: `Phải có: ${listed(needs)}`, en: `What must stand in it: ${listed(needs)}` }
  const body = { most: longest.body, required: 'no-text', rows: 8, hint } as const
  return {
    ...(is_mail && {
      subject: text({ label: { vi: 'Tiêu đề', en: 'Subject' }, most: longest.subject, required: 'no-subject' }),
    }),
    body_vi: longText({ label: { vi: 'Lời tiếng Việt', en: 'The text in Vietnamese' }, ...body }),
    body_en: longText({ label: { vi: 'Lời tiếng Anh', en: 'The text in English' }, ...body }),
    ...from_day_by_instrument,
  }
}

function letterRule(letter: LetterName): Rule {
  const { title, lead, needs } = letters[letter]
  const form = formOf(letter)
  return declareRule({
    ...{ rule: letter, of: 'level', act: 'plan', title, lead, form, words },
    typedNow: async (db, { unit_id, today }) => {
      const now = await findLetterText(db, { letter, unit_id, day: today })
      return { subject: now.subject, body_vi: now.body_vi, body_en: now.body_en }
    },
    listVersions: (db, at) =>
      listVersionsOf<LetterText>(
        db,
        { table: 'letter_text', where: sql`r.letter = ${letter} and ${isOwnOrHolds(letter, at)}`, order: 'letter_text_id', on: at.on },
        ([{ subject, body_vi, body_en }]) => ({ vi: begins(subject, body_vi), en: begins(subject, body_en) }),
      ),
    problems: async (_, { body_vi, body_en }) => [
      ...problemsWithText(body_vi, 'body_vi', needs),
      ...problemsWithText(body_en, 'body_en', needs),
    ],
    samples: ({ subject = '', body_vi, body_en }) => [
      { title: { vi: 'Người nhận đọc bằng tiếng Việt', en: 'As it reads in Vietnamese' }, text: inAnExample(subject, body_vi, 'vi') },
      { title: { vi: 'Người nhận đọc bằng tiếng Anh', en: 'As it reads in English' }, text: inAnExample('', body_en, 'en') },
    ],
    set: async (tx, { subject = '', body_vi, body_en, from }, { unit_id, instrument_id }) => {
      const where = sql`letter = ${letter} and unit_id = ${unit_id}`
      await endFrom(tx, 'letter_text', { columns: ['letter', 'unit_id', 'subject', 'body_vi', 'body_en', 'instrument_id'], from, where })
      await sql`
        insert into letter_text (letter, unit_id, subject, body_vi, body_en, instrument_id, valid)
        values (${letter}, ${unit_id}, ${subject}, ${body_vi}, ${body_en}, ${instrument_id}, daterange(${from}, 'infinity'))`.execute(tx)
    },
  }) as Rule
}

/** All that a level set itself, and what holds for it by a level above, where it has none of its own today. */
function isOwnOrHolds(letter: LetterName, { unit_id, today }: RulePlace): RawBuilder<unknown> {
  const holds = sql`select t.letter_text_id from letter_text_for(${letter}, ${unit_id}, ${today}::date) t`
  return sql`(r.unit_id = ${unit_id} or r.letter_text_id = (${holds}))`
}

function begins(subject: string, body: string): string {
  const [first = ''] = body.split('\n')
  return [subject, first].filter(Boolean).join(': ')
}

function inAnExample(subject: string, body: string, lang: 'vi' | 'en'): string {
  return [subject, fillText(body, example_values[lang])].filter(Boolean).join('\n\n')
}

const find = query<{ letter: LetterName; unit_id: number; day: string }, LetterText>(
  'select subject, body_vi, body_en from letter_text_for(:letter::text, :unit_id::int, :day::date)',
)

/** A text as the nearest level above a unit has set it, or as the register began with it. */
export async function findLetterText(
  db: Pick<Db, 'executeQuery'>,
  asked: { letter: LetterName; unit_id: number; day: string },
): Promise<LetterText> {
  const [found] = await find(db, asked)
  return found!
}

/** The whole of a mail: both languages under one subject. */
export function composeMail({ subject, body_vi, body_en }: LetterText, values: Partial<Record<Placeholder, string>>) {
  return { subject, text: `${[body_vi, body_en].map(body => fillText(body, values)).join('\n\n')}\n` }
}
