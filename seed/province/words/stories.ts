import type { People } from './names.ts'

/**
 * A showcase exemplar: invented, told in our own words, in both languages. `name` is empty where a person is drawn from
 * the register.
 */
export type Story = {
  kind: 'collective' | 'individual'
  field: string
  place: string
  year: number
  name: string
  achievement: string
  vi: string
  en: string
  gender?: 'female' | 'male'
  people?: People
}

export const stories: Story[] = [
  {
    kind: 'individual',
    field: 'countryside',
    place: 'xa-quang-thuan',
    year: 2018,
    name: 'Hà Thị Sen',
    achievement: 'Hiến đất vườn mở đường ra đồng',
    vi: 'Con đường ra cánh đồng cam vướng đúng mảnh vườn nhà bà Sen. Bà không chờ ai vận động: tự tay nhổ cọc rào, lùi hàng cau vào trong hai mét, rồi nấu nước chè mang ra cho tổ làm đường. Nhà bên thấy thế cũng lùi. Đến cuối vụ, xe tải nhỏ đã vào được tận gốc cam.',
    en: 'The road to the orange fields ran straight into Mrs Sen’s garden. She did not wait to be asked: she pulled up her own fence posts, moved the row of areca palms two metres back, and brought tea to the road crew. Her neighbours moved back too. By the end of the season small lorries could reach the trees.',
    gender: 'female',
    people: 'Tày',
  },
  {
    kind: 'individual',
    field: 'education',
    place: 'xa-bang-thanh',
    year: 2017,
    name: 'Bàn Văn Thông',
    achievement: 'Giữ lớp học ở điểm trường xa',
    vi: 'Điểm trường nằm sau ba con suối. Mùa mưa, thầy Thông ở lại luôn với học trò, tối dạy chữ, sáng cùng các em chăm vườn rau cho bữa trưa. Sáu năm liền lớp không em nào bỏ học; năm nay có hai em cũ quay về làm cô giáo mầm non.',
    en: 'The school lies beyond three streams. In the rains Mr Thông simply stays with his pupils: letters in the evening, the vegetable patch for lunch in the morning. For six years nobody has dropped out, and two former pupils have come back to teach the youngest.',
    gender: 'male',
    people: 'Dao',
  },
  {
    kind: 'collective',
    field: 'reform',
    place: 'phuong-duc-xuan',
    year: 2019,
    name: 'Tổ một cửa phường Đức Xuân',
    achievement: 'Bàn hướng dẫn hồ sơ trực tuyến cho người cao tuổi',
    vi: 'Thấy nhiều cụ đến rồi lại về vì không biết dùng máy, tổ kê thêm một chiếc bàn thấp, ghế có tay vịn và cử người ngồi cùng làm từng bước. Cụ nào cũng về với tờ giấy ghi sẵn mật khẩu do chính tay mình đặt.',
    en: 'Many old people came and left again because they could not use the machine. So the team set up a low table with armchairs and somebody to sit beside them, step by step. Each goes home with a note of a password they chose themselves.',
  },
  {
    kind: 'individual',
    field: 'economy',
    place: 'xa-con-minh',
    year: 2018,
    name: 'Nông Đức Lợi',
    achievement: 'Tổ hợp tác miến dong',
    vi: 'Anh Lợi trồng dong riềng như mọi nhà, nhưng giá lên xuống theo thương lái. Anh rủ mười hai hộ chung tiền mua máy tráng, ghi sổ chung, bán chung. Ba năm sau tổ có kho phơi riêng và tự đặt giá; bốn hộ trong tổ đã ra khỏi danh sách hộ nghèo.',
    en: 'Mr Lợi grew canna like everyone else, and the price rose and fell as the traders pleased. He brought twelve households together to buy one machine, keep one book and sell as one. Three years later they have their own drying shed and name their own price; four of the households are no longer on the list of the poor.',
    gender: 'male',
    people: 'Tày',
  },
  {
    kind: 'individual',
    field: 'health',
    place: 'xa-nhan-mon',
    year: 2020,
    name: 'Triệu Mùi Lan',
    achievement: 'Theo dõi thai phụ ở thôn cao',
    vi: 'Chị Lan giữ một cuốn sổ bìa đỏ, mỗi trang là một người mẹ. Đến tháng thứ tám, chị lên ở cùng thôn hai hôm, chuẩn bị sẵn người khiêng và đường xuống. Từ ngày có cuốn sổ, thôn không còn ca sinh nào thiếu người đỡ.',
    en: 'Ms Lan keeps a red book with a page for every mother. In the eighth month she goes up and stays two nights, arranges who will carry the litter and by which path. Since there has been a book, no birth in the hamlet has gone without a midwife.',
    gender: 'female',
    people: 'Dao',
  },
  {
    kind: 'collective',
    field: 'countryside',
    place: 'xa-duong-quang',
    year: 2019,
    name: 'Nhân dân thôn Nà Lẹng',
    achievement: 'Dựng nhà họp thôn bằng ngày công',
    vi: 'Bản vẽ treo ở gốc đa một tháng cho ai cũng được sửa. Thợ mộc góp cột, nhà có trâu góp sức kéo, người già trông trẻ để bố mẹ các cháu đi làm. Nhà họp xong trước mùa gặt, và phần tiền chưa dùng được trả lại đúng từng nhà.',
    en: 'The plan hung on the banyan tree for a month so that anyone could change it. Carpenters gave posts, those with buffaloes gave their pull, the old minded the children while the parents worked. The hall stood before harvest, and the money left over went back to each house to the last coin.',
  },
  {
    kind: 'individual',
    field: 'security',
    place: 'xa-thuong-quan',
    year: 2019,
    name: 'Sùng A Páo',
    achievement: 'Hòa giải ở cơ sở',
    vi: 'Ông Páo không xử ai đúng ai sai. Ông mời hai bên cùng sang sửa cái máng nước hỏng của nhà thứ ba, làm xong thì chuyện cũng nguội. Mười một vụ tranh chấp đất rừng trong vùng dừng lại ở bếp nhà ông.',
    en: 'Mr Páo does not rule on who is right. He invites both sides to mend a broken water pipe at a third house; by the time it runs, tempers have cooled. Eleven disputes over forest land have ended at his hearth.',
    gender: 'male',
    people: 'Mông',
  },
  {
    kind: 'individual',
    field: 'culture',
    place: 'xa-my-phuong',
    year: 2017,
    name: 'Hoàng Thị Thơm',
    achievement: 'Lớp hát then dưới sàn nhà',
    vi: 'Tối thứ bảy, gầm sàn nhà bà Thơm sáng đèn. Bà dạy then cho trẻ, dạy cả cách làm cây đàn từ quả bầu khô. Có em học xong mở lớp ở thôn khác; bà đếm được năm lớp như thế.',
    en: 'On Saturday evenings the light is on beneath Mrs Thơm’s stilt house. She teaches children to sing then, and to make the lute from a dried gourd. Some of them have opened classes in other hamlets; she has counted five.',
    gender: 'female',
    people: 'Tày',
  },
  {
    kind: 'collective',
    field: 'party',
    place: 'xa-dia-linh',
    year: 2020,
    name: 'Chi bộ thôn Pác Đeng',
    achievement: 'Mỗi kỳ họp gỡ một việc của dân',
    vi: 'Cuối mỗi kỳ họp, chi bộ chọn đúng một việc người dân đang kêu và ghi tên người lo. Kỳ sau mở đầu bằng việc ấy: xong hay chưa. Hai năm, hai mươi ba việc, từ cái cống tắc đến chuyện tên sai trên sổ đỏ.',
    en: 'At the end of each meeting the cell picks one thing that people complain about and writes down who will see to it. The next meeting opens with it: done or not. In two years, twenty-three things, from a blocked culvert to a wrong name on a land certificate.',
  },
  {
    kind: 'individual',
    field: 'countryside',
    place: 'xa-van-minh',
    year: 2020,
    name: 'Lý Văn Toàn',
    achievement: 'Hiến đất làm sân chơi cho trẻ',
    vi: 'Mảnh ruộng một vụ của ông Toàn nằm giữa ba xóm. Ông bảo lúa thì chỗ nào cũng cấy được, còn chỗ cho trẻ ba xóm gặp nhau chỉ có mảnh ấy. Giờ chiều nào ở đó cũng có tiếng bóng.',
    en: 'Mr Toàn’s single-crop field lay between three hamlets. Rice, he said, will grow anywhere; but there is only one place where the children of all three can meet. Now there is the sound of a ball every afternoon.',
    gender: 'male',
    people: 'Nùng',
  },
  {
    kind: 'individual',
    field: 'reform',
    place: 'xa-phuong-vien',
    year: 2020,
    name: 'Ma Thị Huyền',
    achievement: 'Tờ hướng dẫn hồ sơ bằng hai thứ tiếng',
    vi: 'Ở bộ phận tiếp dân, chị Huyền để ý câu nào cũng phải hỏi lại ba lần. Chị viết lại mười tờ hướng dẫn bằng câu ngắn, có bản tiếng Tày ghi âm. Số lần phải đi lại của người dân giảm hẳn một nửa.',
    en: 'At the counter Ms Huyền noticed which sentences had to be explained three times. She rewrote ten leaflets in short sentences, with a recording in Tày. People now make half as many trips.',
    gender: 'female',
    people: 'Tày',
  },
  {
    kind: 'collective',
    field: 'education',
    place: 'xa-xuan-la',
    year: 2018,
    name: 'Tập thể giáo viên Trường Tiểu học Xuân La',
    achievement: 'Bữa trưa cho học sinh đi xa',
    vi: 'Học sinh nhà xa nhịn trưa đến chiều. Các thầy cô góp gạo, phụ huynh góp rau, mỗi ngày hai người trực bếp. Từ đó buổi chiều lớp đủ mặt, và bếp ăn trở thành nơi phụ huynh chịu ngồi lại nói chuyện với nhà trường.',
    en: 'Pupils from far away went without lunch. The teachers brought rice, the parents vegetables, and two took turns in the kitchen each day. Since then the afternoon class is full, and the kitchen is where parents sit down and talk with the school.',
  },
  {
    kind: 'individual',
    field: 'economy',
    place: 'xa-nhu-co',
    year: 2017,
    name: 'Đặng Hữu Phúc',
    achievement: 'Vườn mơ trên đồi trọc',
    vi: 'Quả đồi trọc được anh Phúc phủ xanh bằng mơ vàng.',
    en: 'Mr Phúc turned a bare hill green with apricot trees.',
    gender: 'male',
    people: 'Dao',
  },
  {
    kind: 'individual',
    field: 'health',
    place: 'xa-ha-hieu',
    year: 2018,
    name: 'Lương Thị Bích',
    achievement: 'Vườn thuốc nam của trạm y tế',
    vi: 'Chị Bích dựng vườn thuốc nam ngay sau trạm y tế.',
    en: 'Ms Bích planted a garden of medicinal herbs behind the health station.',
    gender: 'female',
    people: 'Nùng',
  },
]
/** The last of the stories: consent was given and taken back. */
export const withdrawn_stories = 2

