import { type MapVintage, sayDay, sayInstant } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { sayName } from '../../basis/shared/names-in-english.ts'
import { fill } from '../../basis/shared/sentences.ts'
import type { CarryRule } from '../../register/organisation/index.ts'
import type { FigureId } from './catalogue.ts'
import type { Answer, FigureParameters } from './figure.ts'

export type Lang = 'vi' | 'en'
type Words = Record<Lang, string>
type Said = Pick<Answer, 'parameters' | 'unit_name' | 'kind_name'>
/**
 * What a figure is called, and what it counts, in one sentence. `{unit}`, `{day}`, `{year}`, `{from}`, `{to}`,
 * `{level}`, `{kind}` are its parameters.
 */
export type FigureWords = { name: Words; sentence: Words }

export const figure_words: Record<FigureId, FigureWords> = {
  F1: {
    name: { vi: 'Tỷ lệ cam kết', en: 'Commitment rate' },
    sentence: {
      vi: 'Trong những người của {unit} phải cam kết năm {year}, bao nhiêu người đã có bản được duyệt. Không tính người được miễn và người không còn thuộc diện.',
      en: 'Of the people of {unit} who owed a commitment in {year}, how many have one that is approved. The exempt and those no longer due are not counted.',
    },
  },
  F2: {
    name: { vi: 'Tỷ lệ nộp đúng hạn', en: 'On-time rate' },
    sentence: {
      vi: 'Trong những người của {unit} phải cam kết năm {year}, bao nhiêu người nộp đúng hạn. Ai được gia hạn thì theo hạn mới.',
      en: 'Of the people of {unit} who owed a commitment in {year}, how many handed in on time: by the due date, or by the one extended for them.',
    },
  },
  F3: {
    name: { vi: 'Số việc mỗi người đăng ký', en: 'Deeds per person' },
    sentence: {
      vi: 'Một bản cam kết được duyệt năm {year} của {unit} ghi ít nhất mấy việc, nhiều nhất mấy việc. Việc đã thay chỉ tính một lần.',
      en: 'The least and the most deeds that one approved commitment of {unit} names in {year}. A replaced deed counts once.',
    },
  },
  F4: {
    name: { vi: 'Số người còn thiếu', en: 'People missing' },
    sentence: {
      vi: 'Số người của {unit} phải cam kết năm {year} mà đến ngày {day} chưa nộp.',
      en: 'People of {unit} who owe a commitment in {year} and have none handed in on {day}.',
    },
  },
  F5: {
    name: { vi: 'Tỷ lệ việc đã xong', en: 'Deeds done' },
    sentence: {
      vi: 'Trong các việc ghi ở những bản cam kết năm {year} được duyệt của {unit}, bao nhiêu việc đã báo xong. Không kể việc đã thay.',
      en: 'Of the deeds in the approved commitments of {unit} of {year}, how many are reported as done. Replaced deeds are not counted.',
    },
  },
  F6: {
    name: { vi: 'Lãnh đạo có kế hoạch hành động', en: 'Leaders with an action plan' },
    sentence: {
      vi: 'Trong những người giữ chức vụ lãnh đạo của {unit} năm {year}, bao nhiêu người có kế hoạch hành động được duyệt. Ai giữ hai chức vụ thì tính hai lần.',
      en: 'Of those who held a leadership post of {unit} in {year}, how many have an approved action plan. Whoever held two posts counts twice.',
    },
  },
  F7: {
    name: { vi: 'Kế hoạch đạt yêu cầu', en: 'Plans that pass' },
    sentence: {
      vi: 'Trong các kế hoạch hành động năm {year} được duyệt của lãnh đạo {unit}, bao nhiêu bản được cấp trên đánh giá đạt cả hai phần: nêu gương cụ thể, nhiệm vụ gắn với chức vụ. Bản chưa đánh giá thì chưa tính là đạt.',
      en: 'Of the approved action plans of leaders of {unit} for {year}, how many the level above found good in both parts: a concrete exemplary part, and tasks of the post. A plan that nobody has marked does not pass.',
    },
  },
  F8: {
    name: { vi: 'Hạn chế đã khắc phục', en: 'Limitations repaired' },
    sentence: {
      vi: 'Trong các hạn chế của người thuộc {unit} còn mở từ đầu năm {year} hoặc nêu trong năm, bao nhiêu hạn chế được người khác xác nhận đã khắc phục trong năm ấy. Hạn chế đã chuyển sang năm sau từ hai lần mà vẫn còn thì kể riêng.',
      en: 'Of the limitations of people of {unit} that were open at the start of {year} or raised in it, how many somebody else saw repaired in that year. What was carried over twice or more and is still open is told apart.',
    },
  },
  F9: {
    name: { vi: 'Cam kết đã kiểm điểm xong', en: 'Reviews concluded' },
    sentence: {
      vi: 'Trong các bản cam kết năm {year} được duyệt của {unit}, bao nhiêu bản đã kiểm điểm xong, tính đến ngày {day}.',
      en: 'Of the approved commitments of {unit} of {year}, how many have had their review concluded by {day}.',
    },
  },
  F10: {
    name: { vi: 'Xếp loại ở mức cao nhất', en: 'Rated at the highest level' },
    sentence: {
      vi: 'Trong những người của {unit} đã có quyết định xếp loại {kind} {year}, bao nhiêu người ở mức cao nhất. Kèm số người ở từng mức, và số chỗ còn lại ở mức cao nhất theo giới hạn.',
      en: 'Of the people of {unit} who were rated for the {kind} {year}, how many are at the highest level. The other levels are told with it, and how many more the cap leaves room for.',
    },
  },
  F11: {
    name: { vi: 'Điển hình được công nhận', en: 'Exemplars recognised' },
    sentence: {
      vi: 'Số tập thể, cá nhân của {unit} được công nhận là điển hình từ {from} đến {day}. Ai được công nhận nhiều lần chỉ tính một; công nhận đã thu hồi thì không tính.',
      en: 'Collectives and individuals of {unit} recognised as exemplars from {from} to {day}. Each counts once, however often it was recognised; what was revoked does not count.',
    },
  },
  F12: {
    name: { vi: 'Mô hình đang hoạt động', en: 'Models in operation' },
    sentence: {
      vi: 'Số mô hình để nơi khác học theo đang hoạt động đến {day}, mỗi mô hình kèm số đơn vị đang áp dụng, {unit}.',
      en: 'Models for others to follow that were in operation on {day}, each with the units that have taken it up, {unit}.',
    },
  },
  F13: {
    name: { vi: 'Nhân dân đóng góp', en: 'Contributions' },
    sentence: {
      vi: 'Tổng số {kind} mà nhân dân {unit} đóng góp từ {from} đến {to}, đã được xác minh.',
      en: 'How much {kind} the people of {unit} contributed from {from} to {to}, as far as it is verified.',
    },
  },
  F14: {
    name: { vi: 'Hộ đã đóng góp', en: 'Contributing households' },
    sentence: {
      vi: 'Số hộ của {unit} có đóng góp đã được xác minh từ {from} đến {day}. Mỗi hộ chỉ tính một, dù đóng góp gì, bao nhiêu lần; cùng họ tên chủ hộ ở cùng một nơi là một hộ.',
      en: 'Households of {unit} that gave something from {from} to {day}, as far as it is verified. Each counts once, whatever it gave and however often; one name of a head of household at one place is one household.',
    },
  },
  F15: {
    name: { vi: 'Xã từng được công nhận', en: 'Communes ever recognised' },
    sentence: {
      vi: 'Số xã của {unit} từng được công nhận {level} cho các năm từ {from} đến {to}, dù nay còn giữ hay không.',
      en: 'Communes of {unit} that were ever recognised to have the {level} for the years from {from} to {to}, whether they still hold it or not.',
    },
  },
  F16: {
    name: { vi: 'Xã đang đạt chuẩn', en: 'Communes standing' },
    sentence: {
      vi: 'Số xã của {unit} đang {level} trở lên vào ngày {day}: theo quyết định của chính xã, hoặc được chuyển tiếp khi sáp nhập.',
      en: 'Communes of {unit} that hold at least the {level} on {day}: by a decision of their own, or carried to them by a merger.',
    },
  },
  F17: {
    name: { vi: 'Xã nông thôn mới nâng cao', en: 'Advanced communes' },
    sentence: {
      vi: 'Số xã của {unit} đang đạt chuẩn nông thôn mới nâng cao trở lên vào ngày {day}.',
      en: 'Communes of {unit} that hold at least the advanced level on {day}.',
    },
  },
  F18: {
    name: { vi: 'Tỷ lệ xã đạt chuẩn', en: 'Share of communes' },
    sentence: {
      vi: 'Trong các xã mà {unit} có vào ngày {day}, bao nhiêu xã đang {level} trở lên.',
      en: 'Of the communes that {unit} has on {day}, how many hold at least the {level}.',
    },
  },
  F19: {
    name: { vi: 'Bình quân tiêu chí mỗi xã', en: 'Mean criteria met' },
    sentence: {
      vi: 'Các xã mà {unit} có vào ngày {day} đạt bình quân bao nhiêu tiêu chí của bộ tiêu chí {level} đang có hiệu lực ngày ấy; chỉ tính những xã đã được đánh giá theo bộ ấy.',
      en: 'How many criteria the communes that {unit} has on {day} meet on average, of the set for the {level} in force on that day; of those alone that were assessed under it.',
    },
  },
  F20: {
    name: { vi: 'Tình trạng công nhận', en: 'Status of recognition' },
    sentence: {
      vi: 'Việc công nhận nông thôn mới đối với {unit} đã đi đến đâu, tính đến ngày {day}.',
      en: 'How far {unit} has come towards new-countryside recognition, up to {day}.',
    },
  },
  F21: {
    name: { vi: 'Số đơn vị hành chính', en: 'Territorial units' },
    sentence: {
      vi: 'Số {kind} mà {unit} có vào ngày {day}, so với ngày {from}.',
      en: 'The {kind} that {unit} has on {day}, compared with {from}.',
    },
  },
  F22: {
    name: { vi: 'Chỉ số hằng tháng', en: 'Monthly indicator' },
    sentence: {
      vi: '{kind} của {unit}: cộng các tháng của năm {year} có số liệu, tính đến {day}. Chỉ số nào là một phần của chỉ số khác thì nêu tỷ lệ.',
      en: '{kind} of {unit}: the months of {year} that have a value, up to {day}, added up. An indicator that is a part of another is told as a rate.',
    },
  },
  F23: {
    name: { vi: 'Năm thứ mấy của chương trình', en: 'Year of the programme' },
    sentence: {
      vi: 'Ngày {day} thuộc năm thứ mấy của chương trình, tính từ ngày chương trình bắt đầu.',
      en: 'Which year of the programme the day {day} falls in, counted from the day on which it began.',
    },
  },
}

