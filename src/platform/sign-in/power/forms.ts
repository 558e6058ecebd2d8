import { granted_roles } from '../../role/index.ts'
import { choice, day, row, several, text } from '../../staff/index.ts'
import { role_words } from '../words.ts'
import { power_words } from './power-words.ts'

/** The forms of roles. What is wrong with their answers the verbs of `role/` say. */

/** A word that the lists for Excel say too, in both languages. */
function both(name: 'person' | 'receiver' | 'role' | 'unit' | 'from' | 'to' | 'instrument' | 'acts') {
  return { vi: power_words.vi[name], en: power_words.en[name] }
}

const from = day({
  label: both('from'),
  hint: { vi: 'Ngày/tháng/năm, ví dụ 1/12/2026.', en: 'Day/month/year, for example 1/12/2026.' },
})

export const grant_form = {
  person_id: row({ label: both('person') }),
  role: choice({
    label: both('role'),
    options: granted_roles.map(value => ({ value, label: { vi: role_words.vi[value], en: role_words.en[value] } })),
  }),
  unit_id: row({ label: both('unit'), empty: { vi: 'Chọn', en: 'Choose' } }),
  from,
  to: day({
    label: both('to'),
    hint: { vi: 'Để trống nếu chưa biết khi nào kết thúc.', en: 'Leave empty where the end is not known.' },
    is_optional: true,
  }),
  number: text({ label: both('instrument'), most: 120 }),
}

export const lending_form = {
  receiver_id: row({ label: both('receiver') }),
  role: choice({ label: { vi: 'Vai trò của mình', en: 'A role of your own' } }),
  acts: several(both('acts')),
  from,
  to: day({ label: both('to') }),
}
