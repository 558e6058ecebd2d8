/**
 * What a Vietnamese office, union or place is called in English. A name is read from the left: what it is, then what it
 * belongs to, so that one row a noun serves every name that is made with it. Proper names keep their letters. Pure.
 */

/** «Đảng bộ xã Quang Thuận» → "Party Committee of Quang Thuận commune". Null where a word is not in the list below. */
export function nameInEnglish(name: string): string | null {
  return readName(name.normalize('NFC').trim())?.replace(/^the /, '') ?? null
}

/** A name as a page of that language prints it; one that English has no words for stays as it is. */
export function sayName(name: string, lang: 'vi' | 'en'): string {
  return lang === 'en' ? (nameInEnglish(name) ?? name) : name
}

/** A unit with the one above it, for cells of one name stand under many: «Chi bộ Phòng số 2, Đảng bộ Sở Y tế». */
export function sayUnit({ unit_name, above_name }: { unit_name: string; above_name: string | null }, lang: 'vi' | 'en'): string {
  return above_name === null ? sayName(unit_name, lang) : `${sayName(unit_name, lang)}, ${sayName(above_name, lang)}`
}

/**
 * «1703/QĐ-UBND» → "Decision 1703/QĐ-UBND": the sign says which type of text it is. One whose sign does not say stays
 * as it is.
 */
export function sayInstrument(number: string, lang: 'vi' | 'en'): string {
  const letters = number.split(/[^\p{L}]+/u)
  const type = types.find(([sign]) => letters.includes(sign))
  return lang === 'en' && type ? `${type[2]} ${number}` : number
}

const PROPER = /^\p{Lu}[\p{L}'’-]*(?: \p{Lu}[\p{L}'’-]*)*$/u
const NUMBERED = /^số (\d+)(?: (.+))?$/
const SIGN = /^(?:số )?(\d+[/-]\S+)$/

function readName(name: string): string | null {
  const noun = nouns_longest_first.find(([vietnamese]) => name === vietnamese || name.startsWith(`${vietnamese} `))
  if (!noun) return PROPER.test(name) ? name : null
  return withRest(noun[1], name.slice(noun[0].length).trim())
}

/**
 * A number and a proper name name the thing itself ("Cell No. 3", "Ba Bể district"); anything else is what it belongs
 * to.
 */
function withRest(noun: string, rest: string): string | null {
  if (rest === '') return noun
  const [, sign] = SIGN.exec(rest) ?? []
  if (sign) return `${withoutArticle(noun)} ${sign}`
  const [, number, beyond = ''] = NUMBERED.exec(rest) ?? []
  if (number) return withRest(`${withoutArticle(noun)} No. ${number}`, beyond)
  const whole = readName(rest)
  if (whole === rest) return `${rest} ${withoutArticle(noun)}`
  return whole && `${noun} of ${whole}`
}

function withoutArticle(noun: string): string {
  return noun.replace(/^the /, '')
}

/** The types of instrument, each with the letters that stand for it in a sign. */
const types: [sign: string, vietnamese: string, english: string][] = [
  ['CT', 'Chỉ thị', 'Directive'],
  ['NQ', 'Nghị quyết', 'Resolution'],
  ['QĐ', 'Quyết định', 'Decision'],
  ['QĐi', 'Quy định', 'Regulation'],
  ['KH', 'Kế hoạch', 'Plan'],
  ['KL', 'Kết luận', 'Conclusion'],
  ['HD', 'Hướng dẫn', 'Guidance'],
  ['NĐ', 'Nghị định', 'Decree'],
  ['TT', 'Thông tư', 'Circular'],
  ['CV', 'Công văn', 'Official letter'],
]

