import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, list, paragraph } from './body.ts'

const valid_as_of = '2022-02-10'

export const sau_xa_moi: ArticleText = {
  slug: 'sau-xa-duoc-cong-nhan-nam-2021',
  topic: 'countryside',
  published_at: '2022-02-10T08:00:00+07:00',
  subjects: { units: 'xã Thượng Giáo\nxã Cường Lợi\nxã Quân Hà', instruments: '', keywords: 'Xã đạt chuẩn nông thôn mới\nSáp nhập xã' },
  vi: {
    title: 'Thêm sáu xã được công nhận cho năm 2021, trong đó có xã làm lại từ đầu',
    lead: 'Quyết định ký tháng 01/2022 công nhận kết quả của năm trước. Có xã từng mất danh hiệu vì sáp nhập, nay tự mình lấy lại.',
    byline: 'Nông Thảo Vy',
    picture: {
      scene: 'lake',
      alt: 'Hai người chèo thuyền độc mộc trên hồ, núi đá vôi hai bên.',
      caption: 'hồ Ba Bể, nơi xã Thượng Giáo vừa về đích',
    },
    body: [
      paragraph(
        'Với quyết định mới, cả tỉnh có {dat} xã đang đạt chuẩn nông thôn mới, tức {tyle} số xã. Con số này đếm các xã có vào ngày 10/02/2022 và đang giữ danh hiệu, dù do quyết định của chính xã hay được chuyển tiếp qua lần sắp xếp đầu năm 2020.',
      ),
      heading('Sáu cái tên'),
      list(
        'Phương Viên và Yên Thịnh, huyện Chợ Đồn',
        'Thanh Thịnh, huyện Chợ Mới',
        'Quân Hà, huyện Bạch Thông',
        'Cường Lợi, huyện Na Rì',
        'Thượng Giáo, huyện Ba Bể',
      ),
      heading('Hai lần cho một cái tên'),
      paragraph(
        'Cường Lợi có trong danh sách được công nhận cuối năm 2017. Đầu năm 2020 xã nhận thêm phần đất và dân của những xã chưa đạt, nên danh hiệu cũ hết hiệu lực. Xã mới, vẫn tên Cường Lợi, rà lại từng tiêu chí trên địa bàn rộng hơn, và lần này được công nhận bằng quyết định của chính mình.',
      ),
      paragraph(
        'Vì thế trong sổ có hai dòng Cường Lợi, cách nhau bốn năm, của hai đơn vị khác nhau. Ai hỏi «từng được công nhận» sẽ thấy cả hai; ai hỏi «đang đạt chuẩn» chỉ thấy dòng sau',
      ),
    ],
  },
  en: {
    title: 'Six more communes recognised for 2021, one of which began anew',
    lead: 'The decision signed in January 2022 recognises the year before. One commune lost its title in a merger, and has now earned it back.',
    byline: 'Nông Thảo Vy',
    picture: {
      scene: 'lake',
      alt: 'Two people row a dugout on a lake between limestone peaks.',
      caption: 'Ba Bể lake, where the commune of Thượng Giáo has reached the standard',
    },
    body: [
      paragraph(
        'With the new decision {dat} communes hold the new-countryside standard, which is {tyle} of them. The number counts communes that exist on 10 February 2022 and hold the title, by their own decision or carried across the rearrangement of early 2020.',
      ),
      heading('Six names'),
      list(
        'Phương Viên and Yên Thịnh in Chợ Đồn district',
        'Thanh Thịnh in Chợ Mới district',
        'Quân Hà in Bạch Thông district',
        'Cường Lợi in Na Rì district',
        'Thượng Giáo in Ba Bể district',
      ),
      heading('One name, twice'),
      paragraph(
        'Cường Lợi was on the list at the end of 2017. Early in 2020 it took in land and people of communes that had not met the standard, so the old title lapsed. The new commune, still called Cường Lợi, went through every criterion again on a larger territory, and this time was recognised by a decision of its own.',
      ),
      paragraph(
        'So the register holds two rows for Cường Lợi, four years apart, of two different units. Who asks for those «ever recognised» sees both; who asks for those that stand sees the later one',
      ),
    ],
  },
  citations: [
    { mark: 'dat', figure: 'F16', parameters: { valid_as_of }, printed_vi: '21', printed_en: '21' },
    { mark: 'tyle', figure: 'F18', parameters: { valid_as_of }, printed_vi: '21/96', printed_en: '21/96' },
  ],
}
