import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, paragraph, quotation } from './body.ts'

export const con_duong: ArticleText = {
  slug: 'con-duong-qua-ba-nha',
  topic: 'contribution',
  published_at: '2021-01-29T08:00:00+07:00',
  subjects: { units: '', instruments: '', keywords: 'Hiến đất làm đường' },
  vi: {
    title: 'Con đường đi qua ba nhà',
    lead: 'Muốn đường thẳng thì phải qua vườn nhà bí thư, sân nhà trưởng thôn và ao nhà bà Pham. Người ta bắt đầu từ khu vườn.',
    byline: 'Bàn Thị Mây',
    picture: {
      scene: 'meeting',
      alt: 'Buổi họp trong nhà văn hóa thôn, mọi người ngồi quanh bàn dài.',
      caption: 'buổi họp bàn hướng tuyến',
    },
    body: [
      paragraph(
        'Cuộc họp hôm ấy kéo tới khuya. Bản vẽ có hai hướng: hướng vòng thì không chạm nhà ai, nhưng dốc và dài; hướng thẳng thì xe cứu thương vào được tận cuối thôn. Không ai nói ra, nhưng ai cũng nhìn ba nhà nằm trên hướng thẳng.',
      ),
      quotation('Tôi nói trước để bà con khỏi khó xử: vườn nhà tôi, mai tôi nhổ cọc.', 'Bí thư chi bộ thôn (nhân vật hư cấu)'),
      heading('Ba nhà, ba chuyện'),
      paragraph(
        'Sáng hôm sau hàng cọc vườn được nhổ thật. Trưởng thôn đập bậc sân, xây lại thấp hơn. Nhà bà Pham khó nhất, vì cái ao nuôi cả nhà; thôn góp công đào cho bà một cái ao khác ở chân đồi rồi mới lấp ao cũ. Việc ấy mất thêm một tháng, và không ai giục.',
      ),
      heading('Sau ngày bàn giao'),
      paragraph(
        'Đường xong, người ta hỏi nên đặt tên gì. Thôn không đặt tên. Chỉ có trong sổ ghi ba dòng đất hiến, một dòng ngày công, và ngày đo lại. Câu chuyện này là hư cấu, viết để cho thấy một lượt đóng góp trong sổ từ đâu mà có',
      ),
    ],
  },
  en: {
    title: 'The road that ran through three homes',
    lead: 'To be straight the road had to cross the secretary’s garden, the village head’s yard and old Mrs Pham’s pond. They began with the garden.',
    byline: 'Bàn Thị Mây',
    picture: {
      scene: 'meeting',
      alt: 'A meeting in the village hall, people around a long table.',
      caption: 'the meeting on which way to go',
    },
    body: [
      paragraph(
        'That meeting went on late into the night. The drawing had two lines: the one around touched nobody, but was long and steep; the straight one would bring an ambulance to the last house. Nobody said so, but everybody looked at the three homes on the straight line.',
      ),
      quotation(
        'I will say it first, so that nobody need be embarrassed: my garden. I pull the posts tomorrow.',
        'Secretary of the village cell (an invented person)',
      ),
      heading('Three homes, three stories'),
      paragraph(
        'In the morning the posts were pulled indeed. The village head broke up the steps of his yard and built them lower. Mrs Pham’s was the hardest, for the pond fed the family; the village dug her another at the foot of the hill before it filled the old one. That took a month more, and nobody hurried her.',
      ),
      heading('After the road was handed over'),
      paragraph(
        'When it was done, somebody asked what to call it. The village gave it no name. Only the register has three rows of land, one of working days, and the day it was measured. This story is invented, to show where an entry of the register comes from',
      ),
    ],
  },
  citations: [],
}