export const level_words: Record<FigureParameters['level'], Words> = {
  standard: { vi: 'đạt chuẩn nông thôn mới', en: 'new-countryside standard' },
  advanced: { vi: 'đạt chuẩn nông thôn mới nâng cao', en: 'advanced new-countryside standard' },
  model: { vi: 'đạt chuẩn nông thôn mới kiểu mẫu', en: 'model new-countryside standard' },
}

export const kind_words: Record<string, Words> = {
  land: { vi: 'đất hiến', en: 'land given' },
  workdays: { vi: 'ngày công', en: 'workdays' },
  money: { vi: 'tiền', en: 'money' },
  'commune-level': { vi: 'xã, phường, thị trấn', en: 'communes, wards and townships' },
  commune: { vi: 'xã', en: 'communes' },
  ward: { vi: 'phường', en: 'wards' },
  township: { vi: 'thị trấn', en: 'townships' },
  'special-zone': { vi: 'đặc khu', en: 'special zones' },
  year: { vi: 'cả năm', en: 'year' },
  quarter: { vi: 'quý gần nhất của năm', en: 'last quarter of' },
  term: { vi: 'nhiệm kỳ kết thúc năm', en: 'term that ended in' },
  'ad-hoc': { vi: 'đột xuất năm', en: 'round out of turn of' },
}

