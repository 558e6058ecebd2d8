import { expect, test } from 'vitest'
import { shortName } from './short-name.ts'

test('a unit is known by what tells it apart, not by what all of its kind begin with', () => {
  const names = [
    'Đảng bộ xã Hiệp Lực',
    'Chi bộ cơ sở Ban Dân vận huyện Ba Bể',
    'Đảng bộ thị trấn Phủ Thông',
    'Chi bộ thôn Nà Lẹng',
    'Tỉnh ủy',
  ]
  expect(names.map(shortName)).toEqual(['Hiệp Lực', 'Ban Dân vận huyện Ba Bể', 'Phủ Thông', 'Nà Lẹng', 'Tỉnh ủy'])
})
