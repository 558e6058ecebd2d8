import { paths, staff_paths } from '../../src/platform/web/href.ts'
import { nastyText } from './bad-signs.ts'
import { below, oneOf, type Random } from './random.ts'
import { as_form, pressKey, type Try } from './send.ts'

/** A whole article, as the form without script sends it. */
export function goodForm(): Record<string, string> {
  return {
    ...{ title: 'Con đường của thôn', lead: 'Việc nhỏ làm trước.', topic: 'countryside', byline: 'Bàn Thị Liễu', note: '' },
    ...{ units: '', instruments: '', scene: 'road', alt: 'Con đường qua đồi.', caption: 'đường vào thôn' },
    body: 'Năm 2021 có {F16 valid_as_of=2021-02-19 | 15} xã.\n\n> Đường chung.\n> — Trưởng thôn',
    key: pressKey(),
  }
}

export function formTry(says: string, fields: Iterable<[string, string]>): Try {
  const body = Buffer.from(String(new URLSearchParams([...fields])))
  return { door: 'form', says, path: staff_paths.draft_new, headers: as_form, body }
}

/** The form of an article with some of its fields as nobody types them. */
export function badForm(random: Random): Try {
  const fields: [string, string][] = Object.entries(goodForm())
  for (let i = 0; i <= below(3, random); i++) {
    const at = below(fields.length, random)
    const [name] = fields[at]!
    oneOf(
      [
        () => fields.splice(at, 1, [name, nastyText(random)]),
        () => fields.splice(at, 1),
        () => fields.push([name, nastyText(random)]),
        () =>
          fields.push([
            oneOf(['__proto__', 'constructor', 'parts', 'part-0', 'read', 'choose-0', '', nastyText(random)], random),
            nastyText(random),
          ]),
        () => fields.splice(at, 1, [name, nastyText(random).repeat(2000)]),
      ],
      random,
    )()
  }
  const whole = formTry('fields that nobody types', fields)
  return random() < 0.2 ? torn(whole, random) : whole
}

/** Its bytes cut, or some of them others: half an escape, bytes that are no letter, a form that calls itself another. */
function torn(whole: Try, random: Random): Try {
  const body = Buffer.from(whole.body!)
  for (let i = 0; i <= below(5, random); i++) body[below(body.length, random)] = below(256, random)
  const types = [
    'application/x-www-form-urlencoded',
    'application/json',
    'multipart/form-data',
    'multipart/form-data; boundary=',
    'text/plain',
    'x',
  ]
  const headers = { 'content-type': random() < 0.5 ? types[0]! : oneOf(types, random) }
  return { ...whole, says: 'a form that was torn', body: body.subarray(0, 1 + below(body.length, random)), headers }
}

const patterns = [...Object.values(paths), ...Object.values(staff_paths)]
const languages = ['', '/en']
const methods = ['GET', 'GET', 'GET', 'HEAD', 'PUT', 'DELETE', 'OPTIONS', 'PATCH']

/** Any address of the portal or a desk, with what nobody would put into it, and headers that no browser writes. */
export function badAddress(random: Random): Try {
  const written = (text: string) => (random() < 0.5 ? encodeURIComponent(text.toWellFormed()) : oneOf(raw, random))
  const path = oneOf(patterns, random).replace(/:\w+(\{[^}]*\})?/g, () => written(nastyText(random)))
  const query =
    random() < 0.5
      ? ''
      : `?${oneOf(['q', 'tim', 'trang', 'ngay', 'valid_as_of', 'year', '__proto__', 'unit'], random)}=${written(nastyText(random))}`
  const headers = random() < 0.3 ? { [oneOf(header_names, random)]: oneOf(header_values, random) } : {}
  return { door: 'address', says: 'an address', path: oneOf(languages, random) + path + query, method: oneOf(methods, random), headers }
}

/** Written into an address as it stands. */
const raw = [
  '%',
  '%ZZ',
  '%00',
  '%C0%80',
  '%ED%A0%80',
  '..%2f..%2f',
  '%2e%2e',
  '-1',
  '1e99',
  '9'.repeat(40),
  '__proto__',
  '%E1%BA%BF',
  'a'.repeat(3000),
]
const header_names = [
  'accept-language',
  'accept',
  'if-none-match',
  'if-modified-since',
  'cookie',
  'referer',
  'x-forwarded-for',
  'range',
  'accept-encoding',
]
const header_values = [
  '',
  '*',
  ',,,;q=',
  'vi;q=1e9',
  `"${'x'.repeat(3000)}"`,
  'neu-guong=%00',
  'neu-guong=__proto__; neu-guong=',
  'bytes=0-,9-1',
  '::1, unknown',
]
