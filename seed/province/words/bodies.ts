/** Party organisations outside the communes. `cells` of 0: a base cell of its own, with none below it. */
export type BodyKind = { name: string; cells: number; sort: Sort }
export type Sort = 'village' | 'school' | 'office' | 'health' | 'security' | 'business'

/**
 * What a district has beside its communes; `%` is its name. The first three pairs were joined later: see merged_pairs.
 */
export const district_bodies: BodyKind[] = [
  { name: 'Chi bộ cơ sở Ban Tổ chức %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Phòng Nội vụ %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Ban Tuyên giáo %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Trung tâm Bồi dưỡng chính trị %', cells: 0, sort: 'school' },
  { name: 'Chi bộ cơ sở Ủy ban Kiểm tra %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Thanh tra %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Văn phòng cấp ủy %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Ban Dân vận %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Mặt trận Tổ quốc và các đoàn thể %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Văn phòng HĐND và UBND %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Phòng Tài chính - Kế hoạch %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Phòng Tài nguyên và Môi trường %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Phòng Lao động - Thương binh và Xã hội %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Phòng Kinh tế - Hạ tầng %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Phòng Nông nghiệp %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Phòng Văn hóa và Thông tin %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Tòa án nhân dân %', cells: 0, sort: 'security' },
  { name: 'Chi bộ cơ sở Viện Kiểm sát nhân dân %', cells: 0, sort: 'security' },
  { name: 'Chi bộ cơ sở Chi cục Thi hành án dân sự %', cells: 0, sort: 'security' },
  { name: 'Chi bộ cơ sở Chi cục Thuế %', cells: 0, sort: 'office' },
  { name: 'Đảng bộ Trung tâm Y tế %', cells: 6, sort: 'health' },
  { name: 'Đảng bộ Phòng Giáo dục và Đào tạo %', cells: 4, sort: 'school' },
  { name: 'Đảng bộ Trường THPT số 1 %', cells: 5, sort: 'school' },
  { name: 'Đảng bộ Trường THPT số 2 %', cells: 4, sort: 'school' },
  { name: 'Đảng bộ Trường Phổ thông Dân tộc nội trú %', cells: 4, sort: 'school' },
  { name: 'Đảng bộ Trung tâm Giáo dục nghề nghiệp %', cells: 3, sort: 'school' },
  { name: 'Đảng bộ Hạt Kiểm lâm %', cells: 4, sort: 'security' },
  { name: 'Đảng bộ Ban Quản lý dự án và công trình công cộng %', cells: 4, sort: 'office' },
  { name: 'Đảng bộ Điện lực %', cells: 4, sort: 'business' },
  { name: 'Đảng bộ Ngân hàng Nông nghiệp %', cells: 4, sort: 'business' },
  { name: 'Đảng bộ Lâm trường %', cells: 5, sort: 'business' },
  { name: 'Chi bộ cơ sở Bảo hiểm xã hội %', cells: 0, sort: 'office' },
  { name: 'Chi bộ cơ sở Kho bạc Nhà nước %', cells: 0, sort: 'office' },
]
/**
 * Only so many districts, in the order of their keys, have all of the bodies: the rest have one fewer. 493 in all, at
 * the start.
 */
export const districts_with_all = 2

/** The joined body of each pair in district_bodies, and the districts that joined it on which day. */
export const merged_pairs: { name: string; pair: [number, number]; on: string; districts: [from: number, to: number] }[] = [
  { name: 'Chi bộ cơ sở Ban Tổ chức - Nội vụ %', pair: [0, 1], on: '2018-09-01', districts: [0, 8] },
  { name: 'Chi bộ cơ sở Ban Tuyên giáo và Trung tâm Chính trị %', pair: [2, 3], on: '2018-09-01', districts: [0, 5] },
  { name: 'Chi bộ cơ sở Ban Tuyên giáo và Trung tâm Chính trị %', pair: [2, 3], on: '2019-07-01', districts: [5, 8] },
  { name: 'Chi bộ cơ sở Ủy ban Kiểm tra - Thanh tra %', pair: [4, 5], on: '2019-07-01', districts: [0, 4] },
  { name: 'Chi bộ cơ sở Ủy ban Kiểm tra - Thanh tra %', pair: [4, 5], on: '2020-07-01', districts: [4, 6] },
]

export const departments = [
  'Sở Nội vụ',
  'Sở Tài chính',
  'Sở Kế hoạch và Đầu tư',
  'Sở Tư pháp',
  'Sở Công Thương',
  'Sở Nông nghiệp và Phát triển nông thôn',
  'Sở Giao thông vận tải',
  'Sở Xây dựng',
  'Sở Tài nguyên và Môi trường',
  'Sở Thông tin và Truyền thông',
  'Sở Lao động - Thương binh và Xã hội',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Khoa học và Công nghệ',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Thanh tra tỉnh',
  'Ban Dân tộc',
  'Văn phòng UBND tỉnh',
  'Ban Quản lý các khu công nghiệp',
  'Trung tâm Phục vụ hành chính công',
]

const with_cells = (name: string, cells: number, sort: Sort): BodyKind => ({ name: `Đảng bộ ${name}`, cells, sort })
const base_cell = (name: string, sort: Sort): BodyKind => ({ name: `Chi bộ cơ sở ${name}`, cells: 0, sort })

