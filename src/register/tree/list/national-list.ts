import { done, type Outcome, refused } from '../../../basis/shared/outcome.ts'
import type { SentFile } from '../../../platform/staff/index.ts'
import { findNationalProvince, national_since, sayKind, sayPlace } from '../../organisation/index.ts'

/**
 * The communes of today of a province as a list that could have been sent, so that it is read as one. Refusal:
 * `no-such-province`. `since`: the first day of the unit above.
 */
export function nationalList(code: string, { lang, since }: { lang: 'vi' | 'en'; since: string }): Outcome<SentFile, 'no-such-province'> {
  const province = findNationalProvince(code)
  if (!province) return refused({ code: 'no-such-province', field: 'province' })
  const from = since > national_since ? since : national_since
  const rows = province.communes.map(unit => [unit.code, sayKind(unit.unit_kind, 'vi'), unit.name, from].join(','))
  const text = ['Mã,Loại,Tên,Từ ngày', ...rows, ''].join('\r\n')
  return done({ name: `${sayPlace(province, lang)}.csv`, bytes: Buffer.from(text) })
}
