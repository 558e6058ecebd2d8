import { oneOf, type Random } from './random.ts'

/** What no text of ours may hold, whatever is around it. */
export const unfit = ['\u0000', '\ud800', '\udfff', 'ế'.normalize('NFD'), '\u0007', '\u009f']

/** What may stand in a text, and what programs trip over. */
const nasty = [
  ...['\u202e', '\u200b', '\ufeff', '\u00a0', '\r', '\n', '\t', '😀', 'ﬃ', '\u2028', '%', '%ZZ', '%C0%80', '+', '&', ';', '=', '\\'],
  ...['<script>alert(1)</script>', '"><img src=x onerror=alert(1)>', "';drop table draft;--", '{{7*7}}', '../../etc/passwd'],
  ...['__proto__', 'constructor', 'toString', 'NaN', '-1', '1e309', '99999999999999999999', '0x10', 'null', 'undefined', '[]', '{}'],
  ...['{F16 valid_as_of=2021-02-19 | 15}', '{F999}', '{F16 | ', '{@1}', '{@99999999999}', '[[garden | x | y]]', '[[ảnh 1]]', '[[ảnh 1e9'],
  ...[
    '[x](javascript:alert(1))',
    '[x](java\nscript:1)',
    '[x](//x.vn)',
    '| a | b |\n|---|---|\n| c |',
    '## ',
    '> ',
    '> — ',
    '- ',
    '1. ',
    '^[',
    '**',
    '_',
  ],
]

/** A few words with something in between that programs trip over. */
export function nastyText(random: Random): string {
  const pieces = Array.from({ length: 1 + Math.floor(random() * 6) }, () => oneOf(random() < 0.2 ? unfit : nasty, random))
  return pieces.join(oneOf(['', ' ', ' xã ', '\n\n'], random))
}