export const achievements: Record<string, readonly string[]> = {
  economy: ['Làm kinh tế đồi rừng giỏi', 'Giúp nhiều hộ thoát nghèo', 'Đưa giống mới vào sản xuất', 'Liên kết tiêu thụ nông sản'],
  culture: ['Giữ gìn tiếng nói, điệu hát dân tộc', 'Xây dựng gia đình văn hóa', 'Bỏ hủ tục trong việc cưới, việc tang'],
  education: ['Vận động trẻ trở lại trường', 'Đổi mới cách dạy', 'Khuyến học trong dòng họ'],
  health: ['Chăm sóc người bệnh tận tâm', 'Hiến máu nhiều lần', 'Vệ sinh thôn bản'],
  security: ['Giữ yên thôn bản', 'Hòa giải ở cơ sở', 'Dũng cảm cứu người'],
  party: ['Đổi mới sinh hoạt chi bộ', 'Gương mẫu trong công tác', 'Làm tốt công tác dân vận'],
  reform: ['Giải quyết hồ sơ trước hạn', 'Sáng kiến rút gọn thủ tục', 'Thân thiện với người dân'],
  countryside: ['Hiến đất làm đường', 'Góp ngày công xây nhà họp thôn', 'Dựng khu vui chơi cho trẻ em', 'Giữ đường sạch, ngõ đẹp'],
}
export const works: Record<'land' | 'workdays' | 'money', readonly string[]> = {
  land: ['đường liên thôn', 'đường ra khu sản xuất', 'nhà họp thôn', 'khu vui chơi tập trung', 'điểm trường', 'kênh mương'],
  workdays: ['đường liên thôn', 'đường ra khu sản xuất', 'nhà họp thôn', 'khu vui chơi tập trung', 'trồng hoa ven đường', 'kênh mương'],
  money: ['nhà họp thôn', 'đèn chiếu sáng đường thôn', 'khu vui chơi tập trung', 'đường liên thôn'],
}
