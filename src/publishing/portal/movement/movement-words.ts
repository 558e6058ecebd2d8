import type { Language } from '../../../platform/web/index.ts'

const vi = {
  title: (year: number) => `Phong trào năm ${year}`,
  described: (year: number, unit: string) =>
    `Đợt đăng ký cam kết nêu gương năm ${year} của ${unit}: đang đến đâu, ai làm gì, những con số.`,
  crumb: 'Phong trào thi đua',
  none: 'Chưa có đợt đăng ký nào được phát động.',
  stands: {
    taking: (due: string) => `Đang nhận bản cam kết, hạn nộp ${due}.`,
    'under-way': (closes: string) => `Đã hết hạn nộp. Các việc đã cam kết đang được làm, đến ${closes}.`,
    over: (closes: string) => `Đợt đã khép lại ngày ${closes}.`,
  },
  today: (day: string) => `Đến ngày ${day}`,
  programme: 'Chương trình',
  called_by: 'Đơn vị phát động',
  instrument: 'Văn bản',
  days: 'Thời gian',
  from_to: (opens: string, due: string, closes: string) => `mở ${opens}, hạn nộp ${due}, khép lại ${closes}`,
  approved: (said: string) => `Đã có bản cam kết được duyệt: ${said}`,
  read_figure: 'Xem cách tính',
  other_years: 'Các năm khác',
  figures: 'Những con số của phong trào',
  articles: 'Bài viết về phong trào',
  no_articles: 'Chưa có bài nào về phong trào năm này.',
  exemplars: (year: number) => `Điển hình được công nhận năm ${year}`,
  adoptions: 'Mô hình đang được học theo',
  taken_up_by: (n: number) => `${n} đơn vị áp dụng`,
  all_models: 'Mọi mô hình',
  contributions: (year: number) => `Người dân đóng góp năm ${year}`,
  contribution_kinds: { land: 'Đất hiến', workdays: 'Ngày công', money: 'Tiền' },
}

const en: typeof vi = {
  title: year => `The movement of ${year}`,
  described: (year, unit) => `The campaign of commitments of ${year} of ${unit}: where it stands, who does what, its numbers.`,
  crumb: 'Emulation movement',
  none: 'No campaign has been called yet.',
  stands: {
    taking: due => `Commitments are being handed in, until ${due}.`,
    'under-way': closes => `The time for handing in is over. What was promised is being done, until ${closes}.`,
    over: closes => `The campaign closed on ${closes}.`,
  },
  today: day => `As of ${day}`,
  programme: 'Programme',
  called_by: 'Called by',
  instrument: 'Document',
  days: 'Time',
  from_to: (opens, due, closes) => `opened ${opens}, due ${due}, closes ${closes}`,
  approved: said => `With an approved commitment: ${said}`,
  read_figure: 'How it is counted',
  other_years: 'Other years',
  figures: 'The movement in numbers',
  articles: 'Articles about the movement',
  no_articles: 'No article about the movement of this year yet.',
  exemplars: year => `Exemplars recognised in ${year}`,
  adoptions: 'Models taken up by others',
  taken_up_by: n => (n === 1 ? 'one unit' : `${n} units`),
  all_models: 'All models',
  contributions: year => `What people gave in ${year}`,
  contribution_kinds: { land: 'Land', workdays: 'Workdays', money: 'Money' },
}

export const movement_words: Record<Language, typeof vi> = { vi, en }
