import { choice, type FormField, pastDay, select, text, tick, under } from '../../../platform/staff/index.ts'
import { giver_kinds, quantityIn } from './giving.ts'

/** What is asked of one gift. Each field says what it asks, what it takes, and which problem it has. */

const [longest_name, longest_work] = [120, 200]
const choose = { vi: 'Chọn', en: 'Choose' }

const quantity_text = text({
  label: { vi: 'Số lượng', en: 'How much' },
  hint: { vi: 'Theo đơn vị tính của loại đã chọn, ví dụ 1.200 hoặc 12,5.', en: 'In the measure of its kind, for example 1.200 or 12,5.' },
  most: 20,
})

const quantity: FormField<number | null, 'no-such-quantity'> = {
  ...quantity_text,
  read: (typed = '') => quantityIn(typed),
  *problems(value) {
    if (value === null) yield { code: 'no-such-quantity' }
  },
}

export const contribution_form = {
  contribution_kind: select({ label: { vi: 'Đóng góp gì', en: 'What was given' }, empty: choose, wrong: 'no-kind' }),
  quantity,
  is_estimate: tick({ vi: 'Số ước tính, chưa đo đếm', en: 'An estimate, not measured' }),
  work: text({
    label: { vi: 'Cho công trình, việc gì', en: 'For which work' },
    hint: { vi: 'Ví dụ: đường thôn Nà Lẹng.', en: 'For example: the road of Nà Lẹng hamlet.' },
    most: longest_work,
    required: 'no-work',
  }),
  place: select({ label: { vi: 'Ở đâu', en: 'Where' }, empty: choose, wrong: 'no-place' }),
  given_on: pastDay({
    label: { vi: 'Ngày', en: 'On' },
    hint: { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' },
  }),
  giver_kind: under(
    { vi: 'Người đóng góp', en: 'Who gave' },
    choice({
      label: { vi: 'Là', en: 'This is' },
      options: [
        { value: giver_kinds[0], label: { vi: 'hộ gia đình', en: 'a household' } },
        { value: giver_kinds[1], label: { vi: 'cá nhân', en: 'one person' } },
        { value: giver_kinds[2], label: { vi: 'tập thể', en: 'several together' } },
      ],
      wrong: 'no-giver-kind',
    }),
  ),
  giver: text({
    label: { vi: 'Họ tên chủ hộ, cá nhân hoặc tên tập thể', en: 'Name of the head of the household, the person or the group' },
    hint: {
      vi: 'Một chủ hộ ở một xã là một hộ. Có hộ khác trùng tên thì ghi thêm thôn.',
      en: 'One name in a commune is one household. Where another has the same name, add the hamlet.',
    },
    most: longest_name,
    required: 'no-giver',
  }),
  may_thank: tick({
    vi: 'Người đóng góp đồng ý được nêu tên trong danh sách cảm ơn',
    en: 'They agree to be named in the list of thanks',
  }),
  mobiliser: text({
    label: { vi: 'Ai vận động', en: 'Who asked them' },
    hint: { vi: 'Chi bộ, đoàn thể hoặc người vận động.', en: 'A cell, a union, or somebody.' },
    most: longest_name,
    is_optional: true,
  }),
  evidence: text({
    label: { vi: 'Căn cứ', en: 'Paper that shows it' },
    hint: { vi: 'Số biên bản, giấy hiến đất, phiếu thu.', en: 'Number of the minutes, the deed of gift, the receipt.' },
    most: longest_work,
    is_optional: true,
  }),
  is_another: tick({ vi: 'Đúng là một lần đóng góp khác', en: 'It is another gift indeed' }),
}
