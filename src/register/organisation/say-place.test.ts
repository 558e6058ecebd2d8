import { expect, test } from 'vitest'
import { withDatabase } from '../../../test/harness/database.ts'
import { nameInEnglish, sayInstrument, sayName } from '../../basis/shared/names-in-english.ts'
import { sayKind, sayPlace } from './say-place.ts'

const world = withDatabase('demo')

test('every unit, post and issuer of the demo province has its name in English', async () => {
  const { rows } = await world.owner.query<{ name: string }>(
    'select name from unit_version union select title from post union select issuer from instrument order by name',
  )
  expect(rows.length).toBeGreaterThan(500)
  expect(rows.map(row => row.name).filter(name => nameInEnglish(name) === null)).toEqual([])
})

test('every instrument of the demo province says its type in English; the sign of the National Assembly serves laws and resolutions alike', async () => {
  const { rows } = await world.owner.query<{ number: string }>('select number from instrument order by number')
  expect(rows.length).toBeGreaterThan(50)
  const unsaid = rows.map(row => row.number).filter(number => sayInstrument(number, 'en') === number)
  expect(unsaid.filter(number => !/^\d+\/\d+\/QH\d+$/.test(number))).toEqual([])
})

test('a name is read from the left: what it is, then what it belongs to; proper names keep their letters', () => {
  const said = [
    'Tỉnh ủy Bắc Kạn',
    'Đảng bộ xã Quang Thuận',
    'Chi bộ thôn Nà Lẹng',
    'Chi bộ tổ dân phố số 3',
    'UBND thị trấn Yến Lạc',
    'Ủy ban nhân dân tỉnh Bắc Kạn',
    'Hội Liên hiệp Phụ nữ huyện Chợ Đồn',
    'Chi bộ cơ sở Văn phòng HĐND và UBND huyện Ba Bể',
    'Đảng bộ Trường THPT số 2 huyện Na Rì',
    'Chi bộ cơ sở Công ty Chè Bản Muổng',
    'Chỉ thị số 05-CT/TW',
  ]
  expect(said.map(nameInEnglish)).toEqual([
    'Bắc Kạn Provincial Party Committee',
    'Party Committee of Quang Thuận commune',
    'Party Cell of Nà Lẹng village',
    'Party Cell of residential group No. 3',
    'People’s Committee of Yến Lạc township',
    'People’s Committee of Bắc Kạn province',
    'Women’s Union of Chợ Đồn district',
    'Base Party Cell of the Office of the People’s Council and People’s Committee of Ba Bể district',
    'Party Committee of Upper Secondary School No. 2 of Na Rì district',
    'Base Party Cell of Bản Muổng Tea Company',
    'Directive 05-CT/TW',
  ])
})

test('what has no English stays whole as it is, and Vietnamese pages change nothing', () => {
  expect([nameInEnglish('Câu lạc bộ thơ xã Hà Hiệu'), sayName('Câu lạc bộ thơ xã Hà Hiệu', 'en')]).toEqual([
    null,
    'Câu lạc bộ thơ xã Hà Hiệu',
  ])
  expect([sayName('Đảng bộ xã Hà Hiệu', 'vi'), sayInstrument('1703/QĐ-UBND', 'vi')]).toEqual(['Đảng bộ xã Hà Hiệu', '1703/QĐ-UBND'])
})

test('a territory is said with its kind, a body as its name has it', () => {
  const commune = { name: 'Quang Thuận', unit_kind: 'commune' }
  expect([sayPlace(commune, 'vi'), sayPlace(commune, 'en')]).toEqual(['xã Quang Thuận', 'Quang Thuận commune'])
  expect(sayPlace({ name: 'UBND xã Quang Thuận', unit_kind: 'commune-people-committee' }, 'vi')).toBe('UBND xã Quang Thuận')
  expect([sayKind('city', 'vi'), sayKind('city', 'en'), sayKind('cell', 'en')]).toEqual(['thành phố', 'city', null])
})
