import { chance, pick, type Random, weighted } from '../random.ts'

/**
 * The peoples of the province with their shares, rounded from the census of 2019, and family names often met among
 * them. Every person is invented.
 */
export const peoples = [
  ['Tày', 0.525],
  ['Dao', 0.175],
  ['Kinh', 0.125],
  ['Nùng', 0.095],
  ['Mông', 0.065],
  ['Sán Chay', 0.015],
] as const

export type People = (typeof peoples)[number][0]

const families: Record<People, readonly string[]> = {
  Tày: 'Hoàng Hoàng Nông Nông Hà Lý Lục Ma Triệu Nguyễn Dương Đàm Bế Lường Vi Hứa Đinh Phùng Mã La Sằm Cao Đồng Chu'.split(' '),
  Dao: 'Triệu Triệu Bàn Bàn Đặng Lý Phùng Dương Lò Chảo Phượng'.split(' '),
  Kinh: 'Nguyễn Nguyễn Nguyễn Trần Trần Lê Phạm Vũ Phan Đỗ Bùi Ngô Đào Trịnh Đoàn Lưu'.split(' '),
  Nùng: 'Nông Hoàng Lương Vi Lý Lô Lâm Long Chu Linh Phan Mạc'.split(' '),
  Mông: 'Hoàng Lý Dương Sùng Thào Vàng Ma Đào Giàng Hầu Ngô'.split(' '),
  'Sán Chay': 'Trần Hoàng Ninh Trương Lưu Tống Lâm Nịnh'.split(' '),
}

const his_middle = 'Văn Văn Văn Đình Đức Quang Hữu Minh Ngọc Công Xuân Thanh Duy Trọng Tiến Ích Thế Anh Bá Mạnh'.split(' ')
const her_middle = 'Thị Thị Thị Thu Ngọc Thanh Minh Hồng Kim Bích Thùy Phương Mai Lan Diệu'.split(' ')
const his =
  'An Ba Bình Bảo Bắc Chiến Chính Chung Cường Dũng Duy Đạt Đông Đường Giang Hà Hải Hiếu Hiệp Hoàn Hoan Hòa Hùng Huân Hưng Khánh Khoa Kiên Lâm Liêm Long Luân Lợi Mạnh Nam Nghĩa Nhất Phong Phúc Quân Quyết Quý Sơn Tài Tâm Tân Thái Thắng Thành Thiện Thịnh Thông Thuận Tiến Toàn Trung Trường Tuấn Tùng Tuyên Viên Việt Vinh Vượng'.split(
    ' ',
  )
const her =
  'An Ánh Bích Chi Chiêm Cúc Diễm Dung Duyên Đào Gấm Hà Hạnh Hằng Hiền Hiên Hoa Hoài Hồng Huệ Huyền Hương Hường Khuyên Lan Lệ Liên Liễu Linh Loan Lương Mai Mến Minh Mơ Nga Ngân Ngọc Nguyệt Nhung Nhàn Oanh Phương Phượng Quyên Sen Tâm Thảo Thắm Thêu Thoa Thơm Thu Thúy Thương Trang Tuyết Uyên Vân Vui Xuân Yên Yến'.split(
    ' ',
  )

export function peopleOf(random: Random): People {
  return weighted(random, peoples)
}

/** Family, middle, given; NFC by the lists being so. */
export function nameOf(random: Random, people: People, gender: 'female' | 'male'): string {
  const family = pick(random, families[people])
  if (gender === 'male') return `${family} ${pick(random, his_middle)} ${pick(random, his)}`
  const middle = chance(random, 0.3) ? `Thị ${pick(random, her_middle.slice(3))}` : pick(random, her_middle)
  return `${family} ${middle} ${pick(random, her)}`
}
