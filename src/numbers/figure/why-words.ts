import { sayDay } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { fill, type Sentence } from '../../basis/shared/sentences.ts'
import type { CarryRule } from '../../register/organisation/index.ts'
import type { FigureId } from './catalogue.ts'
import type { Why } from './public/why-different.ts'
import type { Lang } from './words.ts'

/** Why today’s value is another one, as a clause behind «vì»; `figure` is the figure whose values they are. */
export function sayWhy(figure: FigureId, why: Why, lang: Lang): string {
  switch (why.because) {
    case 'merged':
      return sayMerged(figure, why, lang)
    case 'ended':
      return why.on === null ? gone[lang] : fill(ended[lang], { day: sayDay(why.on, lang) })
    case 'went-on': {
      const { more, less } = went_on[figure]
      return (why.by < 0 && less ? less : more)[lang]
    }
  }
}

function sayMerged(figure: FigureId, { units, gone, days, rules }: Why & { because: 'merged' }, lang: Lang): string {
  const joined = units === gone ? all_joined : some_joined
  const said = fill(joined[lang], {
    ...{ units, gone, counted: (figure === 'F21' ? units_counted : communes_counted)[lang] },
    days: days.map(day => sayDay(day, lang)).join(lang === 'vi' ? ' và ' : ' and '),
  })
  return figure === 'F21' ? said : [said, ...rules.flatMap(rule => lookUp(kept, rule)?.[lang] ?? [])].join('; ')
}

const communes_counted: Sentence = { vi: 'xã', en: 'communes' }
const units_counted: Sentence = { vi: 'đơn vị', en: 'units' }
const some_joined: Sentence = {
  vi: 'từ {days}, {gone} trong {units} {counted} ấy đã nhập vào đơn vị mới',
  en: '{gone} of those {units} {counted} were joined into new ones on {days}',
}
const all_joined: Sentence = {
  vi: 'từ {days}, cả {units} {counted} ấy đã nhập vào đơn vị mới',
  en: 'all of those {units} {counted} were joined into new ones on {days}',
}

const kept: Record<CarryRule, Sentence> = {
  all: { vi: 'xã mới chỉ giữ kết quả khi mọi xã cũ đều đạt', en: 'a new one keeps the standard only where every part had it' },
  any: { vi: 'xã mới giữ kết quả khi có một xã cũ đạt', en: 'a new one keeps the standard where any part had it' },
  population: {
    vi: 'xã mới giữ kết quả khi đủ phần dân số ở các xã cũ đã đạt',
    en: 'a new one keeps the standard where enough of its people lived in parts that had it',
  },
  none: { vi: 'kết quả của xã cũ không chuyển sang xã mới', en: 'the standard is not carried to a new one' },
  'as-stated': {
    vi: 'xã mới giữ kết quả khi văn bản sáp nhập nêu như vậy',
    en: 'a new one keeps the standard where the instrument of the merger says so',
  },
}

const ended: Sentence = {
  vi: 'đơn vị này kết thúc ngày {day}, khi các đơn vị được sắp xếp lại',
  en: 'this unit ended on {day}, when the units were rearranged',
}
const gone: Sentence = {
  vi: 'đơn vị này đã kết thúc khi các đơn vị được sắp xếp lại',
  en: 'this unit ended when the units were rearranged',
}

const another_standing = {
  more: { vi: 'sau ngày ấy có thêm xã được công nhận', en: 'more communes were recognised after that day' },
  less: {
    vi: 'sau ngày ấy có xã bị thu hồi công nhận, hoặc không còn là xã',
    en: 'after that day communes lost the standard, or are communes no longer',
  },
}

