export const law_words = {
  vi: {
    title: 'Theo quy định của pháp luật',
    intro:
      'Những điều pháp luật đòi hỏi ở một cổng thông tin mà chúng tôi đã đối chiếu, diễn đạt bằng lời của chúng tôi. Điều nào đã có thì mở ra trang đang chạy; điều nào chưa có thì nói là chưa có. Danh sách chưa đủ mọi khoản.',
    there: 'đã có',
    missing: 'chưa có',
  },
  en: {
    title: 'What the law asks',
    intro:
      'What the law asks of a portal, as far as we have compared it, in our own words. What is there opens the page that does it; what is missing is said to be missing. The list does not hold every clause.',
    there: 'in place',
    missing: 'not yet',
  },
}
