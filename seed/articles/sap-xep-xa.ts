import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { heading, note, paragraph } from './body.ts'

const before = { valid_as_of: '2020-01-31', kind: 'commune-level' }
const after = { valid_as_of: '2020-02-10', kind: 'commune-level', from: '2020-01-31' }

export const sap_xep_xa: ArticleText = {
  slug: 'sau-ngay-sap-xep-xa',
  topic: 'territory',
  published_at: '2020-02-10T09:00:00+07:00',
  subjects: { units: 'tỉnh Bắc Kạn', instruments: '855/NQ-UBTVQH14', keywords: 'Sáp nhập xã' },
  vi: {
    title: 'Sau ngày sắp xếp: xã mới, sổ không viết lại',
    lead: 'Nghị quyết số 855/NQ-UBTVQH14 có hiệu lực từ ngày 01/02/2020. Bản đồ cấp xã của Bắc Kạn đã đổi; những gì đã ghi về các xã cũ thì không đổi.',
    byline: 'Lường Quốc Bảo',
    picture: {
      scene: 'terraces',
      alt: 'Ruộng bậc thang vàng xanh xen nhau dưới chân núi, hai nhà sàn bên đồi.',
      caption: 'ruộng bậc thang ở một xã vừa nhập',
    },
    body: [
      paragraph(
        'Đến hết tháng 01/2020, Bắc Kạn có {cu} đơn vị hành chính cấp xã. Sau khi nghị quyết có hiệu lực còn {moi} đơn vị, trong đó {xa} xã; số phường và thị trấn giữ nguyên.',
      ),
      heading('Một tên cũ, một xã mới'),
      paragraph(
        'Nhiều xã mới mang lại tên và mã số của một trong các xã đã nhập. Sổ coi đó là xã mới: có ngày bắt đầu, có các xã trước nó, có phần dân và phần đất mà mỗi xã mang vào, chỗ nào chưa có nguồn thì ghi là chưa rõ. Nhờ vậy không ai vô tình thừa hưởng danh hiệu chỉ vì trùng tên.',
      ),
      heading('Danh hiệu đi theo quy tắc'),
      paragraph(
        'Xã đã được công nhận nông thôn mới mà nhập với xã chưa đạt thì kết quả tạm hết hiệu lực cho đến khi có quyết định mới. Hai xã cùng đạt nhập lại thì xã mới giữ được. Quy tắc do văn bản nêu, và trang nào dùng tới quy tắc đều nói rõ đã dùng quy tắc nào.',
      ),
      note(
        'Một số ranh giới được suy từ danh mục đơn vị hành chính, chưa đối chiếu được với bản gốc nghị quyết. Trong sổ, những dòng ấy ghi «suy ra».',
      ),
      paragraph('Báo cáo năm ngoái in lại năm nay vẫn ra đúng những con số của năm ngoái, vì câu hỏi nào cũng kèm ngày của nó'),
    ],
  },
  en: {
    title: 'After the rearrangement: new communes, and a register not rewritten',
    lead: 'Resolution 855/NQ-UBTVQH14 has been in force since 1 February 2020. The map of Bắc Kạn’s communes has changed; what was written down about the old ones has not.',
    byline: 'Lường Quốc Bảo',
    picture: {
      scene: 'terraces',
      alt: 'Green and golden terraces below the mountains, two stilt houses on the slope.',
      caption: 'terraced fields in a commune that was just joined',
    },
    body: [
      paragraph(
        'At the end of January 2020 Bắc Kạn had {cu} units of the commune level. After the resolution came into force there are {moi}, of which {xa} are communes; the wards and townships stay as many as they were.',
      ),
      heading('An old name, a new commune'),
      paragraph(
        'Many a new commune bears the name and the code of one of its parts. To the register it is a new one: it has a first day, it has predecessors, and a share of people and land that each brought along, or «unknown» where no source says. So nobody inherits a title by the accident of a name.',
      ),
      heading('Titles follow a rule'),
      paragraph(
        'Where a recognised commune is joined with one that was not, the result lapses until there is a new decision. Where both had it, the new one keeps it. The rule is named by the instrument, and every page that uses one says which.',
      ),
      note(
        'Some boundaries are inferred from the list of units and could not be compared with the original of the resolution. Those rows say «inferred».',
      ),
      paragraph('Last year’s report, printed again this year, comes out with last year’s numbers, because every question carries its day'),
    ],
  },
  citations: [
    { mark: 'cu', figure: 'F21', parameters: before, printed_vi: '122', printed_en: '122' },
    { mark: 'moi', figure: 'F21', parameters: after, printed_vi: '108', printed_en: '108' },
    { mark: 'xa', figure: 'F21', parameters: { ...after, kind: 'commune' }, printed_vi: '96', printed_en: '96' },
  ],
}
