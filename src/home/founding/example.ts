/** A whole file for `neu-guong init`, to be written over: an invented province. */
export const example = `{
  // Mọi dòng bắt đầu bằng // là ghi chú, chương trình bỏ qua. · Lines that begin with // are comments.
  // Ngày viết năm-tháng-ngày. Khóa (key) chỉ gồm chữ thường không dấu, chữ số và gạch nối; đặt rồi không đổi.
  // Days are year-month-day. A key has plain small letters, digits and hyphens; it never changes.

  // Văn bản lập sổ · the instrument that founds the register
  "instrument": {
    "number": "01-QĐ/TU", "kind": "decision", "issuer": "Ban Thường vụ Tỉnh ủy Sông Lam",
    "title": "Về việc lập sổ nêu gương", "signed_on": "2026-11-20"
  },
  // Từ ngày nào các đơn vị dưới đây có trong sổ · from which day the units below stand
  "from": "2026-11-20",

  // Bốn hệ thống; chính quyền và Mặt trận có thể bỏ · four hierarchies; the last two may be left out
  "territory":  { "key": "tinh-song-lam",  "name": "Sông Lam", "unit_kind": "province", "code": null, "communes_of": null },
  "party":      { "key": "tinh-uy",        "name": "Tỉnh ủy Sông Lam", "unit_kind": "province-committee" },
  "government": { "key": "ubnd-tinh",      "name": "UBND tỉnh Sông Lam", "unit_kind": "provincial-people-committee" },
  "union":      { "key": "mat-tran-tinh",  "name": "Ủy ban MTTQ tỉnh Sông Lam", "unit_kind": "front-committee" },

  // Các đơn vị đầu tiên, ít nhất là chi bộ của những người dưới đây. Các đơn vị khác thêm sau bằng lệnh neu-guong
  // units.
  // The first units, at least the cell of the people below. Others come later, with neu-guong units.
  "units": [
    { "key": "dang-bo-van-phong", "name": "Đảng bộ Văn phòng Tỉnh ủy", "unit_kind": "base-organisation", "parent": "tinh-uy" },
    { "key": "chi-bo-van-phong",  "name": "Chi bộ Văn phòng", "unit_kind": "cell", "parent": "dang-bo-van-phong" }
  ],

  // Ít nhất hai quản trị: mở tài khoản, giao vai trò, không xem cam kết.
  // Two administrators at least: they open accounts and grant roles, and read no commitment.
  "administrators": [
    { "full_name": "Đinh Văn Khoa", "birth_date": "1985-03-02", "gender": "male",   "cell": "chi-bo-van-phong" },
    { "full_name": "Lò Thị Mai",    "birth_date": "1990-09-12", "gender": "female", "cell": "chi-bo-van-phong" }
  ],
  // Văn phòng cấp trên của cả sổ: phát động đợt, giữ danh sách. Nên có hai người: danh sách cần người thứ hai xác nhận.
  // The office above all: it calls campaigns and keeps lists. Better two: a list has a second person.
  "offices": [
    { "full_name": "Hoàng Thị Xuân", "birth_date": "1988-01-05", "gender": "female", "cell": "chi-bo-van-phong" },
    { "full_name": "Cao Minh Tuấn",  "birth_date": "1979-06-21", "gender": "male",   "cell": "chi-bo-van-phong" }
  ],

  // Chỉ thị hay cuộc vận động; năm thứ mấy tính từ started_on · the programme; its years are counted from started_on
  "programme": {
    "key": "hoc-tap-va-lam-theo", "name_vi": "Chỉ thị 05-CT/TW", "name_en": "Directive 05-CT/TW", "started_on": "2016-05-15",
    "instrument": {
      "number": "05-CT/TW", "kind": "directive", "issuer": "Bộ Chính trị",
      "title": "Về đẩy mạnh việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh", "signed_on": "2016-05-15"
    }
  },

  // Xã mới giữ kết quả nông thôn mới khi: all mọi xã hợp thành đều đạt, any có một xã đạt, population theo tỷ lệ dân
  // (least_share), none không giữ A merged commune keeps its standing where all, or any, of its parts had it, by
  // population share, or never
  "carry": { "rule": "all", "least_share": null, "note": "Khi văn bản sắp xếp không nêu" },

  // Giữa hai lần nhắc một người cách ít nhất mấy ngày · days between two reminders of one person
  "reminder_days": 7,

  // Các mục dưới đây có thể bỏ, và đặt sau. · The parts below may be left out, and set later. Đầu và chân trang: sổ
  // mang tên gốc nào, ai giữ, hỏi ở đâu, biểu trưng (tệp PNG vuông cạnh tệp này, có thể bỏ)
  // Head and foot of the pages: named after which root, who keeps it, where to ask, the emblem (a square PNG beside
  // this file, or null)
  "register": { "named_after": "territory", "keeper": "Văn phòng Tỉnh ủy Sông Lam", "contact": "Điện thoại 0200 000 000", "emblem_file": null },
  // Các mức xếp loại, từ bao nhiêu điểm; nhiều nhất bao nhiêu phần của những người xếp loại tốt được xếp mức cao nhất
  // Levels of rating, from how many points; the most of those rated good who may have the highest
  "rating": {
    "levels": [
      { "least_points": 90, "name_vi": "Hoàn thành xuất sắc nhiệm vụ", "name_en": "Excellent" },
      { "least_points": 70, "name_vi": "Hoàn thành tốt nhiệm vụ", "name_en": "Good" },
      { "least_points": 50, "name_vi": "Hoàn thành nhiệm vụ", "name_en": "Fulfilled" },
      { "least_points": 0, "name_vi": "Không hoàn thành nhiệm vụ", "name_en": "Not fulfilled" }
    ],
    "cap": { "share": 0.2, "of": "of-good" },
    "instrument": {
      "number": "366-QĐ/TW", "kind": "regulation", "issuer": "Bộ Chính trị",
      "title": "Về kiểm điểm và đánh giá, xếp loại chất lượng", "signed_on": "2025-08-30"
    }
  },
  // Ngày nghỉ, để tính ngày làm việc · days off, for counting working days
  "holidays": [
    { "day": "2027-01-01", "name_vi": "Tết Dương lịch", "name_en": "New Year's Day" },
    { "day": "2027-04-30", "name_vi": "Ngày Chiến thắng", "name_en": "Reunification Day" },
    { "day": "2027-05-01", "name_vi": "Ngày Quốc tế Lao động", "name_en": "Labour Day" },
    { "day": "2027-09-02", "name_vi": "Quốc khánh", "name_en": "National Day" }
  ],
  // Bản sao lưu: thư mục, giờ chạy, giữ bao nhiêu ngày; recovery_key là dòng mà neu-guong backup --make-key in ra
  // Backups: the folder, at which hour, kept for how many days; recovery_key is the line that neu-guong backup
  // --make-key prints
  "backup": { "folder": "/srv/neu-guong-sao-luu", "hour": 2, "kept_days": 30, "recovery_key": null }
}
`
