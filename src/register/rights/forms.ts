import { choice, text, whole } from '../../platform/staff/index.ts'
import { answer_outcomes, request_kinds } from './rights.ts'
import { rights_words } from './words.ts'

/** What somebody asks of what is kept about them. */
export const request_form = {
  kind: choice({
    label: { vi: 'Tôi yêu cầu', en: 'I ask for' },
    options: request_kinds.map(value => ({ value, label: { vi: rights_words.vi.kinds[value], en: rights_words.en.kinds[value] } })),
    wrong: 'unknown-choice',
  }),
  said: text({
    label: { vi: 'Cụ thể là', en: 'Namely' },
    hint: {
      vi: 'Điều gì, ở phần nào, sai ra sao. Không cần ghi lại họ tên.',
      en: 'Which data, where, and what is wrong. Your name need not be repeated.',
    },
    most: 2000,
    rows: 4,
    required: 'no-words',
  }),
}

/** The office's answer. */
export const answer_form = {
  outcome: choice({
    label: { vi: 'Kết quả', en: 'Outcome' },
    options: answer_outcomes.map(value => ({
      value,
      label: { vi: rights_words.vi.outcome_choices[value], en: rights_words.en.outcome_choices[value] },
    })),
    wrong: 'unknown-choice',
  }),
  said: text({
    label: { vi: 'Trả lời', en: 'Answer' },
    hint: {
      vi: 'Đã làm gì; nếu không thực hiện được thì theo quy định nào.',
      en: 'What was done; or by which rule it cannot be done.',
    },
    most: 2000,
    rows: 4,
    required: 'no-answer',
  }),
}

/** For how long the content of commitments is kept. */
export const retention_form = {
  years: whole({
    label: { vi: 'Giữ nội dung bản cam kết bao nhiêu năm sau khi đợt kết thúc', en: 'Years for which the content of commitments is kept' },
    hint: {
      vi: 'Hết thời hạn, lời văn, ảnh và giấy tờ được xóa; số đếm, ngày và trạng thái còn lại.',
      en: 'Afterwards texts, photos and papers are erased; counts, days and states remain.',
    },
    least: 1,
    most: 100,
    wrong: 'no-years',
  }),
  authority: text({
    label: { vi: 'Theo văn bản', en: 'By which document' },
    hint: { vi: 'Số, ký hiệu, cơ quan ban hành.', en: 'Its number and issuer.' },
    most: 200,
    required: 'no-authority',
  }),
}
