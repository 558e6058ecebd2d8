import { file, longText, select, text } from '../../platform/staff/index.ts'

/** One value, typed by hand. Which indicators there are is the register's. */
export const value_form = {
  indicator: select({
    label: { vi: 'Chỉ số', en: 'Indicator' },
    empty: { vi: 'Chọn một chỉ số', en: 'Choose an indicator' },
    wrong: 'choose-indicator',
  }),
  place: text({
    label: { vi: 'Đơn vị hành chính', en: 'Place' },
    hint: { vi: 'Tên hoặc mã của tỉnh, huyện hay xã.', en: 'The name or code of the province, district or commune.' },
    most: 200,
    required: 'no-place',
  }),
  month: text({
    label: { vi: 'Tháng', en: 'Month' },
    hint: { vi: 'Tháng đã hết, ví dụ 11/2026.', en: 'A month that is over, for example 11/2026.' },
    most: 20,
    required: 'no-month',
  }),
  quantity: text({
    label: { vi: 'Giá trị', en: 'Value' },
    hint: { vi: 'Chỉ ghi số, theo đơn vị tính của chỉ số.', en: 'The number alone, in the measure of the indicator.' },
    most: 30,
    required: 'no-value-typed',
  }),
  note: longText({
    label: { vi: 'Ghi chú', en: 'Note' },
    hint: {
      vi: 'Cần khi gửi muộn, khi sửa số đã ghi, hoặc khi số khác hẳn các tháng trước. Ai đọc cổng cũng đọc được.',
      en: 'Needed where the value is late, revises another, or is far from the months before. Every reader of the portal can read it.',
    },
    most: 500,
    is_optional: true,
    rows: 2,
  }),
}

/** A key for a system of the unit that sends values by itself. */
export const key_form = {
  name: text({
    label: { vi: 'Tên hệ thống sẽ gửi', en: 'System that will send' },
    hint: { vi: 'Ví dụ: Hệ thống một cửa điện tử.', en: 'For example: the electronic one-stop system.' },
    most: 100,
    required: 'no-name',
  }),
}

/** Sending the values of a file. */
export const file_form = {
  file: file({
    label: { vi: 'Tệp số liệu', en: 'File of values' },
    hint: {
      vi: 'Tệp .xlsx hoặc .csv, có các cột Chỉ số, Đơn vị, Tháng, Giá trị; thêm Đơn vị tính và Ghi chú nếu cần.',
      en: 'An .xlsx or .csv with the columns Indicator, Place, Month, Value; and Measure and Note where needed.',
    },
    accept: '.xlsx,.csv',
  }),
}
