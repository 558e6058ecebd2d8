import type { AnswerOutcome, RequestKind } from './rights.ts'

const kinds_vi: Record<RequestKind, string> = {
  copy: 'Bản sao dữ liệu về tôi',
  correct: 'Sửa dữ liệu sai',
  erase: 'Xóa nội dung tôi đã viết trong các đợt đã kết thúc',
  object: 'Ngừng một việc dùng dữ liệu của tôi',
}
const kinds_en: Record<RequestKind, string> = {
  copy: 'A copy of the data about me',
  correct: 'That wrong data is corrected',
  erase: 'That what I wrote in campaigns now over is erased',
  object: 'That a use of my data ends',
}
const outcome_choices_vi: Record<AnswerOutcome, string> = { done: 'Thực hiện theo yêu cầu', refused: 'Không thực hiện được' }
const outcome_choices_en: Record<AnswerOutcome, string> = { done: 'Done as asked', refused: 'It cannot be done' }

/** What the pages of this room say. */
export const rights_words = {
  vi: {
    kinds: kinds_vi,
    outcome_choices: outcome_choices_vi,
    my_data: 'Dữ liệu về tôi',
    my_data_lead:
      'Những gì sổ đang giữ về người dùng tài khoản này, ai đã mở hồ sơ, và yêu cầu đối với dữ liệu ấy (Luật 91/2025/QH15). Yêu cầu được trả lời trong 2 ngày làm việc.',
    held: 'Sổ đang giữ',
    versions: (n: number) => `Họ tên, ngày sinh, giới tính, dân tộc: ${n} lần ghi`,
    memberships: (n: number) => `Nơi sinh hoạt: ${n} lần ghi`,
    tenures: (n: number) => `Chức vụ: ${n} lần ghi`,
    commitments: (n: number, erased: number) =>
      erased === 0 ? `Bản cam kết đã nộp: ${n}` : `Bản cam kết đã nộp: ${n}, trong đó ${erased} bản đã xóa nội dung`,
    deeds: (n: number) => `Việc làm theo: ${n}`,
    evidence: (n: number) => `Ảnh và giấy tờ minh chứng: ${n}`,
    plans: (n: number) => `Bản kế hoạch đã nộp: ${n}`,
    readings: (n: number) => `Lượt người khác mở hồ sơ: ${n}`,
    readings_link: 'Xem ai đã mở, lúc nào',
    account_link: 'Tài khoản',
    my_requests: 'Yêu cầu của tôi',
    none_yet: 'Chưa có yêu cầu nào.',
    ask: 'Gửi yêu cầu mới',
    ask_button: 'Gửi yêu cầu đến văn phòng',
    asked: 'Đã gửi yêu cầu. Văn phòng trả lời chậm nhất ngày ghi bên dưới.',
    waits: (due: string) => `Chờ trả lời, chậm nhất hết ngày ${due}`,
    overdue: (due: string) => `Quá hạn trả lời từ ngày ${due}`,
    done: 'Đã thực hiện',
    refused: 'Không thực hiện được',
    answered_by: (by: string, at: string) => `${by} trả lời lúc ${at}`,
    erased_at: (n: number, at: string) =>
      n === 0
        ? `Lúc ${at} không có bản cam kết nào của đợt đã kết thúc để xóa; sau này hãy yêu cầu lại`
        : `Đã xóa nội dung ${n} bản cam kết lúc ${at}`,
    will_erase: 'Nội dung được xóa trong vòng một giờ',
    requests: 'Yêu cầu về dữ liệu cá nhân',
    requests_lead: 'Người sinh hoạt trong đơn vị hỏi về dữ liệu của mình. Trả lời trong 2 ngày làm việc; không ai tự trả lời cho mình.',
    no_requests: 'Không có yêu cầu nào.',
    who: 'Người yêu cầu',
    unit: 'Đơn vị',
    kind: 'Loại',
    what: 'Yêu cầu',
    due: 'Hạn trả lời',
    state: 'Tình trạng',
    answer: 'Trả lời',
    answer_button: 'Gửi trả lời',
    answer_title: (name: string) => `Trả lời ${name}`,
    answered: 'Đã gửi trả lời.',
    back: 'Về danh sách yêu cầu',
    waiting_n: (n: number) => `Yêu cầu về dữ liệu cá nhân chờ trả lời: ${n}`,
    retention: 'Thời hạn lưu trữ',
    retention_lead: 'Hết thời hạn, nội dung bản cam kết được xóa tự động trong vòng một giờ; mỗi lần xóa có một biên bản trong sổ nhật ký.',
    no_rule: 'Chưa có quy định nào: nội dung không tự xóa.',
    rule: (years: number, authority: string, since: string) =>
      `Giữ ${years} năm sau khi đợt kết thúc, theo ${authority}; áp dụng từ ${since}`,
    retention_button: 'Ghi thời hạn lưu trữ',
    retention_set: 'Đã ghi thời hạn lưu trữ.',
    certificates: 'Biên bản xóa',
    no_certificates: 'Chưa lần nào xóa.',
    certificate: (run: number, commitments: number, rows: number) => `Số ${run}: ${commitments} bản cam kết, ${rows} dòng`,
    by_rule: 'theo thời hạn lưu trữ',
    by_request: 'theo yêu cầu của người viết',
    menu: 'Dữ liệu cá nhân',
  },
  en: {
    kinds: kinds_en,
    outcome_choices: outcome_choices_en,
    my_data: 'Data about me',
    my_data_lead:
      'What the register keeps about the user of this account, who has opened the file, and requests about that data (Law 91/2025/QH15). A request is answered within two working days.',
    held: 'The register keeps',
    versions: (n: number) => `Name, date of birth, gender, ethnic group: ${versions_n(n)}`,
    memberships: (n: number) => `Memberships: ${versions_n(n)}`,
    tenures: (n: number) => `Posts: ${versions_n(n)}`,
    commitments: (n: number, erased: number) =>
      erased === 0 ? `Commitments handed in: ${n}` : `Commitments handed in: ${n}, of which ${erased} have lost their content`,
    deeds: (n: number) => `Deeds: ${n}`,
    evidence: (n: number) => `Photos and papers: ${n}`,
    plans: (n: number) => `Plans handed in: ${n}`,
    readings: (n: number) => `Times that others opened the file: ${n}`,
    readings_link: 'See who opened it, and when',
    account_link: 'Account',
    my_requests: 'My requests',
    none_yet: 'There is none yet.',
    ask: 'A new request',
    ask_button: 'Send the request to the office',
    asked: 'The request was sent. The office answers by the day below.',
    waits: (due: string) => `Waits for its answer, due by the end of ${due}`,
    overdue: (due: string) => `Its answer has been overdue since ${due}`,
    done: 'Done',
    refused: 'Cannot be done',
    answered_by: (by: string, at: string) => `${by} answered at ${at}`,
    erased_at: (n: number, at: string) =>
      n === 0
        ? `At ${at} there was no commitment of a campaign now over to erase; ask again later`
        : `The content of ${n} commitments was erased at ${at}`,
    will_erase: 'The content is erased within an hour',
    requests: 'Requests about personal data',
    requests_lead: 'Members of the unit ask about their own data. Answer within two working days; nobody answers themselves.',
    no_requests: 'There is no request.',
    who: 'Person',
    unit: 'Unit',
    kind: 'Kind',
    what: 'Request',
    due: 'Due',
    state: 'State',
    answer: 'Answer',
    answer_button: 'Send the answer',
    answer_title: (name: string) => `Answer ${name}`,
    answered: 'The answer was sent.',
    back: 'Back to the requests',
    waiting_n: (n: number) => `Requests about personal data that wait for an answer: ${n}`,
    retention: 'Retention',
    retention_lead:
      'When the period is over, the content of commitments is erased by itself within an hour; each erasure has a certificate in the ledger.',
    no_rule: 'There is no rule yet: nothing is erased by itself.',
    rule: (years: number, authority: string, since: string) =>
      `Kept for ${years} years after the campaign, by ${authority}; in force since ${since}`,
    retention_button: 'Record the period',
    retention_set: 'The period was recorded.',
    certificates: 'Certificates of erasure',
    no_certificates: 'Nothing was erased yet.',
    certificate: (run: number, commitments: number, rows: number) => `No. ${run}: ${commitments} commitments, ${rows} rows`,
    by_rule: 'by the retention rule',
    by_request: 'at the request of the person',
    menu: 'Personal data',
  },
}

function versions_n(n: number): string {
  return n === 1 ? 'recorded once' : `recorded ${n} times`
}