export const rule_words: Record<CarryRule, Words> = {
  all: { vi: 'xã mới giữ kết quả khi mọi xã cũ đều đạt', en: 'kept when every predecessor had it' },
  any: { vi: 'xã mới giữ kết quả khi có một xã cũ đạt', en: 'kept when any predecessor had it' },
  population: { vi: 'xã mới giữ kết quả theo tỷ lệ dân số', en: 'kept by the share of people' },
  none: { vi: 'không chuyển tiếp kết quả', en: 'not carried' },
  'as-stated': { vi: 'theo văn bản sáp nhập nêu', en: 'as the instrument states' },
}

export const map_words: Record<MapVintage, Words> = {
  'as-was': { vi: 'theo đơn vị lúc được công nhận', en: 'in the units of the event' },
  'as-of': { vi: 'theo đơn vị có vào ngày tính', en: 'in the units of the day' },
  restated: { vi: 'quy về đơn vị của ngày khác', en: 'restated in the units of another day' },
}

export const status_words: Record<string, Words> = {
  registered: { vi: 'đã đăng ký', en: 'registered' },
  completing: { vi: 'đang hoàn tất các điều kiện', en: 'completing the conditions' },
  assessed: { vi: 'đã thẩm tra', en: 'assessed' },
  appraised: { vi: 'đã thẩm định', en: 'appraised' },
  voted: { vi: 'đã bỏ phiếu xét công nhận', en: 'voted' },
  recognised: { vi: 'đã được công nhận', en: 'recognised' },
  acknowledged: { vi: 'được ghi nhận sau sáp nhập', en: 'acknowledged after a merger' },
  revoked: { vi: 'đã bị thu hồi', en: 'revoked' },
  ended: { vi: 'đơn vị không còn sau khi sắp xếp', en: 'the unit ceased to exist in a rearrangement' },
  none: { vi: 'chưa có quyết định', en: 'no decision yet' },
}

