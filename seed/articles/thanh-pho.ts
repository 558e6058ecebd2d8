import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, paragraph } from './body.ts'

const valid_as_of = '2022-06-10'

export const thanh_pho: ArticleText = {
  slug: 'thanh-pho-bac-kan-ve-dich',
  topic: 'countryside',
  published_at: '2022-06-10T08:00:00+07:00',
  subjects: { units: 'thành phố Bắc Kạn', instruments: '', keywords: 'Xã đạt chuẩn nông thôn mới' },
  vi: {
    title: 'Thành phố Bắc Kạn: ba ngày tháng của một quyết định',
    lead: 'Quyết định ký ngày 03/06/2022, tính cho năm 2020, công bố rồi mới thành tin. Ba mốc ấy khác nhau, và sổ giữ cả ba.',
    byline: 'Lường Quốc Bảo',
    picture: {
      scene: 'city',
      alt: 'Dãy nhà thấp tầng bên sông, cầu trắng bắc ngang, núi phía sau.',
      caption: 'một góc thành phố bên sông',
    },
    body: [
      paragraph(
        'Thành phố Bắc Kạn {trangthai} hoàn thành nhiệm vụ xây dựng nông thôn mới. Bài đăng ngày 19/02/2021 của trang này viết rằng thành phố đang hoàn tất các điều kiện; hôm ấy viết như vậy là đúng, và câu ấy vẫn nguyên ở đó.',
      ),
      heading('Một việc, ba mốc'),
      paragraph(
        'Ngày ký cho biết từ bao giờ danh hiệu có hiệu lực. Năm được tính cho biết kết quả ấy thuộc kế hoạch năm nào. Ngày công bố cho biết từ bao giờ người dân có thể biết. Gộp ba mốc làm một thì thế nào cũng có báo cáo sai.',
      ),
      heading('Vì sao bài cũ không sửa'),
      paragraph(
        'Nếu sửa bài cũ theo sổ mới, người đọc sau này sẽ tưởng năm 2021 đã biết chuyện của năm 2022. Trang này không làm thế: bên cạnh con số đã in luôn có giá trị của hôm nay, ai cần thì mở ra xem',
      ),
    ],
  },
  en: {
    title: 'The city of Bắc Kạn: three dates of one decision',
    lead: 'It was signed on 3 June 2022, counts for 2020, and became news when it was published. The three are different, and the register keeps them all.',
    byline: 'Lường Quốc Bảo',
    picture: {
      scene: 'city',
      alt: 'Low houses along a river with a white bridge, mountains behind.',
      caption: 'a corner of the city by the river',
    },
    body: [
      paragraph(
        'The city of Bắc Kạn is {trangthai} as having completed its task in the new-countryside programme. The article of 19 February 2021 on this site says that it was completing the conditions; that was right on that day, and the sentence still stands there.',
      ),
      heading('One matter, three dates'),
      paragraph(
        'The day of signing says since when the title is in force. The year it counts for says to whose plan the result belongs. The day of publication says since when people could know. Make one of the three, and some report will be wrong.',
      ),
      heading('Why the old article is not corrected'),
      paragraph(
        'If the old text were changed to fit the new register, readers would one day believe that 2021 knew of 2022. This site does not do that: beside the number that was printed there is always the value of today, for whoever wants to open it',
      ),
    ],
  },
  citations: [
    {
      mark: 'trangthai',
      figure: 'F20',
      parameters: { valid_as_of, unit: 'thanh-pho-bac-kan' },
      printed_vi: 'đã được công nhận',
      printed_en: 'recognised',
    },
  ],
}
