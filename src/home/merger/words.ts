import { lookUp } from '../../basis/shared/look-up.ts'
import type { Problem } from '../../basis/shared/outcome.ts'
import { strict_problem_words } from '../../basis/shared/read-strictly.ts'
import { file_problem_words } from '../../basis/shared/read-text-file.ts'
import { fill, type Sentence } from '../../basis/shared/sentences.ts'
import type { FieldError } from '../../platform/staff/index.ts'
import { merger_problem_words } from '../../register/organisation/index.ts'

/** Sentences for a plan that cannot be read. */
export const plan_problem_words: Record<string, Sentence> = {
  ...file_problem_words,
  ...strict_problem_words,
  'unknown-name': { vi: 'Kế hoạch không có mục nào tên «{name}».', en: 'A plan has nothing by the name of "{name}".' },
  'no-such-population': { vi: 'Số dân phải là số nguyên từ 1 đến {limit}.', en: 'A population is a whole number from 1 to {limit}.' },
}

/** Sentences for what cannot be done with a proposal. */
const proposal_problem_words: Record<string, Sentence> = {
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
  'unknown-proposal': { vi: 'Không có lần trình này trong phạm vi của bạn.', en: 'There is no such proposal within your reach.' },
  'settled-already': { vi: 'Lần trình này đã có người quyết định.', en: 'This proposal is settled already.' },
  'own-proposal': { vi: 'Bạn đã trình, nên người khác phải xác nhận.', en: 'You laid it, so another person must confirm it.' },
  'anothers-proposal': { vi: 'Chỉ người đã trình mới rút được.', en: 'Only whoever laid it can take it back.' },
  'no-reason': { vi: 'Hãy nêu lý do bác.', en: 'Say why it is rejected.' },
  'register-moved': {
    vi: 'Sổ đã thay đổi từ khi bạn xem: chưa ghi gì cả. Dưới đây là kết quả nếu sáp nhập bây giờ; hãy đọc lại.',
    en: 'The register has moved on since you looked: nothing was written. Below is what the merger would mean now; read it again.',
  },
}

const all = (): Record<string, Sentence> => ({ ...merger_problem_words, ...plan_problem_words, ...proposal_problem_words })

export const merger_words = {
  vi: {
    title: 'Sáp nhập',
    waiting_n: (n: number) => (n === 0 ? 'Không có sáp nhập nào chờ xác nhận' : `${n} sáp nhập chờ người thứ hai xác nhận`),
    lead: 'Sáp nhập không hoàn tác được. Vì vậy cần hai người: một người trình kế hoạch, một người khác đọc kết quả rồi xác nhận. Phạm vi của cả hai phải gồm mọi đơn vị được nêu.',
    none: 'Chưa có lần trình nào trong phạm vi của bạn.',
    laid_by: (who: string, at: string) => `${who} trình lúc ${at}.`,
    from: (day: string) => `Có hiệu lực trên sổ từ ${day}.`,
    instrument: (number: string, issuer: string, signed_on: string) => `${number}, ${issuer}, ký ngày ${signed_on}`,
    states: { waits: 'chờ xác nhận', confirmed: 'đã xác nhận', rejected: 'đã bác', withdrawn: 'đã rút' },
    decided: (who: string, at: string) => `${who}, lúc ${at}.`,
    reason_was: 'Lý do',
    units: 'Từng đơn vị',
    figures: 'Số liệu thay đổi',
    cannot: 'Bây giờ không sáp nhập được như kế hoạch này:',
    confirm_title: 'Xác nhận',
    confirm_lead: 'Xác nhận xong, sổ được ghi ngay và không hoàn tác được.',
    confirm: 'Xác nhận sáp nhập',
    reject: 'Bác',
    reason: 'Lý do bác',
    reason_hint: 'Người đã trình đọc được lý do này.',
    withdraw: 'Rút lần trình này',
    own_waits: 'Bạn đã trình: một người khác phải xác nhận.',
    told: {
      'xac-nhan':
        'Đã xác nhận: sổ đã ghi sáp nhập này. Việc này không hoàn tác được; ghi sai thì văn phòng cấp trên sửa bằng một lần ghi sau.',
      bac: 'Đã bác.',
      rut: 'Đã rút.',
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
    title: 'Merger',
    waiting_n: (n: number) => (n === 0 ? 'No merger waits for a second person' : `Mergers that wait for a second person: ${n}`),
    lead: 'A merger cannot be undone. So it takes two: one lays the plan, another reads what it means and confirms it. The reach of both must cover every unit named.',
    none: 'Nothing was laid within your reach.',
    laid_by: (who: string, at: string) => `Laid by ${who} at ${at}.`,
    from: (day: string) => `In the register from ${day} on.`,
    instrument: (number: string, issuer: string, signed_on: string) => `${number}, ${issuer}, signed on ${signed_on}`,
    states: { waits: 'waits', confirmed: 'confirmed', rejected: 'rejected', withdrawn: 'withdrawn' },
    decided: (who: string, at: string) => `${who}, at ${at}.`,
    reason_was: 'Reason',
    units: 'Unit by unit',
    figures: 'Figures that change',
    cannot: 'As the register stands, this plan cannot be carried out:',
    confirm_title: 'Confirm',
    confirm_lead: 'Once confirmed it is written at once, and cannot be undone.',
    confirm: 'Confirm the merger',
    reject: 'Reject',
    reason: 'Why it is rejected',
    reason_hint: 'Whoever laid it can read this.',
    withdraw: 'Take this proposal back',
    own_waits: 'You laid it: another person must confirm it.',
    told: {
      'xac-nhan':
        'Confirmed: the register holds this merger. It cannot be undone; what is wrong in it is mended by the office above, with a later record.',
      bac: 'Rejected.',
      rut: 'Taken back.',
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
export function sayProblem(lang: 'vi' | 'en', { code, limit, values = {} }: Problem): string {
  const sentence = lookUp(all(), code)
  return sentence ? fill(sentence[lang], { ...values, ...(limit !== undefined && { limit }) }) : code
}

export function mergerFieldErrors(lang: 'vi' | 'en', problems: readonly Problem[]): FieldError[] {
  return problems.map(problem => ({ field: problem.field === 'reason' ? 'reason' : undefined, say: sayProblem(lang, problem) }))
}
