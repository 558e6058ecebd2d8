import { type Answers, choice, day, hidden, select, several, text, tick, under, whole } from '../../../platform/staff/index.ts'
import { carry_rules, instrumentFields } from '../../../register/organisation/index.ts'
import { carry_words } from '../carry/carry-rule.ts'
import { percent } from '../carry/share-field.ts'
import { extents } from './drafted.ts'

/** The forms of a merger that is written in the browser. Each field says what it asks, what it takes, and its problem. */

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }
const choose = { vi: 'Chọn', en: 'Choose' }
const [longest_name, longest_code, longest_search] = [200, 40, 100]
export const largest_population = 200_000_000

export const resolution_form = {
  hierarchy: choice({
    label: { vi: 'Hệ thống', en: 'Hierarchy' },
    options: [
      { value: 'territory', label: { vi: 'Đơn vị hành chính', en: 'Territory' } },
      { value: 'party', label: { vi: 'Tổ chức đảng', en: 'Party' } },
      { value: 'government', label: { vi: 'Chính quyền', en: 'Government' } },
      { value: 'union', label: { vi: 'Đoàn thể', en: 'Unions' } },
    ],
    wrong: 'no-hierarchy',
  }),
  effective_on: day({ label: { vi: 'Bản đồ đổi từ ngày', en: 'The map changes on' }, hint: day_hint }),
  rule: select({
    label: { vi: 'Kết quả đạt chuẩn nông thôn mới', en: 'Standing in the new countryside' },
    hint: {
      vi: 'Văn bản nói gì về kết quả của các xã nhập lại. Không nói gì thì để trống: theo quy định chung.',
      en: 'What the instrument says of the standing of what is merged. Leave it open where it says nothing: the standing rule holds.',
    },
    empty: { vi: 'Văn bản không nói', en: 'It says nothing' },
    options: carry_rules.map(value => ({ value, label: carry_words[value] })),
  }),
  least_share: percent({
    label: { vi: 'Tỷ lệ dân số ít nhất (%)', en: 'Least share of the people (%)' },
    hint: { vi: 'Chỉ điền khi giữ theo tỷ lệ dân số.', en: 'Only where it is kept by the share of people.' },
    wrong: 'no-such-share',
  }),
  ...instrumentFields({ heading: { vi: 'Văn bản', en: 'The instrument' }, day_hint }),
}

/** What one unit gives to the one that is written. */
export const part_form = {
  extent: select({
    label: { vi: 'Chuyển sang', en: 'Goes over' },
    empty: { vi: 'Bỏ khỏi danh sách', en: 'Take it off the list' },
    options: [
      { value: extents[0], label: { vi: 'toàn bộ', en: 'all of it' } },
      { value: extents[1], label: { vi: 'một phần; phần còn lại sang đơn vị khác', en: 'a part; the rest goes elsewhere' } },
      { value: extents[2], label: { vi: 'một phần; đơn vị này vẫn còn', en: 'a part; the unit itself goes on' } },
    ],
  }),
  population_share: percent({ label: { vi: 'Phần dân số (%)', en: 'Share of its people (%)' }, wrong: 'no-such-share' }),
  area_share: percent({
    label: { vi: 'Phần diện tích (%)', en: 'Share of its area (%)' },
    hint: { vi: 'Chưa rõ thì để trống: sổ ghi là chưa rõ.', en: 'Leave what is unknown open: the register says so.' },
    wrong: 'no-such-share',
  }),
}

const find_fields = {
  words: under(
    { vi: 'Từ những đơn vị nào', en: 'From which units' },
    text({
      label: { vi: 'Tìm đơn vị', en: 'Find units' },
      hint: {
        vi: 'Một phần tên, không cần dấu; nhiều tên cách nhau bằng dấu phẩy.',
        en: 'Part of a name, marks or none; several with commas between.',
      },
      most: longest_search,
    }),
  ),
  add: several({ vi: 'Đánh dấu những đơn vị chuyển vào', en: 'Mark the units that go into it' }),
}

export const unit_form = {
  ...find_fields,
  parts: hidden(),
  name: under(
    { vi: 'Thành đơn vị nào', en: 'Into which unit' },
    text({
      label: { vi: 'Tên đơn vị mới', en: 'Name of the new unit' },
      hint: { vi: 'Không ghi «xã», «phường» ở đầu: ví dụ Hiệp Lực.', en: 'Of a commune without its kind: Hiệp Lực.' },
      most: longest_name,
    }),
  ),
  unit_kind: select({
    label: { vi: 'Loại', en: 'Kind' },
    hint: { vi: 'Để trống: cùng loại với đơn vị đầu tiên ở trên.', en: 'Left open: the kind of the first unit above.' },
    empty: choose,
  }),
  code: text({
    label: { vi: 'Mã', en: 'Code' },
    hint: { vi: 'Chưa có thì để trống.', en: 'Leave it empty if there is none.' },
    most: longest_code,
  }),
  parent: select({
    label: { vi: 'Trực thuộc', en: 'Under' },
    hint: { vi: 'Để trống: cùng cấp trên với đơn vị đầu tiên ở trên.', en: 'Left open: the unit above the first one.' },
    empty: choose,
  }),
  population: whole({ label: { vi: 'Số dân', en: 'People' }, least: 1, most: largest_population }),
  is_stated: tick({
    vi: 'Văn bản nêu đơn vị này giữ kết quả đạt chuẩn',
    en: 'The instrument names this unit as keeping the standing',
  }),
  receives: select({
    label: { vi: 'Hoặc: vào một đơn vị đang có', en: 'Or: into a unit that stands already' },
    hint: { vi: 'Đơn vị ấy giữ nguyên tên và kết quả. Tìm nó ở trên trước.', en: 'It keeps its name and standing. Find it above first.' },
    empty: { vi: 'Không, lập đơn vị mới', en: 'No, a new unit begins' },
  }),
}
export type UnitAnswers = Answers<typeof unit_form>

export const from_list_form = {
  parent: select({
    label: { vi: 'Các xã, phường trực thuộc', en: 'The communes stand under' },
    hint: {
      vi: 'Tỉnh cũng mới lập thì thêm tỉnh vào bản soạn trước, rồi chọn ở đây.',
      en: 'Where the province begins as well, add it to the draft first, and choose it here.',
    },
    empty: choose,
    wrong: 'no-province',
  }),
}

export const others_form = {
  words: text({
    label: { vi: 'Tìm đơn vị', en: 'Find units' },
    hint: {
      vi: 'Một phần tên, không cần dấu; nhiều tên cách nhau bằng dấu phẩy.',
      en: 'Part of a name, marks or none; several with commas between.',
    },
    most: longest_search,
  }),
  add: several({ vi: 'Đánh dấu', en: 'Mark' }),
  parent: select({
    label: { vi: 'Những đơn vị đã đánh dấu', en: 'The units that are marked' },
    empty: { vi: 'kết thúc, không có đơn vị nào thay', en: 'end, and none takes their place' },
  }),
}
