import { withoutMarks } from '../../../src/basis/shared/vietnamese.ts'
import { pick, type Random } from '../random.ts'

// Village names as the valleys have them: a Tày or Nùng word for field, stream, spring, mouth, hill … and a second
// syllable. The pairs are invented.
const first = 'Nà Nà Nà Khuổi Khuổi Bản Bản Pác Cốc Lũng Khau Phiêng Tổng Thôm Nặm Bó Kéo Vằng Cạm Slam'.split(' ')
const second =
  'Lẹng Lồm Cà Pán Mòn Diếu Phja Tậu Vài Sloong Chang Piệt Rào Luông Deng Khoang Bjoóc Thán Pài Cáy Muổng Hin Chả Đeng Quan Phầy Giảo Lùng Ngoa Slàng Tềng Cưởm Pjạc Lốc Nưa Tẩư Ón Kha Dài Mạ Phặc Toong Riềng Khảo Phát Đứa Sang Chiêm Mười Vèn Tráng Hoi Lình Cuổng Phiêng Cọn Bây Đán Slủng'.split(
    ' ',
  )

/** As many village names as asked, different even without their marks. */
export function villageNames(random: Random, count: number): string[] {
  const names = new Map<string, string>()
  while (names.size < count) {
    const [head, tail] = [pick(random, first), pick(random, second)]
    const name = `${head} ${tail}`
    const bare = withoutMarks(name).toLowerCase()
    if (head !== tail && !names.has(bare)) names.set(bare, name)
  }
  return [...names.values()]
}
