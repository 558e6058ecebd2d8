import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, list, paragraph, quotation } from './body.ts'

const of_five_years = { valid_as_of: '2021-02-05', from: '2016-01-01', to: '2020-12-31' }

export const dat_hien: ArticleText = {
  slug: 'dat-hien-thanh-duong',
  topic: 'contribution',
  published_at: '2021-02-05T07:30:00+07:00',
  subjects: { units: '', instruments: '', keywords: 'Hiến đất làm đường' },
  vi: {
    title: 'Đất hiến thành đường: đo từng mét, cộng từng lượt',
    lead: 'Năm năm qua, người dân các xã đã lùi hàng rào, chặt hàng cây, nhường góc vườn cho đường thôn và nhà họp. Sổ của tỉnh ghi lại từng lượt, và chỉ cộng phần đã đo lại.',
    byline: 'Hoàng Minh Tuyến',
    picture: {
      scene: 'village-hall',
      alt: 'Nhà họp thôn mái đỏ, cờ trước sân, mấy người dân đứng nói chuyện bên khoảnh sân chơi.',
      caption: 'nhà họp thôn và sân chơi dựng trên đất hiến',
    },
    body: [
      paragraph(
        'Từ đầu năm 2016 đến hết năm 2020, người dân trong tỉnh hiến {dat} đất và góp {cong} để làm đường, xây nhà họp thôn, mở sân chơi. Đó là phần đã được cán bộ địa chính và trưởng thôn cùng đo, cùng ký; phần mới đăng ký mà chưa đo vẫn nằm trong sổ nhưng chưa cộng vào con số này.',
      ),
      heading('Vì sao phải đo lại'),
      paragraph(
        'Lúc vận động, nhiều nhà áng chừng bằng bước chân. Khi làm xong đường, diện tích thật thường lệch đi ít nhiều. Sổ giữ cả hai: con số ước lúc đầu được đánh dấu là ước, con số đo sau thay nó, và ai tra cũng thấy đã thay khi nào.',
      ),
      quotation(
        'Bà con không ngại hiến, bà con ngại chuyện không rõ ràng. Ghi cho rõ thì năm sau vận động không phải nói nhiều.',
        'Trưởng một thôn ở vùng cao (nhân vật hư cấu)',
      ),
      heading('Ba điều sổ không làm'),
      list(
        'Không cộng đất với ngày công hay với tiền: mỗi thứ một đơn vị, một dòng tổng.',
        'Không nêu tên người hiến nếu chính người ấy chưa đồng ý.',
        'Không chuyển đất của xã cũ sang xã mới khi sáp nhập: đất nằm ở đâu vẫn ghi ở đấy, hỏi theo bản đồ nào thì trả lời theo bản đồ ấy.',
      ),
      paragraph(
        'Nhờ vậy, khi một xã hỏi «thôn tôi đã góp bao nhiêu», câu trả lời là một danh sách, không phải một lời khen. Danh sách ấy mở được ngay dưới con số ở đầu bài này',
      ),
    ],
  },
  en: {
    title: 'Land that became roads: measured by the metre, added gift by gift',
    lead: 'For five years people have moved back their fences and given up a corner of the garden for village roads and halls. The register notes each gift, and adds only what was measured again.',
    byline: 'Hoàng Minh Tuyến',
    picture: {
      scene: 'village-hall',
      alt: 'A village hall with a red roof, a flag before it, and some people talking beside a playground.',
      caption: 'a village hall and a playground on land that was given',
    },
    body: [
      paragraph(
        'From the beginning of 2016 to the end of 2020 the people of the province gave {dat} of land and {cong} to build roads, village halls and playgrounds. That is what the land officer and the head of the village measured and signed together; what has been promised and not yet measured stands in the register too, but not in this number.',
      ),
      heading('Why it is measured again'),
      paragraph(
        'When people are asked, many reckon in paces. When the road is done, the true area often differs a little. The register keeps both: the first number is marked as an estimate, the measured one takes its place, and whoever looks can see when.',
      ),
      quotation(
        'People do not mind giving. They mind what is unclear. Write it down plainly, and next year you need fewer words.',
        'Head of a village in the hills (an invented person)',
      ),
      heading('Three things the register does not do'),
      list(
        'It does not add land to working days or to money: each has its own unit and its own total.',
        'It does not name a giver who has not agreed.',
        'It does not move the land of an old commune to a new one at a merger: land stays written down where it lies, and a question is answered by the map it asks for.',
      ),
      paragraph(
        'So when a village asks what it has given, the answer is a list and not a compliment. That list opens right below the number at the head of this article',
      ),
    ],
  },
  citations: [
    { mark: 'dat', figure: 'F13', parameters: { ...of_five_years, kind: 'land' }, printed_vi: '362.750 m²', printed_en: '362,750 m²' },
    {
      mark: 'cong',
      figure: 'F13',
      parameters: { ...of_five_years, kind: 'workdays' },
      printed_vi: '32.079 ngày công',
      printed_en: '32,079 workdays',
    },
  ],
}