/** The blocs directly under the provincial committee. 70 + 25 + 18 base organisations. */
export const blocs: { key: string; name: string; bodies: BodyKind[] }[] = [
  {
    key: 'khoi-co-quan-va-doanh-nghiep',
    name: 'Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh',
    bodies: [
      ...departments.map(name => with_cells(name, 5, 'office')),
      ...['Ban Tổ chức Tỉnh ủy', 'Ban Tuyên giáo Tỉnh ủy', 'Ban Dân vận Tỉnh ủy', 'Ủy ban Kiểm tra Tỉnh ủy', 'Ban Nội chính Tỉnh ủy'].map(
        name => base_cell(name, 'office'),
      ),
      ...['Văn phòng Tỉnh ủy', 'Trường Chính trị tỉnh', 'Báo tỉnh', 'Đài Phát thanh và Truyền hình tỉnh'].map(name =>
        with_cells(name, 4, 'office'),
      ),
      ...['Ủy ban Mặt trận Tổ quốc', 'Hội Nông dân', 'Hội Liên hiệp Phụ nữ', 'Hội Cựu chiến binh', 'Liên đoàn Lao động', 'Tỉnh đoàn'].map(
        name => base_cell(`${name} tỉnh`.replace('Tỉnh đoàn tỉnh', 'Tỉnh đoàn'), 'office'),
      ),
      ...['Bệnh viện Đa khoa tỉnh', 'Trung tâm Kiểm soát bệnh tật'].map(name => with_cells(name, 8, 'health')),
      ...['Trường Cao đẳng tỉnh', 'Trường THPT Chuyên tỉnh'].map(name => with_cells(name, 6, 'school')),
      ...['Tòa án nhân dân tỉnh', 'Viện Kiểm sát nhân dân tỉnh', 'Cục Thi hành án dân sự tỉnh', 'Chi cục Kiểm lâm tỉnh'].map(name =>
        with_cells(name, 4, 'security'),
      ),
      ...['Cục Thuế tỉnh', 'Cục Thống kê tỉnh', 'Kho bạc Nhà nước tỉnh', 'Bảo hiểm xã hội tỉnh', 'Văn phòng HĐND tỉnh'].map(name =>
        with_cells(name, 4, 'office'),
      ),
      ...['Điện lực tỉnh', 'Viễn thông tỉnh', 'Bưu điện tỉnh', 'Ngân hàng Nông nghiệp tỉnh', 'Ngân hàng Chính sách xã hội tỉnh'].map(name =>
        with_cells(name, 5, 'business'),
      ),
      ...[
        'Công ty Cấp thoát nước',
        'Công ty Xây dựng cầu đường',
        'Công ty Khoáng sản Nà Slàng',
        'Công ty Lâm nghiệp Khau Toong',
        'Công ty Chè Bản Muổng',
        'Công ty Môi trường đô thị',
        'Công ty Thủy điện Nặm Cưởm',
        'Công ty Vận tải Kéo Deng',
        'Công ty Sách và Thiết bị trường học',
        'Công ty Xổ số kiến thiết',
        'Công ty Thương mại Phiêng Hoi',
        'Hợp tác xã Miến dong Cốc Riềng',
        'Ngân hàng Công thương tỉnh',
        'Ngân hàng Đầu tư tỉnh',
        'Quỹ Bảo vệ và phát triển rừng',
        'Liên minh Hợp tác xã',
        'Hội Nhà báo',
      ].map(name => base_cell(name, 'business')),
    ],
  },
  {
    key: 'cong-an-tinh',
    name: 'Đảng bộ Công an tỉnh',
    bodies: [
      ...[
        'Phòng Tham mưu',
        'Phòng Tổ chức cán bộ',
        'Phòng Công tác chính trị',
        'Phòng Hậu cần',
        'Phòng Cảnh sát giao thông',
        'Phòng Cảnh sát hình sự',
        'Phòng Cảnh sát điều tra',
        'Phòng Cảnh sát phòng cháy chữa cháy',
        'Trại Tạm giam',
      ].map(name => base_cell(name, 'security')),
      ...[
        'Phòng An ninh nội địa',
        'Phòng An ninh kinh tế',
        'Phòng An ninh điều tra',
        'Phòng Quản lý xuất nhập cảnh',
        'Phòng Quản lý hành chính',
        'Thanh tra Công an tỉnh',
        'Phòng Kỹ thuật hình sự',
        'Phòng Hồ sơ nghiệp vụ',
      ].map(name => base_cell(name, 'security')),
      ...['thành phố', 'huyện số 1', 'huyện số 2', 'huyện số 3', 'huyện số 4', 'huyện số 5', 'huyện số 6', 'huyện số 7'].map(name =>
        with_cells(`Công an ${name}`, 5, 'security'),
      ),
    ],
  },
  {
    key: 'quan-su-tinh',
    name: 'Đảng bộ Quân sự tỉnh',
    bodies: [
      ...[
        'Phòng Tham mưu',
        'Phòng Chính trị',
        'Phòng Hậu cần',
        'Phòng Kỹ thuật',
        'Văn phòng Bộ Chỉ huy',
        'Ban Tài chính',
        'Đại đội Trinh sát',
      ].map(name => base_cell(`${name} quân sự tỉnh`, 'security')),
      ...['Trung đoàn bộ binh', 'Trường Quân sự tỉnh', 'Tiểu đoàn huấn luyện'].map(name => with_cells(name, 5, 'security')),
      ...['thành phố', 'huyện số 1', 'huyện số 2', 'huyện số 3', 'huyện số 4', 'huyện số 5', 'huyện số 6', 'huyện số 7'].map(name =>
        with_cells(`Ban Chỉ huy Quân sự ${name}`, 3, 'security'),
      ),
    ],
  },
]

export const unions = ['Hội Nông dân', 'Hội Liên hiệp Phụ nữ', 'Hội Cựu chiến binh', 'Liên đoàn Lao động', 'Đoàn Thanh niên']
