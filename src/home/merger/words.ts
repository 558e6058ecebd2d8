import { strict_problem_words } from '../../basis/shared/json/read-strictly.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { file_problem_words } from '../../basis/shared/read-text-file.ts'
import { fill, type Sentence } from '../../basis/shared/sentences.ts'
import { problem_words as figure_problems } from '../../numbers/figure/index.ts'
import { type FieldError, type Form, form_problems, noSuchDay, type ProblemWords, sayProblems } from '../../platform/staff/index.ts'
import { instrument_problems, merger_problem_words } from '../../register/organisation/index.ts'
import { wizard_problem_words } from './wizard/problem-words.ts'

/** Sentences for a plan that cannot be read. */
export const plan_problem_words = {
  ...file_problem_words,
  ...strict_problem_words,
  'unknown-name': { vi: 'Kế hoạch không có mục nào tên «{name}».', en: 'A plan has nothing by the name of "{name}".' },
  'no-such-population': { vi: 'Số dân phải là số nguyên từ 1 đến {limit}.', en: 'A population is a whole number from 1 to {limit}.' },
} satisfies Record<string, Sentence>

/** Sentences for what cannot be done with a proposal. */
const proposal_problem_words = {
  'no-account': { vi: 'Sổ không có tài khoản «{account}».', en: 'The register has no account "{account}".' },
  'not-signed-yet': {
    vi: 'Văn bản ký ngày {day}, chưa tới: mới chỉ xem trước được.',
    en: 'The instrument is signed on {day}, which is to come: it can only be previewed.',
  },
  'beyond-reach': {
    vi: 'Ngoài phạm vi của tài khoản này: {units}. Cần văn phòng cấp trên của mọi đơn vị được nêu.',
    en: 'Beyond the reach of this account: {units}. It takes the office above every unit named.',
  },
  'laid-already': {
    vi: 'Kế hoạch này đã được trình (số {number}), đang chờ xác nhận.',
    en: 'This plan is laid already (number {number}), and waits.',
  },
  'unknown-proposal': {
    vi: 'Không có lần trình này ở những đơn vị bạn phụ trách.',
    en: 'There is no such proposal in the units in your charge.',
  },
  'settled-already': { vi: 'Lần trình này đã có người quyết định.', en: 'This proposal is settled already.' },
  'own-proposal': { vi: 'Bạn đã trình, nên người khác phải xác nhận.', en: 'You laid it, so another person must confirm it.' },
  'anothers-proposal': { vi: 'Chỉ người đã trình mới rút được.', en: 'Only whoever laid it can take it back.' },
  'members-left': {
    vi: '{unit} còn {n} người sinh hoạt: chuyển họ sang đơn vị khác trước (trang Nhân sự, hoặc danh sách từ Excel).',
    en: '{unit} has members still: {n}. Move them to another unit first (page People, or a roster from Excel).',
  },
  'children-first': {
    vi: 'Còn {n} đơn vị trực thuộc: {units}. Chuyển hoặc kết thúc các đơn vị ấy trước.',
    en: 'Units still stand under it: {n} ({units}). Move or close these first.',
  },
  'no-parent': { vi: 'Chọn đơn vị cấp trên mới.', en: 'Choose the new unit above.' },
  'same-parent': { vi: 'Đơn vị đang trực thuộc chính đơn vị ấy.', en: 'The unit stands under that one already.' },
  'no-reason': { vi: 'Hãy nêu lý do bác.', en: 'Say why it is rejected.' },
  'register-moved': {
    vi: 'Sổ đã thay đổi từ khi bạn xem: chưa ghi gì cả. Dưới đây là kết quả nếu sáp nhập bây giờ; hãy đọc lại.',
    en: 'The register has moved on since you looked: nothing was written. Below is what the merger would mean now; read it again.',
  },
} satisfies Record<string, Sentence>

const all = () => ({
  ...figure_problems,
  ...form_problems,
  ...instrument_problems,
  ...merger_problem_words,
  ...plan_problem_words,
  ...proposal_problem_words,
  ...wizard_problem_words,
})

/** A code that no sentence is for does not compile. */
export type MergerCode = keyof ReturnType<typeof all>

