import type { Language } from '../../../platform/web/index.ts'

const vi = {
  trend: (months: number, year: number, said: string, change: string) =>
    `So với ${months === 1 ? 'tháng' : `${months} tháng`} cùng có số liệu của năm ${year} (${said}), năm ${year + 1} ${change}.`,
  left_out: (months: number) => `Không so ${months} tháng có số nơi gửi khác năm trước.`,
  more: (by: string) => `nhiều hơn ${by}`,
  less: (by: string) => `ít hơn ${by}`,
  higher: (by: string) => `cao hơn ${by}`,
  lower: (by: string) => `thấp hơn ${by}`,
  same: 'không đổi',
  points: (n: string) => `${n} điểm phần trăm`,
  better: 'tốt lên',
  worse: 'kém đi',
  notes: 'Số đã sửa, số gửi muộn hoặc khác thường',
  notes_lead: 'Nơi gửi nêu lý do; số trước khi sửa vẫn còn trong sổ.',
  in_place_of: (quantity: string, stood: string) => `${quantity}, thay cho ${stood}`,
  recorded: (at: string) => `ghi lúc ${at}`,
  newest_of: (shown: number, all: number) => `${shown} lần gần nhất trong ${all} lần.`,
}

const en: typeof vi = {
  trend: (months, year, said, change) =>
    `Against the same ${months === 1 ? 'month' : `${months} months`} of ${year} (${said}), ${year + 1}: ${change}.`,
  left_out: months => `${months === 1 ? '1 month is' : `${months} months are`} left out: not the same places sent values in both years.`,
  more: by => `${by} more`,
  less: by => `${by} less`,
  higher: by => `${by} higher`,
  lower: by => `${by} lower`,
  same: 'the same',
  points: n => `${n} percentage points`,
  better: 'better',
  worse: 'worse',
  notes: 'Values that were revised, late or unusual',
  notes_lead: 'Who sends them gives the reason; the value before a revision stays in the register.',
  in_place_of: (quantity, stood) => `${quantity}, in place of ${stood}`,
  recorded: at => `recorded at ${at}`,
  newest_of: (shown, all) => `The newest ${shown} of ${all}.`,
}

export const series_words: Record<Language, typeof vi> = { vi, en }