/** What may be wrong with the days and instants that somebody asks for. */
export const time_words = {
  'no-such-day': {
    vi: 'Không có ngày «{value}»: viết năm-tháng-ngày, như 2021-02-19.',
    en: 'There is no day "{value}": write year-month-day, as 2021-02-19.',
  },
  'no-such-instant': {
    vi: '«{value}» không phải một thời điểm: viết như 2021-02-19T08:00:00+07:00.',
    en: '"{value}" is no instant: write 2021-02-19T08:00:00+07:00.',
  },
  'not-yet': {
    vi: 'Thời điểm {value} chưa tới: chưa ai biết lúc ấy sổ ghi gì.',
    en: 'The instant {value} is still to come: nobody knows what the register will say then.',
  },
  'day-too-far': {
    vi: 'Chỉ hỏi được các ngày từ {first} đến {last}; ngày đã ghi là {value}.',
    en: 'Days from {first} to {last} can be asked for; this one is {value}.',
  },
  'year-too-far': {
    vi: 'Chỉ hỏi được các năm từ {first} đến {last}; năm đã ghi là {value}.',
    en: 'Years from {first} to {last} can be asked for; this one is {value}.',
  },
} satisfies Record<string, Words>

/** Sentences for the refusals of a question. `{…}` are the problem's values. */
export const problem_words = {
  'unknown-figure': { vi: 'Không có số liệu «{figure}». Có: {known}.', en: 'There is no figure "{figure}". There are: {known}.' },
  'unknown-unit': { vi: 'Không có đơn vị «{unit}» vào ngày ấy.', en: 'There is no unit "{unit}" on that day.' },
  'map-not-offered': { vi: 'Số liệu {figure} không tính theo bản đồ này.', en: 'Figure {figure} is not given in this map vintage.' },
  'nothing-known': { vi: 'Sổ chưa có gì để tính vào ngày {day}.', en: 'The register knows nothing to count on {day}.' },
  ...time_words,
  'no-such-map': {
    vi: 'Không có bản đồ «{value}»: chọn as-was, as-of hoặc restated.',
    en: 'There is no map "{value}": as-was, as-of or restated.',
  },
  'no-such-year': { vi: '«{value}» không phải một năm.', en: '"{value}" is no year.' },
  'no-such-level': {
    vi: 'Không có mức «{value}»: chọn standard, advanced hoặc model.',
    en: 'There is no level "{value}": standard, advanced or model.',
  },
  'no-such-rule': {
    vi: 'Không có quy tắc «{value}»: chọn all, any, population, none hoặc as-stated.',
    en: 'There is no rule "{value}": all, any, population, none or as-stated.',
  },
  'no-such-kind': { vi: 'Số liệu {figure} không có loại «{value}»: chọn {known}.', en: 'Figure {figure} has no kind "{value}": {known}.' },
  'from-after-to': { vi: 'Ngày đầu {from} đứng sau ngày cuối {to}.', en: 'The first day {from} is after the last day {to}.' },
  'unreadable-parameter': { vi: 'Không đọc được «{value}».', en: '"{value}" cannot be read.' },
} satisfies Record<string, Words>

/** Why a question has no answer: a code without its sentence above does not compile. */
export type FigureCode = keyof typeof problem_words

/**
 * The sentence of a figure with its parameters filled in; `unit_name` as it was on the day, `kind_name` where the
 * register defines the kind.
 */
export function sentenceOf(figure: FigureId, { parameters, unit_name, kind_name }: Said, lang: Lang): string {
  const { valid_as_of, year, from, to, level, kind } = parameters
  const values = {
    unit: sayName(unit_name, lang),
    day: sayDay(valid_as_of, lang),
    year: year ?? '–',
    from: sayDay(from, lang),
    to: sayDay(to, lang),
    level: level_words[level][lang],
    kind: (kind_name ?? lookUp(kind_words, kind))?.[lang] ?? kind,
  }
  const filled = fill(figure_words[figure].sentence[lang], values)
  return filled.charAt(0).toUpperCase() + filled.slice(1)
}

/** "tính đến 19/02/2021, theo sổ lúc 19/02/2021 08:00". */
export function clocksInWords({ valid_as_of, recorded_as_of }: FigureParameters, lang: Lang): string {
  const [day, instant] = [sayDay(valid_as_of, lang), sayInstant(recorded_as_of, lang)]
  return lang === 'vi' ? `tính đến ${day}, theo sổ lúc ${instant}` : `as of ${day}, as the register knew it on ${instant}`
}