const nouns: Record<string, string> = {
  // Posts
  'Bí thư': 'the Secretary',
  'Phó Bí thư': 'the Deputy Secretary',
  'Chủ tịch': 'the Chair',
  'Phó Chủ tịch': 'the Deputy Chair',
  'Giám đốc': 'the Director',
  'Phó Giám đốc': 'the Deputy Director',
  'chi bộ': 'the Party Cell',
  'đảng ủy': 'the Party Committee',
  'huyện ủy': 'the District Party Committee',
  'tỉnh ủy': 'the Provincial Party Committee',

  // Places
  tỉnh: 'the province',
  huyện: 'the district',
  'thành phố': 'the city',
  'thị xã': 'the town',
  xã: 'the commune',
  phường: 'the ward',
  'thị trấn': 'the township',
  'đặc khu': 'the special zone',
  thôn: 'the village',
  'tổ dân phố': 'the residential group',

  // The Party
  'Bộ Chính trị': 'the Politburo',
  'Tỉnh ủy': 'the Provincial Party Committee',
  'Huyện ủy': 'the District Party Committee',
  'Thành ủy': 'the City Party Committee',
  'Đảng ủy': 'the Party Committee',
  'Đảng bộ': 'the Party Committee',
  'Chi bộ': 'the Party Cell',
  'Chi bộ cơ sở': 'the Base Party Cell',
  'Ban Thường vụ': 'the Standing Board',
  'Ban Tổ chức': 'the Organisation Board',
  'Ban Tuyên giáo': 'the Information and Education Board',
  'Ban Dân vận': 'the Mass Mobilisation Board',
  'Ban Nội chính': 'the Internal Affairs Board',
  'Ban Tổ chức - Nội vụ': 'the Organisation and Home Affairs Board',
  'Ban Tuyên giáo và Trung tâm Chính trị': 'the Information and Education Board and Political Centre',
  'Ủy ban Kiểm tra': 'the Inspection Commission',
  'Ủy ban Kiểm tra - Thanh tra': 'the Inspection Commission and Inspectorate',
  'cấp ủy': 'the Party Committee',
  'Khối các cơ quan và doanh nghiệp': 'the Bloc of Agencies and Enterprises',
  'Trường Chính trị': 'the Political School',
  'Trung tâm Bồi dưỡng chính trị': 'the Political Training Centre',

  // The state
  'Quốc hội': 'the National Assembly',
  'Ủy ban Thường vụ Quốc hội': 'the Standing Committee of the National Assembly',
  'Chính phủ': 'the Government',
  'Thủ tướng Chính phủ': 'the Prime Minister',
  'Ủy ban nhân dân': 'the People’s Committee',
  UBND: 'the People’s Committee',
  'UBND cấp huyện': 'the People’s Committees of the districts',
  'UBND cấp xã': 'the People’s Committees of the communes',
  'HĐND và UBND': 'the People’s Council and People’s Committee',
  HĐND: 'the People’s Council',
  'Hội đồng nhân dân': 'the People’s Council',
  'Văn phòng': 'the Office',
  'Sở Nội vụ': 'the Department of Home Affairs',
  'Sở Tài chính': 'the Department of Finance',
  'Sở Kế hoạch và Đầu tư': 'the Department of Planning and Investment',
  'Sở Tư pháp': 'the Department of Justice',
  'Sở Công Thương': 'the Department of Industry and Trade',
  'Sở Nông nghiệp và Phát triển nông thôn': 'the Department of Agriculture and Rural Development',
  'Sở Giao thông vận tải': 'the Department of Transport',
  'Sở Xây dựng': 'the Department of Construction',
  'Sở Tài nguyên và Môi trường': 'the Department of Natural Resources and Environment',
  'Sở Thông tin và Truyền thông': 'the Department of Information and Communications',
  'Sở Lao động - Thương binh và Xã hội': 'the Department of Labour, Invalids and Social Affairs',
  'Sở Văn hóa, Thể thao và Du lịch': 'the Department of Culture, Sports and Tourism',
  'Sở Khoa học và Công nghệ': 'the Department of Science and Technology',
  'Sở Giáo dục và Đào tạo': 'the Department of Education and Training',
  'Sở Y tế': 'the Department of Health',
  'Phòng Nội vụ': 'the Home Affairs Division',
  'Phòng Tài chính - Kế hoạch': 'the Finance and Planning Division',
  'Phòng Tài nguyên và Môi trường': 'the Natural Resources and Environment Division',
  'Phòng Lao động - Thương binh và Xã hội': 'the Labour, Invalids and Social Affairs Division',
  'Phòng Kinh tế - Hạ tầng': 'the Economy and Infrastructure Division',
  'Phòng Nông nghiệp': 'the Agriculture Division',
  'Phòng Văn hóa và Thông tin': 'the Culture and Information Division',
  'Phòng Giáo dục và Đào tạo': 'the Education and Training Division',
  'Thanh tra': 'the Inspectorate',
  'Ban Dân tộc': 'the Ethnic Affairs Board',
  'Ban Quản lý các khu công nghiệp': 'the Industrial Zones Authority',
  'Ban Quản lý dự án và công trình công cộng': 'the Projects and Public Works Board',
  'Trung tâm Phục vụ hành chính công': 'the Public Administration Service Centre',
  'Cục Thuế': 'the Tax Office',
  'Chi cục Thuế': 'the Tax Branch',
  'Cục Thống kê': 'the Statistics Office',
  'Cục Thi hành án dân sự': 'the Civil Judgement Enforcement Office',
  'Chi cục Thi hành án dân sự': 'the Civil Judgement Enforcement Branch',
  'Chi cục Kiểm lâm': 'the Forest Protection Branch',
  'Hạt Kiểm lâm': 'the Forest Protection Station',
  'Kho bạc Nhà nước': 'the State Treasury',
  'Bảo hiểm xã hội': 'the Social Insurance Office',
  'Tòa án nhân dân': 'the People’s Court',
  'Viện Kiểm sát nhân dân': 'the People’s Procuracy',
  'Quỹ Bảo vệ và phát triển rừng': 'the Forest Protection and Development Fund',

  // The Front and the unions
  'Ủy ban Mặt trận Tổ quốc': 'the Fatherland Front Committee',
  'Ủy ban Trung ương Mặt trận Tổ quốc': 'the Central Committee of the Fatherland Front',
  'Mặt trận Tổ quốc và các đoàn thể': 'the Fatherland Front and Mass Organisations',
  'Hội Nông dân': 'the Farmers’ Union',
  'Hội Liên hiệp Phụ nữ': 'the Women’s Union',
  'Hội Cựu chiến binh': 'the Veterans’ Association',
  'Liên đoàn Lao động': 'the Labour Federation',
  'Đoàn Thanh niên': 'the Youth Union',
  'Tỉnh đoàn': 'the Provincial Youth Union',
  'Hội Nhà báo': 'the Journalists’ Association',
  'Liên minh Hợp tác xã': 'the Cooperative Alliance',

  // Schools, health, the press
  'Trường Mầm non': 'the Kindergarten',
  'Trường Tiểu học': 'the Primary School',
  'Trường THCS': 'the Lower Secondary School',
  'Trường THPT': 'the Upper Secondary School',
  'Trường THPT Chuyên': 'the Upper Secondary School for the Gifted',
  'Trường Phổ thông Dân tộc nội trú': 'the Boarding School for Ethnic Minorities',
  'Trường Cao đẳng': 'the College',
  'Trung tâm Giáo dục nghề nghiệp': 'the Vocational Education Centre',
  'Tổ chuyên môn': 'Teaching Group',
  'Trạm Y tế': 'the Health Station',
  'Trung tâm Y tế': 'the Health Centre',
  'Trung tâm Kiểm soát bệnh tật': 'the Centre for Disease Control',
  'Bệnh viện Đa khoa': 'the General Hospital',
  Khoa: 'Clinical Department',
  Báo: 'the Newspaper',
  'Đài Phát thanh và Truyền hình': 'the Radio and Television Station',

  // Police and army
  'Công an': 'the Police',
  'Quân sự': 'the Military Command',
  'quân sự': 'the Military Command',
  'Ban Chỉ huy Quân sự': 'the Military Command',
  'Văn phòng Bộ Chỉ huy': 'the Headquarters Office',
  'Phòng Tham mưu': 'the Staff Division',
  'Phòng Tổ chức cán bộ': 'the Personnel Division',
  'Phòng Công tác chính trị': 'the Political Work Division',
  'Phòng Chính trị': 'the Political Division',
  'Phòng Hậu cần': 'the Logistics Division',
  'Phòng Kỹ thuật': 'the Technical Division',
  'Phòng Kỹ thuật hình sự': 'the Forensic Division',
  'Phòng Hồ sơ nghiệp vụ': 'the Records Division',
  'Phòng Cảnh sát giao thông': 'the Traffic Police Division',
  'Phòng Cảnh sát hình sự': 'the Criminal Police Division',
  'Phòng Cảnh sát điều tra': 'the Investigation Police Division',
  'Phòng Cảnh sát phòng cháy chữa cháy': 'the Fire Police Division',
  'Phòng An ninh nội địa': 'the Internal Security Division',
  'Phòng An ninh kinh tế': 'the Economic Security Division',
  'Phòng An ninh điều tra': 'the Security Investigation Division',
  'Phòng Quản lý xuất nhập cảnh': 'the Immigration Division',
  'Phòng Quản lý hành chính': 'the Administrative Police Division',
  'Trại Tạm giam': 'the Detention Centre',
  'Ban Tài chính': 'the Finance Board',
  'Đại đội Trinh sát': 'the Reconnaissance Company',
  'Trung đoàn bộ binh': 'the Infantry Regiment',
  'Tiểu đoàn huấn luyện': 'the Training Battalion',
  'Trường Quân sự': 'the Military School',
  Đội: 'Squad',

  // Enterprises
  'Điện lực': 'the Power Company',
  'Viễn thông': 'the Telecommunications Company',
  'Bưu điện': 'the Post Office',
  'Ngân hàng Nông nghiệp': 'the Bank for Agriculture',
  'Ngân hàng Chính sách xã hội': 'the Bank for Social Policies',
  'Ngân hàng Công thương': 'the Bank for Industry and Trade',
  'Ngân hàng Đầu tư': 'the Investment Bank',
  'Lâm trường': 'the State Forest Enterprise',
  'Công ty Cấp thoát nước': 'the Water Supply and Drainage Company',
  'Công ty Xây dựng cầu đường': 'the Road and Bridge Company',
  'Công ty Khoáng sản': 'Minerals Company',
  'Công ty Lâm nghiệp': 'Forestry Company',
  'Công ty Chè': 'Tea Company',
  'Công ty Môi trường đô thị': 'the Urban Environment Company',
  'Công ty Thủy điện': 'Hydropower Company',
  'Công ty Vận tải': 'Transport Company',
  'Công ty Sách và Thiết bị trường học': 'the School Books and Equipment Company',
  'Công ty Xổ số kiến thiết': 'the Lottery Company',
  'Công ty Thương mại': 'Trading Company',
  'Hợp tác xã Miến dong': 'Canna Noodle Cooperative',
  'Phân xưởng': 'Workshop',
  Phòng: 'Office',
}

const nouns_longest_first = [...Object.entries(nouns), ...types.map(([, vietnamese, english]) => [vietnamese, english] as const)].sort(
  ([a], [b]) => b.length - a.length,
)