export const merger_words = {
  vi: {
    kinds: { merger: 'Sáp nhập', move: 'Chuyển cấp trên', close: 'Kết thúc đơn vị' },
    confirm_kinds: { merger: 'Xác nhận sáp nhập', move: 'Xác nhận chuyển cấp trên', close: 'Xác nhận kết thúc đơn vị' },
    waiting_n: (n: number) => (n === 0 ? 'Không có sáp nhập nào chờ xác nhận' : `${n} sáp nhập chờ người thứ hai xác nhận`),
    lead: 'Sáp nhập không hoàn tác được. Vì vậy cần hai người: một người trình kế hoạch, một người khác đọc kết quả rồi xác nhận. Cả hai phải phụ trách mọi đơn vị được nêu.',
    none: 'Chưa ai trình sáp nhập ở những đơn vị bạn phụ trách.',
    laid_by: (who: string, at: string) => `${who} trình lúc ${at}.`,
    from: (day: string) => `Có hiệu lực trên sổ từ ${day}.`,
    instrument: (number: string, issuer: string, signed_on: string) => `${number}, ${issuer}, ký ngày ${signed_on}`,
    states: { waits: 'chờ xác nhận', confirmed: 'đã xác nhận', rejected: 'đã bác', withdrawn: 'đã rút' },
    decided: (who: string, at: string) => `${who}, lúc ${at}.`,
    reason_was: 'Lý do',
    move_of: (name: string) => `Chuyển ${name} sang cấp trên khác`,
    move_lead:
      'Người, chức vụ và cam kết đi cùng đơn vị. Văn phòng cấp trên cũ thôi phụ trách từ ngày chuyển; vì vậy cần người thứ hai xác nhận.',
    find_parent: 'Tìm đơn vị cấp trên mới',
    find_hint: 'Một phần tên, không cần dấu.',
    find: 'Tìm',
    found_none: (words: string) => `Không có đơn vị cấp trên nào tên «${words}» trong hệ thống này.`,
    close_of: (name: string) => `Kết thúc ${name}`,
    close_lead: 'Đơn vị ra khỏi cây tổ chức từ ngày này và không có đơn vị kế tiếp. Hợp nhất vào đơn vị khác là sáp nhập, không làm ở đây.',
    lay: 'Trình người thứ hai xác nhận',
    back: 'Về trang đơn vị',
    units: 'Từng đơn vị',
    figures: 'Số liệu thay đổi',
    lapse_n: (n: number) => (n === 0 ? 'Không kết quả đạt chuẩn nào mất đi' : `${n} kết quả đạt chuẩn mất đi`),
    recognised: 'Xã đang đạt chuẩn',
    as_ordered: 'Theo văn bản này',
    by_other_rules: 'Theo quy tắc khác',
    rules_short: { all: 'mọi xã cũ đạt', any: 'một xã cũ đạt', none: 'không chuyển tiếp' },
    lapses: 'mất',
    from_to: (before: string, after: string) => `từ ${before} thành ${after}`,
    held_by: (names: string) => `sang ${names}`,
    write: 'Soạn một văn bản sắp xếp',
    drafts: 'Bạn đang soạn',
    cannot: 'Bây giờ không sáp nhập được như kế hoạch này:',
    confirm_title: 'Xác nhận',
    confirm_lead: 'Xác nhận xong, sổ được ghi ngay và không hoàn tác được.',
    reject: 'Bác',
    reason: 'Lý do bác',
    reason_hint: 'Người đã trình đọc được lý do này.',
    withdraw: 'Rút lần trình này',
    own_waits: 'Bạn đã trình: một người khác phải xác nhận.',
    told: {
      'xac-nhan':
        'Đã xác nhận: sổ đã ghi sáp nhập này. Việc này không hoàn tác được; ghi sai thì văn phòng cấp trên sửa bằng một lần ghi sau.',
      trinh: 'Đã trình: sổ chưa thay đổi, một người khác phải xác nhận.',
      bac: 'Đã bác.',
      rut: 'Đã rút.',
      bo: 'Đã bỏ bản soạn.',
    } as Record<string, string>,
    nobody: 'không rõ',
    columns: {
      list: 'Sáp nhập',
      number: 'Văn bản số',
      title: 'Trích yếu',
      effective_on: 'Hiệu lực từ',
      proposer: 'Người trình',
      proposed_at: 'Trình lúc',
      state: 'Trạng thái',
    },
  },
  en: {
    kinds: { merger: 'Merger', move: 'Another unit above', close: 'Closing a unit' },
    confirm_kinds: { merger: 'Confirm the merger', move: 'Confirm the move', close: 'Confirm the closing' },
    waiting_n: (n: number) => (n === 0 ? 'No merger waits for a second person' : `Mergers that wait for a second person: ${n}`),
    lead: 'A merger cannot be undone. So it takes two: one proposes it, another reads what it means and confirms it. Both must be in charge of every unit named.',
    none: 'Nobody has proposed a merger of units in your charge.',
    laid_by: (who: string, at: string) => `Laid by ${who} at ${at}.`,
    from: (day: string) => `In the register from ${day} on.`,
    instrument: (number: string, issuer: string, signed_on: string) => `${number}, ${issuer}, signed on ${signed_on}`,
    states: { waits: 'waits', confirmed: 'confirmed', rejected: 'rejected', withdrawn: 'withdrawn' },
    decided: (who: string, at: string) => `${who}, at ${at}.`,
    reason_was: 'Reason',
    move_of: (name: string) => `Move ${name} under another unit`,
    move_lead: 'Its people, posts and commitments go with it. The office above it loses it on that day, so a second person confirms.',
    find_parent: 'Find the new unit above',
    find_hint: 'Part of the name, marks or none.',
    find: 'Find',
    found_none: (words: string) => `No unit above is called "${words}" in this hierarchy.`,
    close_of: (name: string) => `Close ${name}`,
    close_lead: 'The unit leaves the tree on that day, without a successor. Joining it with another is a merger, and is not done here.',
    lay: 'Lay it before a second person',
    back: 'Back to the unit',
    units: 'Unit by unit',
    figures: 'Figures that change',
    lapse_n: (n: number) => (n === 0 ? 'No recognition lapses' : `Recognitions that lapse: ${n}`),
    recognised: 'Recognised commune',
    as_ordered: 'By this instrument',
    by_other_rules: 'By other rules',
    rules_short: { all: 'all had it', any: 'any had it', none: 'not carried' },
    lapses: 'lapses',
    from_to: (before: string, after: string) => `from ${before} to ${after}`,
    held_by: (names: string) => `held by ${names}`,
    write: 'Write a merger',
    drafts: 'You are writing',
    cannot: 'As the register stands, this plan cannot be carried out:',
    confirm_title: 'Confirm',
    confirm_lead: 'Once confirmed it is written at once, and cannot be undone.',
    reject: 'Reject',
    reason: 'Why it is rejected',
    reason_hint: 'Whoever laid it can read this.',
    withdraw: 'Take this proposal back',
    own_waits: 'You laid it: another person must confirm it.',
    told: {
      'xac-nhan':
        'Confirmed: the register holds this merger. It cannot be undone; what is wrong in it is mended by the office above, with a later record.',
      trinh: 'Laid: the register is unchanged, and another person must confirm it.',
      bac: 'Rejected.',
      rut: 'Taken back.',
      bo: 'The draft is dropped.',
    } as Record<string, string>,
    nobody: 'somebody',
    columns: {
      list: 'Mergers',
      number: 'Instrument',
      title: 'Title',
      effective_on: 'In force from',
      proposer: 'Laid by',
      proposed_at: 'Laid at',
      state: 'State',
    },
  },
} satisfies Record<'vi' | 'en', unknown>

/** What is wrong, in one language; days as that language writes them. */
export function sayProblem(lang: 'vi' | 'en', { code, limit, values = {} }: Problem<MergerCode>): string {
  return fill(lookUp<Sentence>(all(), code)![lang], { ...values, ...(limit !== undefined && { limit }) })
}

export function mergerFieldErrors(lang: 'vi' | 'en', problems: readonly Problem<MergerCode>[]): FieldError[] {
  return problems.map(problem => ({ field: problem.field === 'reason' ? 'reason' : undefined, say: sayProblem(lang, problem) }))
}

/** The same at the fields of a form: «instrument.number» is its field «number», and «moved.0.parent» its «parent». */
export function formFieldErrors(lang: 'vi' | 'en', form: Form, problems: readonly Problem<MergerCode>[]): FieldError[] {
  const words: ProblemWords<MergerCode> = { ...all(), 'no-such-day': noSuchDay('1/12/2026') }
  const placed = problems.map(problem => {
    const field = problem.field?.replace(/^(instrument|moved\.\d+)\./, '')
    return { ...problem, field: field !== undefined && Object.hasOwn(form, field) ? field : undefined }
  })
  return sayProblems(words, { lang, form }, placed)
}
