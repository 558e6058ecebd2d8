import type { QuantityKind } from '../../basis/quantity/index.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { fill } from '../../basis/shared/sentences.ts'
import { time_words } from '../figure/index.ts'
import type { CheckedQuantity, Doubt, Verdict } from './check.ts'
import type { Modality } from './read/modality.ts'

type Words = Record<'vi' | 'en', string>

export const verdict_words: Record<Verdict, Words> = {
  holds: { vi: 'đúng', en: 'holds' },
  differs: { vi: 'khác', en: 'differs' },
  unsure: { vi: 'chưa chắc', en: 'unsure' },
  'not-in-register': { vi: 'chưa có trong sổ', en: 'not in the register' },
}

export const quantity_kind_words: Record<QuantityKind, Words> = {
  claim: { vi: 'số liệu', en: 'claim' },
  date: { vi: 'thời gian', en: 'date' },
  document: { vi: 'văn bản', en: 'document' },
  ordinal: { vi: 'thứ tự', en: 'rank' },
  quotation: { vi: 'trích dẫn', en: 'quotation' },
  other: { vi: 'khác loại', en: 'other' },
}

export const dated_by_words: Record<'asked' | 'text' | 'spoken' | 'today', Words> = {
  asked: { vi: 'ngày được yêu cầu', en: 'the day asked for' },
  text: { vi: 'ngày ghi trong bài', en: 'the date line of the text' },
  spoken: { vi: 'ngày muộn nhất mà bài nói đến', en: 'the latest day that the text speaks of' },
  today: { vi: 'hôm nay, vì bài không ghi ngày', en: 'today, for the text names no day' },
}

/** Sentences for a text that cannot be read. `{path}` and `{limit}` are the problem's own. */
export const unreadable_words = {
  'missing-file': { vi: 'Không có tệp «{path}».', en: 'There is no file "{path}".' },
  'is-directory': { vi: '«{path}» là một thư mục, không phải một bài.', en: '"{path}" is a directory, not a text.' },
  'unreadable-file': { vi: 'Không được phép đọc tệp «{path}».', en: 'The file "{path}" may not be read.' },
  'too-large': {
    vi: 'Bài quá lớn: nhiều nhất {limit} MB. Hãy chia nhỏ rồi kiểm từng phần.',
    en: 'The text is too large: at most {limit} MB. Divide it and check the parts.',
  },
  'too-hard': {
    vi: 'Bài này kiểm lâu quá {limit} giây nên đã dừng. Hãy chia nhỏ rồi kiểm từng phần.',
    en: 'This text took more than {limit} seconds and was given up. Divide it and check the parts.',
  },
  'empty-text': { vi: 'Bài không có chữ nào.', en: 'The text is empty.' },
  'not-text': {
    vi: 'Đây không phải văn bản thuần (.txt, .md, .html). Tệp Word, PDF hay ảnh: hãy lưu lại thành văn bản trước.',
    en: 'This is no plain text (.txt, .md, .html). Save a Word, PDF or picture file as text first.',
  },
  'unknown-encoding': {
    vi: 'Bài không ở bảng mã UTF-8, và cũng không phải TCVN3, VNI hay Windows-1258. Hãy lưu lại bằng UTF-8.',
    en: 'The text is not in UTF-8, nor in TCVN3, VNI or Windows-1258. Save it as UTF-8.',
  },
  ...time_words,
} satisfies Record<string, Words>

/** Why a text is not checked. */
export type UnreadableCode = keyof typeof unreadable_words

