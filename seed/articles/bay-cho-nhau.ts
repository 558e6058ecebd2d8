import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, paragraph, quotation } from './body.ts'

export const bay_cho_nhau: ArticleText = {
  slug: 'gian-bi-xanh-va-nguoi-bay-cho-nhau',
  topic: 'exemplar',
  published_at: '2021-01-22T08:00:00+07:00',
  vi: {
    title: 'Giàn bí xanh và những người bày cho nhau cách làm',
    lead: 'Ở thung lũng ấy, ai trồng được bí thơm thì phải chỉ cho nhà bên. Không ai viết thành luật, nhưng nhà nào cũng giữ.',
    byline: 'Bàn Thị Mây',
    picture: {
      scene: 'garden',
      alt: 'Giàn bí xanh nối nhau dưới chân núi, hai người đội nón đang thu hái.',
      caption: 'mùa thu hái ở một hợp tác xã',
    },
    body: [
      paragraph(
        'Giàn làm bằng tre, cao quá đầu người, để quả treo thẳng và khô ráo. Nghe đơn giản, nhưng những vụ đầu nhà nào cũng hỏng một nửa. Người giữ được giống là một phụ nữ đã lớn tuổi; bà không giấu, gọi cả xóm tới xem từ lúc ngâm hạt.',
      ),
      quotation('Giữ một mình thì được một vụ. Bày cho nhau thì được cả một vùng.', 'Tổ trưởng một tổ hợp tác (nhân vật hư cấu)'),
      heading('Từ một nhà đến hàng trăm'),
      paragraph(
        'Những cách làm như thế không dừng ở một thung lũng. Tính đến hôm nay, toàn tỉnh đã công nhận {dienhinh} tập thể, cá nhân điển hình kể từ năm 2016: người trồng rừng, tổ làm đường, thầy giáo ở điểm trường xa, cán bộ một cửa. Con số đếm mỗi người, mỗi tập thể một lần, dù được khen mấy lần.',
      ),
      heading('Nêu tên, khi người ta muốn'),
      paragraph(
        'Không phải ai được khen cũng muốn lên báo. Trên cổng này, một điển hình chỉ được nêu tên khi chính họ đồng ý, và thôi nêu ngay khi họ đổi ý; con số thì vẫn đếm đủ. Vì vậy danh sách tên luôn ngắn hơn con số, và đó là điều bình thường',
      ),
    ],
  },
  en: {
    title: 'A trellis of green squash, and people who show each other how',
    lead: 'In that valley, whoever can grow the fragrant squash must show the neighbour. Nobody wrote it down as a law, and everybody keeps it.',
    byline: 'Bàn Thị Mây',
    picture: {
      scene: 'garden',
      alt: 'Trellises of green squash below the mountains, two people in conical hats picking.',
      caption: 'harvest at a cooperative',
    },
    body: [
      paragraph(
        'The trellis is of bamboo, higher than a head, so that the fruit hangs straight and dry. It sounds simple, and yet in the first seasons everybody lost half. The one who had kept the seed is a woman of some age; she hid nothing, and called the whole hamlet to watch from the soaking of the seeds on.',
      ),
      quotation(
        'Keep it to yourself and you have one harvest. Show it around and you have a region.',
        'Head of a cooperative group (an invented person)',
      ),
      heading('From one house to hundreds'),
      paragraph(
        'Such ways of working do not stay in one valley. Up to today the province has recognised {dienhinh} of collectives and people as exemplars since 2016: planters of forests, teams that build roads, teachers in far-off schools, officials at the counter. Each person and each collective counts once, however often praised.',
      ),
      heading('Named, when they wish it'),
      paragraph(
        'Not everybody who is commended wants to be in the news. On this portal an exemplar is named only where they agreed, and no longer once they change their mind; the number still counts them all. So the list of names is always shorter than the number, and that is as it should be',
      ),
    ],
  },
  citations: [
    {
      mark: 'dienhinh',
      figure: 'F11',
      parameters: { valid_as_of: '2021-01-22', from: '2016-01-01' },
      printed_vi: 'hàng trăm',
      printed_en: 'hundreds',
    },
  ],
}
