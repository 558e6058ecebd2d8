import { isDay, sayDay } from '../../basis/shared/dates.ts'
import { form_problems, noSuchDay, type ProblemWords } from '../../platform/staff/index.ts'
import type { Language } from '../../platform/web/index.ts'
import { instrument_problems } from '../organisation/index.ts'

export const rule_words = {
  vi: {
    title: 'Quy định',
    lead: 'Những điều sổ theo, mỗi điều có hiệu lực từ một ngày và ghi rõ căn cứ. Đổi một điều không sửa lại những gì đã qua.',
    of_register: 'Áp dụng cho cả sổ',
    of_level: 'Của cấp mình và các đơn vị trực thuộc',
    none: 'Chưa có.',
    in_force: 'Đang áp dụng',
    coming: 'Sắp áp dụng',
    since: (day: string) => (isDay(day) ? `từ ${sayDay(day, 'vi')}` : 'từ đầu'),
    span: (since: string, until: string) => `từ ${isDay(since) ? sayDay(since, 'vi') : 'đầu'} đến hết ${sayDay(until, 'vi')}`,
    no_instrument: 'mặc định khi dựng sổ, chưa có văn bản riêng',
    change: 'Đổi quy định này',
    check: 'Xem lại trước khi đổi',
    check_title: (title: string) => `${title}: xem lại`,
    now: 'Nay đang là',
    follows: 'Khi đổi',
    nothing_follows: 'Không ai phải làm gì thêm; những gì đã ghi giữ nguyên.',
    set: 'Đổi',
    again: 'Sửa lại',
    back: 'Về các quy định',
    history: 'Các lần quy định',
    known_before: 'Những điều sổ từng ghi, nay đã sửa',
    known: (from: string, to: string) => `sổ ghi từ ${from} đến ${to}`,
    recorded: (at: string) => `ghi sổ ${at}`,
    who: (unit: string) => `Văn phòng của ${unit} đổi được điều này.`,
    done: 'Đã đổi quy định.',
    empty: '–',
  },
  en: {
    title: 'Rules',
    lead: 'What the register goes by. Each holds from a day on, by its authority. Changing one rewrites nothing that is past.',
    of_register: 'For the whole register',
    of_level: 'Of this level, for itself and all below it',
    none: 'None so far.',
    in_force: 'In force',
    coming: 'To come',
    since: (day: string) => (isDay(day) ? `since ${sayDay(day, 'en')}` : 'from the beginning'),
    span: (since: string, until: string) => `from ${isDay(since) ? sayDay(since, 'en') : 'the beginning'} to ${sayDay(until, 'en')}`,
    no_instrument: 'as the register was set up, without an instrument of its own',
    change: 'Change this rule',
    check: 'Check before it is changed',
    check_title: (title: string) => `${title}: check`,
    now: 'At present',
    follows: 'What follows',
    nothing_follows: 'Nobody has to do more; what was recorded stays.',
    set: 'Change it',
    again: 'Go back and change the answers',
    back: 'Back to the rules',
    history: 'How it was set',
    known_before: 'What the register said once, and does no more',
    known: (from: string, to: string) => `recorded from ${from} to ${to}`,
    recorded: (at: string) => `recorded ${at}`,
    who: (unit: string) => `The office of ${unit} may change it.`,
    done: 'The rule is changed.',
    empty: '–',
  },
} satisfies Record<Language, unknown>

/** What is said of the problems that every rule may have. */
export const rule_problems = {
  ...form_problems,
  ...instrument_problems,
  'no-such-day': noSuchDay('1/1/2027'),
  'past-day': {
    vi: 'Từ hôm nay, {limit}, trở đi: những ngày đã qua giữ quy định đã có.',
    en: 'From today on, {limit}: days that are past keep the rule they had.',
  },
  'not-yours': {
    vi: 'Tài khoản đang dùng không đổi được điều này. Văn phòng phụ trách đổi được.',
    en: 'This account may not change it. The office in charge can.',
  },
} satisfies ProblemWords