/** Why a claim is unsure. `{unread}` are words of the text. */
const doubt_words: Record<Exclude<Doubt, 'modality'>, Words> = {
  unread: { vi: 'câu còn nói: «{unread}»', en: 'the sentence also says: “{unread}”' },
  counted: { vi: 'sổ không đếm riêng phần này', en: 'the register does not count this part alone' },
  state: { vi: 'câu không nói rõ đã đạt hay được gì', en: 'the sentence does not say what was reached' },
  theme: {
    vi: 'câu không nói tiêu biểu về việc gì, sổ chỉ ghi gương học tập và làm theo Bác',
    en: 'the sentence does not say exemplary in what; the register holds exemplars of following Uncle Ho',
  },
  where: { vi: 'câu không nói rõ nơi nào', en: 'the sentence does not say where' },
  when: {
    vi: 'không rõ thời gian, hoặc sổ không tính riêng khoảng này',
    en: 'the time is not clear, or the register does not count it apart',
  },
  change: {
    vi: 'sổ không tính mức tăng giảm hay so sánh này, hoặc số đã đổi theo chiều ngược lại',
    en: 'the register does not count this change or comparison, or it went the other way',
  },
  per: { vi: 'câu nói bình quân hoặc từng nơi, sổ đếm chung', en: 'it tells of each or of a mean, the register of all together' },
}

const modality_words: Record<Exclude<Modality, 'fact'>, Words> = {
  plan: { vi: 'câu nói về dự định, chưa nói đã có', en: 'it is said as a plan, not as a fact' },
  purpose: { vi: 'câu nói về mục đích, chưa nói đã có', en: 'it is said as a purpose, not as a fact' },
  condition: { vi: 'câu nói kèm điều kiện', en: 'it is said under a condition' },
  question: { vi: 'câu hỏi, không khẳng định', en: 'it is asked, not stated' },
  denied: { vi: 'câu có lời phủ định', en: 'something is denied' },
  doubted: { vi: 'câu nói không chắc', en: 'it is said with doubt' },
  'at-risk': { vi: 'câu nói về nguy cơ', en: 'it tells of a risk' },
  'in-progress': { vi: 'câu nói việc đang làm, chưa xong', en: 'it tells of what is not finished' },
  hearsay: { vi: 'câu chỉ thuật lại lời đồn', en: 'it is hearsay' },
  mentioned: { vi: 'câu chỉ nhắc đến, không nói có bao nhiêu', en: 'they are mentioned, not counted' },
}

const MOST_UNREAD = 80

/** A claim with what its verdict `unsure` comes from. */
export type Doubted = Pick<CheckedQuantity, 'doubt' | 'modality' | 'unread' | 'register_text'>

/** Why a claim is unsure, with what the register could have said to it. */
export function sayDoubt({ doubt, modality, unread, register_text }: Doubted, lang: 'vi' | 'en'): string {
  const why = doubt === 'modality' ? lookUp(modality_words, modality!)![lang] : fill(doubt_words[doubt!][lang], { unread: inShort(unread) })
  return register_text === null
    ? fill(check_words.only_doubt![lang], { why })
    : fill(check_words.doubt![lang], { value: register_text, why })
}

function inShort(unread: string[]): string {
  const said = unread.join(' … ')
  return said.length > MOST_UNREAD ? `${said.slice(0, MOST_UNREAD)}…` : said
}

export const check_words: Record<string, Words> = {
  judged_by: { vi: 'Xét theo ngày {day} ({by}).', en: 'Judged by {day} ({by}).' },
  repaired: {
    vi: 'Bài viết bằng chữ {letters}, đã chuyển sang Unicode để đọc.',
    en: 'The text was written in {letters} letters and was read as Unicode.',
  },
  nothing: { vi: 'Bài không có con số nào.', en: 'The text holds no quantity.' },
  total: {
    vi: '{differs} khác · {unsure} chưa chắc · {unknown} chưa có trong sổ · {holds} đúng · {plain} không phải số liệu',
    en: '{differs} differ · {unsure} unsure · {unknown} not in the register · {holds} hold · {plain} no claims',
  },
  left_out: {
    vi: 'Chỉ xét {judged} số liệu; còn {left_out} chưa xét. Hãy chia bài rồi kiểm từng phần.',
    en: 'Only {judged} quantities were judged; {left_out} were not. Divide the text and check the parts.',
  },
  doubt: { vi: 'Sổ ghi {value}, nhưng {why}.', en: 'The register says {value}, but {why}.' },
  only_doubt: { vi: 'Chưa xét được: {why}.', en: 'Not judged: {why}.' },
  should_be: { vi: 'nên viết', en: 'should be' },
}
