import { choice, day, lines, paperCode, select, text, under, whole } from '../../../platform/staff/index.ts'
import { national_provinces, sayPlace } from '../../../register/organisation/index.ts'

/**
 * The steps of setting up a register, as forms. What their answers come to together is in `compose.ts`; the sentences
 * of their problems in `../words.ts`.
 */

const day_hint = { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' }
const name = { most: 300, required: 'missing' } as const

const instrument = (heading: { vi: string; en: string }) => ({
  number: under(heading, text({ label: { vi: 'Số, ký hiệu', en: 'Number' }, ...name })),
  issuer: text({ label: { vi: 'Cơ quan ban hành', en: 'Issued by' }, ...name }),
  title: text({ label: { vi: 'Trích yếu', en: 'Subject' }, ...name }),
  signed_on: day({ label: { vi: 'Ngày ký', en: 'Signed on' }, hint: day_hint }),
})

const person = (heading: { vi: string; en: string }, is_optional = false) => ({
  name: under(heading, text({ label: { vi: 'Họ và tên', en: 'Full name' }, most: 100, ...(!is_optional && { required: 'no-name' }) })),
  birth: day({ label: { vi: 'Ngày sinh (nếu có)', en: 'Born on (if known)' }, hint: day_hint, is_optional: true }),
})
const first_administrator = person({ vi: 'Quản trị viên thứ nhất', en: 'First administrator' })
const second_administrator = person({ vi: 'Quản trị viên thứ hai', en: 'Second administrator' })
const first_office = person({ vi: 'Văn phòng cấp trên', en: 'The office above all' })
const second_office = person({ vi: 'Người thứ hai của văn phòng (nếu có)', en: 'A second person of the office (if there is one)' }, true)

export const forms = {
  register: {
    whose: choice({
      label: { vi: 'Sổ của', en: 'The register is kept by' },
      options: [
        { value: 'province', label: { vi: 'một tỉnh', en: 'a province' } },
        { value: 'central-city', label: { vi: 'một thành phố trực thuộc trung ương', en: 'a centrally run city' } },
        { value: 'district', label: { vi: 'một huyện', en: 'a district' } },
        { value: 'city', label: { vi: 'một thành phố thuộc tỉnh', en: 'a city of a province' } },
        { value: 'commune', label: { vi: 'một xã', en: 'a commune' } },
        { value: 'ward', label: { vi: 'một phường', en: 'a ward' } },
        { value: 'township', label: { vi: 'một thị trấn', en: 'a township' } },
        { value: 'special-zone', label: { vi: 'một đặc khu', en: 'a special zone' } },
        { value: 'agency', label: { vi: 'một cơ quan', en: 'an agency' } },
        { value: 'union', label: { vi: 'một đoàn thể', en: 'a union' } },
      ],
      wrong: 'missing',
    }),
    name: text({
      label: { vi: 'Tên', en: 'Name' },
      hint: {
        vi: 'Tên riêng, không kèm chữ tỉnh, huyện, xã. Cơ quan, đoàn thể thì ghi cả tên.',
        en: 'Without the words for province, district or commune. Of an agency or a union its whole name.',
      },
      ...name,
    }),
    place: text({
      label: { vi: 'Thuộc tỉnh nào', en: 'In which province' },
      hint: { vi: 'Chỉ cần khi sổ là của cơ quan hay đoàn thể.', en: 'Needed only of an agency or a union.' },
      most: 100,
    }),
    code: text({ label: { vi: 'Mã đơn vị hành chính (nếu có)', en: 'Code of the territorial unit (if it has one)' }, most: 20 }),
    communes_of: select({
      label: { vi: 'Lấy sẵn các xã, phường, đặc khu của', en: 'Bring in the communes, wards and special zones of' },
      hint: {
        vi: 'Theo danh mục từ ngày 01/07/2025. Chỉ cho sổ của tỉnh, thành phố trực thuộc trung ương. Tên và mã xem lại được ở cây tổ chức.',
        en: 'As they are since 1 July 2025. Only for the register of a province or a centrally run city. Names and codes can be looked over in the tree.',
      },
      empty: { vi: 'Không lấy: tự đưa vào sau', en: 'None: they are brought in later' },
      options: national_provinces.map(province => {
        const { code, communes } = province
        const named = (lang: 'vi' | 'en') => sayPlace(province, lang)
        return { value: code, label: { vi: `${named('vi')}: ${communes.length} đơn vị`, en: `${named('en')}: ${communes.length} units` } }
      }),
    }),
    from: day({
      label: { vi: 'Có trong sổ từ ngày', en: 'In the register from' },
      hint: { vi: 'Từ ngày này các tổ chức dưới đây có trong sổ.', en: 'From this day the organisations below stand in it.' },
    }),
    keeper: text({
      label: { vi: 'Cơ quan giữ sổ', en: 'Kept by' },
      hint: {
        vi: 'Hiện ở chân mọi trang. Để trống: tổ chức đảng đứng đầu.',
        en: 'At the foot of every page. Empty: the first party organisation.',
      },
      most: 300,
    }),
    contact: text({
      label: { vi: 'Hỏi ở đâu', en: 'Where to ask' },
      hint: { vi: 'Địa chỉ, điện thoại hoặc thư điện tử; có thể để trống.', en: 'Address, telephone or mail; it may stay empty.' },
      most: 300,
    }),
  },
  organisations: {
    party: text({ label: { vi: 'Tổ chức đảng đứng đầu', en: 'First organisation of the Party' }, ...name }),
    government: text({
      label: { vi: 'Cơ quan chính quyền', en: 'Of the government' },
      hint: { vi: 'Để trống nếu sổ không theo dõi.', en: 'Empty if the register does not follow it.' },
      most: 300,
    }),
    union: text({
      label: { vi: 'Mặt trận, đoàn thể', en: 'The Front, a union' },
      hint: { vi: 'Để trống nếu sổ không theo dõi.', en: 'Empty if the register does not follow it.' },
      most: 300,
    }),
    base: text({
      label: { vi: 'Tổ chức cơ sở đảng của những người đầu tiên', en: 'Base organisation of the first people' },
      hint: { vi: 'Để trống nếu chi bộ thuộc thẳng tổ chức trên.', en: 'Empty where the cell stands under the first organisation itself.' },
      most: 300,
    }),
    cell: text({ label: { vi: 'Chi bộ của những người đầu tiên', en: 'Cell of the first people' }, ...name }),
    ...instrument({ vi: 'Văn bản lập sổ', en: 'The instrument that founds the register' }),
  },
  administrators: {
    administrator_1_name: first_administrator.name,
    administrator_1_birth: first_administrator.birth,
    administrator_2_name: second_administrator.name,
    administrator_2_birth: second_administrator.birth,
    office_1_name: first_office.name,
    office_1_birth: first_office.birth,
    office_2_name: second_office.name,
    office_2_birth: second_office.birth,
  },
  programme: {
    name_vi: text({ label: { vi: 'Tên ngắn', en: 'Short name in Vietnamese' }, ...name }),
    name_en: text({ label: { vi: 'Tên tiếng Anh', en: 'Short name in English' }, ...name }),
    ...instrument({ vi: 'Văn bản của chương trình', en: 'Its directive' }),
  },
  rules: {
    rule: choice({
      label: { vi: 'Xã mới sau sáp nhập giữ kết quả nông thôn mới khi', en: 'A merged commune keeps its standing when' },
      options: [
        { value: 'all', label: { vi: 'mọi xã hợp thành đều đạt', en: 'all its parts had it' } },
        { value: 'any', label: { vi: 'có một xã hợp thành đạt', en: 'any of its parts had it' } },
        { value: 'population', label: { vi: 'phần dân của các xã đạt đủ lớn', en: 'enough of its people lived in parts that had it' } },
        { value: 'none', label: { vi: 'không giữ', en: 'never' } },
      ],
      wrong: 'missing',
    }),
    least_percent: whole({
      label: { vi: 'Ít nhất bao nhiêu phần trăm dân', en: 'At least how many percent of the people' },
      hint: { vi: 'Chỉ khi tính theo phần dân.', en: 'Only by their share.' },
      least: 1,
      most: 100,
    }),
    reminder_days: whole({
      label: { vi: 'Hai lần nhắc một người cách ít nhất mấy ngày', en: 'Days between two reminders of one person' },
      least: 1,
      most: 365,
      wrong: 'no-such-number-of-days',
    }),
  },
  rating: {
    levels: lines({
      label: { vi: 'Các mức xếp loại', en: 'The levels' },
      hint: { vi: 'Mỗi dòng: từ bao nhiêu điểm | tên | tên tiếng Anh.', en: 'Each line: from how many points | name | name in English.' },
      ...{ parts: 3, rows: 5, wrong: 'odd-line' },
    }),
    cap_percent: whole({
      label: { vi: 'Mức cao nhất: nhiều nhất bao nhiêu phần trăm', en: 'The highest level: at most how many percent' },
      hint: { vi: '100 là không giới hạn.', en: '100 is no limit.' },
      least: 1,
      most: 100,
      wrong: 'no-such-percent',
    }),
    cap_of: choice({
      label: { vi: 'Tính trên', en: 'Of whom' },
      options: [
        { value: 'of-good', label: { vi: 'người xếp mức thứ hai', en: 'those of the second level' } },
        { value: 'of-good-or-better', label: { vi: 'người xếp hai mức trên', en: 'those of the two highest levels' } },
        { value: 'of-all', label: { vi: 'mọi người được xếp loại', en: 'all who are rated' } },
      ],
      wrong: 'missing',
    }),
    ...instrument({ vi: 'Theo văn bản', en: 'By the regulation' }),
  },
  calendar: {
    holidays: lines({
      label: { vi: 'Ngày nghỉ', en: 'Days off' },
      hint: {
        vi: 'Mỗi dòng: ngày | tên | tên tiếng Anh. Thêm Tết và ngày Giỗ Tổ theo thông báo của năm.',
        en: 'Each line: day | name | name in English. Add Tết and the Hùng Kings’ day by the notice of the year.',
      },
      ...{ parts: 3, rows: 12, wrong: 'odd-line' },
    }),
  },
  backups: {
    folder: text({
      label: { vi: 'Thư mục', en: 'Folder' },
      hint: { vi: 'Đường dẫn đầy đủ, nên ở ổ khác hay máy khác.', en: 'The whole path, better on another disk or machine.' },
      ...name,
    }),
    hour: whole({ label: { vi: 'Chạy lúc mấy giờ', en: 'At which hour' }, least: 0, most: 23, wrong: 'no-such-hour' }),
    kept_days: whole({
      label: { vi: 'Giữ bao nhiêu ngày', en: 'Kept for how many days' },
      ...{ least: 1, most: 3650, wrong: 'no-such-number-of-days' },
    }),
    recovery_key: text({
      label: { vi: 'Khóa phục hồi, phần công khai', en: 'Recovery key, its public half' },
      hint: {
        vi: 'Dòng mà lệnh neu-guong backup --make-key in ra. Để trống thì đặt sau bằng BACKUP_KEY; chưa có khóa thì chưa sao lưu.',
        en: 'The line that neu-guong backup --make-key prints. Empty: it is set later in BACKUP_KEY; without a key no backup is taken.',
      },
      most: 100,
    }),
  },
}

export type StepName = keyof typeof forms
export const step_names = Object.keys(forms) as StepName[]

/** The code that the start prints: whoever has it sets the register up. */
export const code_form = {
  code: paperCode({
    label: { vi: 'Mã dựng sổ', en: 'Code' },
    hint: {
      vi: 'Mã in ở cửa sổ chạy chương trình, mỗi lần khởi động một mã. Mã dùng một lần: trình duyệt nhập mã sẽ giữ quyền dựng sổ.',
      en: 'The code stands where the program was started, a new one at each start. It works once: the browser that takes it keeps the right to set up.',
    },
  }),
}
