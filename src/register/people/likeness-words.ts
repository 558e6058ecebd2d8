/** Why two records may be the same person; the SQL function `likeness` gives it with a score. */
export type LikenessReason = keyof (typeof likeness_words)['vi']['why']

export const likeness_words = {
  vi: {
    score: (n: number, why: string) => `${n} điểm: ${why}`,
    why: {
      'card-and-name': 'cùng số thẻ và tên',
      'name-and-day': 'cùng tên và ngày sinh',
      'name-and-year': 'cùng tên và năm sinh',
      'card-differs': 'cùng tên, khác số thẻ',
      'name-without-birth': 'cùng tên, thiếu ngày sinh',
      'name-differs': 'cùng ngày sinh, tên gần giống',
      'birth-differs': 'cùng tên và chi bộ, khác ngày sinh',
      'card-of-another': 'cùng số thẻ nhưng khác tên',
    },
  },
  en: {
    score: (n: number, why: string) => `${n} points: ${why}`,
    why: {
      'card-and-name': 'same card and name',
      'name-and-day': 'same name and day of birth',
      'name-and-year': 'same name and year of birth',
      'card-differs': 'same name, another card',
      'name-without-birth': 'same name, birth is missing',
      'name-differs': 'same birth, nearly the same name',
      'birth-differs': 'same name and cell, another birth',
      'card-of-another': 'same card, another name',
    },
  },
}