/** What went on after the day: where there is more of it today, and where there is less. */
const went_on: Record<FigureId, { more: Sentence; less?: Sentence }> = {
  F1: {
    more: { vi: 'sau ngày ấy có thêm bản cam kết được duyệt', en: 'more commitments were approved after that day' },
    less: {
      vi: 'sau ngày ấy có thêm người thuộc diện, hoặc có bản được rút lại',
      en: 'after that day more people owed one, or some were taken back',
    },
  },
  F2: {
    more: {
      vi: 'sau ngày ấy số người thuộc diện, hoặc hạn nộp của họ, đã đổi',
      en: 'after that day the people who owed one, or their due dates, changed',
    },
  },
  F3: {
    more: {
      vi: 'sau ngày ấy có thêm bản được duyệt, hoặc có việc được thay',
      en: 'after that day more commitments were approved, or deeds were replaced',
    },
  },
  F4: {
    more: {
      vi: 'sau ngày ấy có thêm người thuộc diện, hoặc có bản được rút lại',
      en: 'after that day more people owed one, or some were taken back',
    },
    less: { vi: 'sau ngày ấy có thêm người đã nộp', en: 'more people handed in after that day' },
  },
  F5: {
    more: { vi: 'sau ngày ấy có thêm việc được báo xong', en: 'more deeds were reported as done after that day' },
    less: { vi: 'sau ngày ấy có thêm việc được đăng ký', en: 'more deeds were registered after that day' },
  },
  F6: {
    more: { vi: 'sau ngày ấy có thêm kế hoạch được duyệt', en: 'more plans were approved after that day' },
    less: { vi: 'sau ngày ấy có thêm người giữ chức vụ chưa có kế hoạch', en: 'after that day there were more tenures without a plan' },
  },
  F7: {
    more: { vi: 'sau ngày ấy có thêm kế hoạch được đánh giá đạt', en: 'more plans were found good after that day' },
    less: {
      vi: 'sau ngày ấy có thêm kế hoạch được duyệt, hoặc được đánh giá lại',
      en: 'after that day more plans were approved, or marked anew',
    },
  },
  F8: {
    more: { vi: 'sau ngày ấy có thêm hạn chế được xác nhận đã khắc phục', en: 'more limitations were seen repaired after that day' },
    less: { vi: 'sau ngày ấy có thêm hạn chế được nêu', en: 'more limitations were raised after that day' },
  },
  F9: {
    more: { vi: 'sau ngày ấy có thêm bản được kiểm điểm xong', en: 'more reviews were concluded after that day' },
    less: { vi: 'sau ngày ấy có thêm bản cam kết được duyệt', en: 'more commitments were approved after that day' },
  },
  F10: {
    more: {
      vi: 'sau ngày ấy có thêm người được xếp loại, hoặc có quyết định khác sau khiếu nại',
      en: 'after that day more people were rated, or decided on anew after a complaint',
    },
  },
  F11: {
    more: {
      vi: 'sau ngày ấy có thêm tập thể, cá nhân được công nhận',
      en: 'more collectives and individuals were recognised after that day',
    },
    less: { vi: 'sau ngày ấy có công nhận bị thu hồi', en: 'recognitions were revoked after that day' },
  },
  F12: {
    more: { vi: 'sau ngày ấy có thêm mô hình', en: 'more models began after that day' },
    less: { vi: 'sau ngày ấy có mô hình thôi hoạt động', en: 'models ended after that day' },
  },
  F13: {
    more: { vi: 'sau ngày ấy có thêm đóng góp được xác minh', en: 'more contributions were verified after that day' },
    less: { vi: 'sau ngày ấy có đóng góp được sửa lại', en: 'contributions were corrected after that day' },
  },
  F14: {
    more: { vi: 'sau ngày ấy có thêm hộ có đóng góp được xác minh', en: 'gifts of more households were verified after that day' },
    less: { vi: 'sau ngày ấy có đóng góp được sửa lại', en: 'contributions were corrected after that day' },
  },
  F15: {
    more: { vi: 'sau ngày ấy có thêm quyết định công nhận', en: 'more communes were recognised after that day' },
    less: { vi: 'sau ngày ấy có quyết định công nhận bị thu hồi', en: 'recognitions were revoked after that day' },
  },
  F16: another_standing,
  F17: another_standing,
  F18: another_standing,
  F19: {
    more: {
      vi: 'sau ngày ấy có lần đánh giá mới, hoặc có bộ tiêu chí khác',
      en: 'communes were assessed anew after that day, or another set of criteria came into force',
    },
  },
  F20: {
    more: {
      vi: 'sau ngày ấy có quyết định mới, hoặc có bước mới trong việc xét công nhận',
      en: 'there was a decision, or another step towards it, after that day',
    },
  },
  F21: {
    more: {
      vi: 'sau ngày ấy có đơn vị được lập, nhập hoặc đổi loại',
      en: 'after that day units were made, joined, or became of another kind',
    },
  },
  F22: {
    more: {
      vi: 'sau ngày ấy có thêm tháng được gửi, hoặc có tháng được sửa',
      en: 'after that day more months were sent, or some were revised',
    },
  },
  F23: { more: { vi: 'từ ngày ấy đến nay chương trình đã sang năm khác', en: 'the programme has gone on into another year since' } },
}
