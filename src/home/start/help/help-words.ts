import type { Role } from '../../../platform/role/index.ts'
import type { Language } from '../../../platform/web/index.ts'

/** Whom a page of help is for: everybody is a member, and some hold a role. */
export type Helped = Role | 'member'

/** One printed page: what the role is, what it does in the register, step by step, and what stands in the way at times. */
type Help = { title: string; lead: string; steps: readonly string[]; careful: readonly string[] }

/** The last part of the address of each page. */
export const help_slugs: Record<Helped, string> = {
  member: 'dang-vien',
  secretary: 'bi-thu',
  leader: 'nguoi-dung-dau',
  'unit-office': 'van-phong-don-vi',
  'superior-office': 'van-phong-cap-tren',
  administrator: 'quan-tri',
  auditor: 'kiem-tra',
  reporter: 'phong-vien',
  editor: 'bien-tap-vien',
  'fact-checker': 'thu-ky-kiem-so',
  publisher: 'nguoi-duyet-dang',
}

const vi: Record<Helped, Help> = {
  member: {
    title: 'Đảng viên',
    lead: 'Mỗi năm viết một bản cam kết có số việc làm theo như quy định, báo tiến độ từng việc, và xem được sổ giữ gì về mình.',
    steps: [
      'Mở trang Giấy mời, nhập mã trên giấy, đặt mật khẩu của riêng mình.',
      'Chọn bước thứ hai: in bảng 24 mã nếu không có điện thoại, hoặc dùng ứng dụng mã trên điện thoại. Về sau thêm được khóa truy cập ở trang tài khoản.',
      'Ở Việc của tôi, bấm vào đợt đăng ký đang mở và viết bản cam kết từng phần. Nội dung được giữ lại khi dừng giữa chừng.',
      'Xem lại rồi nộp. Giấy nhận có ngày giờ và mã; in ra hoặc giữ địa chỉ.',
      'Khi việc tiến triển, mở việc đó ở Việc của tôi và báo tiến độ; có ảnh hay giấy tờ thì gửi kèm làm minh chứng.',
      'Bản bị trả lại thì ở Việc của tôi có lời ghi của người trả: sửa và nộp lại.',
    ],
    careful: [
      'Không viết bí mật nhà nước, cũng không viết chuyện riêng của người khác.',
      'Quên mật khẩu hoặc mất bảng mã: xin quản trị của đơn vị một giấy mời mới.',
      'Ai đã đọc hồ sơ, sổ giữ gì, muốn sửa hay xóa: trang tài khoản, mục Dữ liệu về tôi.',
      'Dùng máy chung thì bấm Thoát khi xong.',
    ],
  },
  secretary: {
    title: 'Bí thư',
    lead: 'Theo dõi chi bộ: ai đã nộp, ai còn thiếu; đọc, xác nhận hoặc trả lại bản cam kết; nhắc người chưa nộp.',
    steps: [
      'Mở Chi bộ: danh sách cho biết ai đã nộp, ai còn thiếu, bản nào đang chờ.',
      'Bấm Đọc để đọc lần lượt từng bản đang chờ. Xác nhận từng bản, hoặc trả lại kèm lời ghi rõ phải sửa gì.',
      'Xác nhận nhầm thì bấm Hoàn tác, được cho đến khi cấp trên đã làm bước sau.',
      'Ai không tự viết được thì in phiếu cho họ viết tay, rồi nhập hộ và ghi người nhập.',
      'Bấm Nhắc để nhắc mọi người còn thiếu một lần: ở trang của họ, bằng thư nếu có địa chỉ, và bằng danh sách giấy.',
      'Đi vắng thì sang Ủy quyền, giao việc này cho một người trong một thời gian.',
    ],
    careful: [
      'Không ai xác nhận bản của chính mình: bản của bí thư do văn phòng cấp trên xác nhận.',
      'Mỗi lần mở bản của người khác đều được ghi lại, và người ấy thấy.',
      'Vai trò chưa dùng được sau khi nhận tài khoản: bấm Xin xác nhận ở trang tài khoản.',
    ],
  },
  leader: {
    title: 'Người đứng đầu',
    lead: 'Lập kế hoạch hành động cá nhân theo chức vụ, và xem việc của đơn vị đã đầy đủ đến đâu.',
    steps: [
      'Mở Kế hoạch của tôi: mỗi chức vụ trong năm cần một kế hoạch.',
      'Viết từng phần, xem lại, rồi nộp. Kế hoạch được trình tập thể và cấp trên phê duyệt.',
      'Bị trả lại thì sửa theo lời ghi và nộp lại; bản trước vẫn còn.',
      'Mở Đối soát để xem từng đơn vị trực thuộc: bao nhiêu người phải đăng ký, bao nhiêu đã nộp.',
      'Đi vắng thì sang Ủy quyền, giao việc cho một người trong một thời gian.',
    ],
    careful: [
      'Không ai phê duyệt kế hoạch của chính mình.',
      'Thôi chức vụ thì kế hoạch của chức vụ ấy ở lại trong sổ, người mới lập kế hoạch của mình.',
    ],
  },
  'unit-office': {
    title: 'Văn phòng đơn vị',
    lead: 'Giữ danh sách người của đơn vị, đưa danh sách từ Excel vào, nhập hộ và nhắc việc.',
    steps: [
      'Mở Nhân sự để thêm người, sửa, chuyển sinh hoạt, cho thôi sinh hoạt và giao chức vụ.',
      'Có danh sách lớn thì mở Danh sách từ Excel: gửi tệp, nói cột nào là gì, xem khác gì so với sổ, chọn những người còn nghi ngờ.',
      'Một người khác xác nhận. Ô sai được đánh dấu trong chính tệp ấy để sửa và gửi lại.',
      'Danh sách có chi bộ mà sổ chưa biết thì trang ấy đề nghị thêm theo một văn bản.',
      'Đơn vị mới, đổi tên: mở Cây tổ chức. Trên 20 đơn vị một lần thì cần người thứ hai.',
      'Yêu cầu của người dân về dữ liệu của mình: mở Dữ liệu cá nhân, trả lời trong hai ngày làm việc.',
    ],
    careful: [
      'Người gửi danh sách không tự xác nhận danh sách ấy.',
      'Ghi nhầm thì hoàn tác cả lần gửi, khi chưa có gì khác dựa vào nó.',
      'Văn bản mật không đưa lên đây.',
    ],
  },
  'superior-office': {
    title: 'Văn phòng cấp trên',
    lead: 'Phát động đợt đăng ký, theo dõi cả cây đơn vị, phê duyệt, và là người thứ hai của quản trị.',
    steps: [
      'Mở Đợt đăng ký để phát động một đợt: năm, ngày mở, hạn nộp, ai phải đăng ký. Gia hạn và miễn cho từng người cũng ở đó.',
      'Mở Đối soát để xem nhánh nào còn thiếu, và nhắc một lần cho cả nhánh.',
      'Phê duyệt bản cam kết đã được xác nhận và kế hoạch của lãnh đạo.',
      'Mở Xác nhận giấy mời: hỏi chính người được mời hoặc đơn vị của họ, rồi đánh dấu và xác nhận. Một đợt nhiều người xác nhận một lần.',
      'Sáp nhập, chia tách, kết thúc đơn vị: mở Sáp nhập, lập kế hoạch theo văn bản; một người khác xác nhận.',
    ],
    careful: [
      'Không ai xác nhận việc do chính mình trình.',
      'Sao lưu sổ trước khi xác nhận một lần sáp nhập.',
      'Đợt phát động nhầm thì rút; bản đã nộp không mất.',
    ],
  },
  administrator: {
    title: 'Quản trị',
    lead: 'Mời người vào sổ, giao và thôi vai trò, giao chức vụ. Quản trị không đọc bản cam kết của ai.',
    steps: [
      'Mở Mời mở tài khoản. Một người: tìm tên và in giấy mời. Cả chi bộ hay cả đơn vị: bấm vào tên đơn vị, chọn mời ai, rồi Làm giấy mời.',
      'Chờ việc chạy xong, in phiếu A5 hoặc danh sách để cắt, giao tận tay. Trong một ngày in lại được; in đủ rồi thì bấm Đã in đủ.',
      'Ai giữ vai trò, hoặc đã có tài khoản, thì giấy mời chờ người thứ hai: quản trị khác hay văn phòng cấp trên.',
      'Ai chưa vào: mở lại trang của đơn vị, chọn Người đã được mời mà chưa vào, bấm một lần là gia hạn cho tất cả.',
      'Mở Vai trò để giao hoặc thôi vai trò, kèm văn bản. Không ai giao cho chính mình.',
      'Trang đầu báo khi bản sao lưu đã cũ, thư không gửi được, hay đồng hồ máy chạy sai.',
    ],
    careful: [
      'Đưa giấy mời cho đúng người có tên. Ai cầm mã thì mở được tài khoản.',
      'Không quản trị nào vào được: trên máy chủ chạy neu-guong administrator.',
      'Không gửi mã qua tin nhắn hay thư chung.',
    ],
  },
  auditor: {
    title: 'Kiểm tra',
    lead: 'Đọc số đếm và sổ nhật ký, kiểm xem sổ có bị sửa ngầm không. Kiểm tra không đọc hồ sơ của ai.',
    steps: [
      'Mở Sổ nhật ký, chọn ngày và loại việc để xem ai làm gì, thay cho ai.',
      'Tải đầu sổ đã ký về giữ ở nơi khác: đó là nhân chứng ngoài máy.',
      'Trên máy chủ chạy neu-guong ledger verify để tính lại mã băm của mọi dòng được bảo đảm.',
      'Mở Đợt đăng ký và Đối soát để xem số đếm từng đơn vị.',
      'Ở cổng thông tin, mở một con số để xem nó đếm gì, tính ngày nào, còn đúng không.',
    ],
    careful: [
      'Nội dung đã xóa theo quy tắc lưu trữ được báo là đã xóa, không phải là bị sửa.',
      'So khóa in ra với khóa đã công bố trước khi tin kết quả.',
    ],
  },
  reporter: {
    title: 'Phóng viên',
    lead: 'Viết bài, lấy bài từ Word, gắn số trong bài với sổ.',
    steps: [
      'Mở Bàn tin, bấm viết bài mới hoặc lấy từ tệp Word.',
      'Viết và lưu; mỗi lần lưu là một bản, lấy lại được bản cũ.',
      'Ở phần kiểm số, gắn từng con số với câu hỏi của sổ, hoặc ghi lý do vì sao sổ không trả lời.',
      'Nộp bài cho biên tập. Bài bị trả lại thì có lời ghi ở đó.',
    ],
    careful: ['Tên một người chỉ đăng khi người ấy đã đồng ý.', 'Số quá nhỏ không được đăng, để không ai đoán ra một người.'],
  },
  editor: {
    title: 'Biên tập viên',
    lead: 'Sửa bài, trả lại hoặc chuyển tiếp cho kiểm số.',
    steps: [
      'Mở Bàn tin: bài đang chờ biên tập đứng đầu.',
      'Đọc như bạn đọc sẽ thấy, sửa, và lưu.',
      'Trả lại kèm lời ghi, hoặc chuyển cho thư ký kiểm số.',
      'Bài đã đăng mà cần sửa: soạn tiếp bản đính chính hoặc cập nhật, kèm lời cho bạn đọc.',
    ],
    careful: ['Ai đã viết trong bài thì không duyệt đăng bài ấy.', 'Bản đã đăng không sửa được nữa: chỉ có bản sau.'],
  },
  'fact-checker': {
    title: 'Thư ký kiểm số',
    lead: 'Xem từng con số trong bài có đúng với sổ không, và ký nhận phần số.',
    steps: [
      'Mở Bàn tin, vào bài đang chờ kiểm số.',
      'Với mỗi con số: khớp, lệch, không có trong sổ, hay chưa chắc. Mở số để xem dòng và cách tính.',
      'Số lệch: gắn lại câu hỏi cho đúng ngày và đúng đơn vị, hoặc trả bài kèm lời ghi.',
      'Số mà sổ không trả lời: phải có lý do và nguồn.',
      'Mọi số đã có kết luận thì ký nhận, bài sang người duyệt đăng.',
    ],
    careful: ['Số đã in giữ nguyên ngày tính của nó. Sau này sổ biết khác thì trang của số ấy sẽ nói.'],
  },
  publisher: {
    title: 'Người duyệt đăng',
    lead: 'Quyết định bài nào ra, ra lúc nào; gỡ bài khi cần.',
    steps: [
      'Mở Bàn tin, vào bài đang chờ duyệt.',
      'Đọc cả bài và kết quả kiểm số.',
      'Duyệt đăng ngay, hoặc hẹn giờ. Các con số được chốt lúc đăng.',
      'Không được thì trả lại kèm lời ghi.',
      'Bài phải gỡ: gỡ kèm lý do; địa chỉ của bài sẽ nói như vậy.',
    ],
    careful: ['Chỉ duyệt được bài mà mình không viết chữ nào.', 'Người rút sự đồng ý nêu tên: tên tự mất khỏi mọi bài.'],
  },
}

const en: Record<Helped, Help> = {
  member: {
    title: 'Member',
    lead: 'Each year you write a commitment of as many deeds as the rule asks, report on each, and see what the register holds about you.',
    steps: [
      'Open the page Invitation, type the code of your sheet, and set a password of your own.',
      'Choose a second step: print 24 codes if you have no telephone, or use an application for codes. Passkeys can be added later on the account page.',
      'On My work open the campaign that runs, and write the commitment part by part. What you wrote is kept when you stop.',
      'Look it over and hand it in. The receipt has the time and a code: print it or keep its address.',
      'When a deed moves on, open it on My work and report; a photo or a paper can be sent with it as evidence.',
      'If it is sent back, the reason stands on My work: mend it and hand it in again.',
    ],
    careful: [
      'Write no state secret, and nothing private of others.',
      'Password forgotten or codes lost: ask the administrator of your unit for another invitation.',
      'Who opened your file, what is held, correcting or erasing it: the account page, Data about me.',
      'On a shared computer sign out when you are done.',
    ],
  },
  secretary: {
    title: 'Secretary',
    lead: 'You follow the cell: who has handed in and who is missing. You read, endorse or send back, and remind.',
    steps: [
      'Open Cell: the list says who has handed in, who is missing, and what waits.',
      'Read what waits, one after the other. Endorse each, or send it back and say what to mend.',
      'An endorsement made by mistake is undone by one press, until the level above has acted.',
      'For whoever cannot write it themselves print a sheet to write on, and enter it in their name.',
      'Remind everybody missing by one press: on their page, by mail where there is an address, and on a list of paper.',
      'When you are away, lend this work to somebody for a time under Lending.',
    ],
    careful: [
      'Nobody endorses their own: the office above endorses a secretary’s.',
      'Each time you open another’s commitment it is written down, and they see it.',
      'If your role does not work yet after the account is opened, ask for confirmation on the account page.',
    ],
  },
  leader: {
    title: 'Leader',
    lead: 'You make a personal plan of action for your post, and see how complete your unit is.',
    steps: [
      'Open My plan: each post owes one for the year.',
      'Write it part by part, look it over and hand it in. It is presented to the collective, and the level above approves it.',
      'If it is sent back, mend it as the note says; the earlier version stays.',
      'Open Completeness to see each unit below: how many are due, and how many have handed in.',
      'When you are away, lend your work to somebody for a time under Lending.',
    ],
    careful: [
      'Nobody approves their own plan.',
      'When you leave a post, its plan stays in the register, and whoever follows makes their own.',
    ],
  },
  'unit-office': {
    title: 'Unit office',
    lead: 'You keep the people of the unit, bring in rosters from Excel, enter for others and remind.',
    steps: [
      'Open People to enrol, correct, transfer and release, and to appoint to posts.',
      'For a whole list open Rosters from Excel: send the file, say which column is what, read the differences, and choose where it is doubtful.',
      'A second person confirms. Faulty cells come back marked in the same file.',
      'Where the list names a cell that the register does not know, the page offers to found it by an instrument.',
      'New units and names: open Organisations. More than 20 at once take a second person.',
      'Requests of people about their own data: open Personal data, and answer within two working days.',
    ],
    careful: [
      'Whoever sends a roster does not confirm it.',
      'A mistake is undone as a whole, as long as nothing else rests on it.',
      'Secret documents do not belong here.',
    ],
  },
  'superior-office': {
    title: 'Superior office',
    lead: 'You call campaigns, follow the whole tree, approve, and are the second person of administrators.',
    steps: [
      'Open Campaigns to call one: the year, when it opens, when it is due, who owes. Extending and excepting stand there too.',
      'Open Completeness to see which branch is missing, and remind a whole branch at once.',
      'Approve commitments that were endorsed, and leaders’ plans.',
      'Open Confirm invitations: ask those invited or their unit, mark and confirm. What one press invited is confirmed once.',
      'Mergers, splits and the end of a unit: open Mergers and write the plan of the instrument; a second person confirms.',
    ],
    careful: [
      'Nobody confirms what they laid themselves.',
      'Take a backup before a merger is confirmed.',
      'A campaign called by mistake is withdrawn; nothing that was handed in is lost.',
    ],
  },
  administrator: {
    title: 'Administrator',
    lead: 'You invite people, grant and end roles, and appoint. An administrator reads nobody’s commitment.',
    steps: [
      'Open Invite to an account. For one person find their name and print. For a cell or a unit open it, choose whom to invite, and make the invitations.',
      'When they are made, print A5 sheets or a list to cut, and hand them over. You can print again for a day; when all is printed, say so.',
      'Where somebody holds a role or has an account already, the invitation waits for a second person: another administrator or the office above.',
      'Who has not come: open the unit again, choose those who were invited, and renew for all by one press.',
      'Open Roles to grant or end a role by an instrument. Nobody grants to themselves.',
      'Your first page says when a backup is old, letters do not go out, or the clock is wrong.',
    ],
    careful: [
      'Give each sheet to the person it names. Whoever has the code opens the account.',
      'Where no administrator can get in: neu-guong administrator, on the server.',
      'Send no code by message or by shared mail.',
    ],
  },
  auditor: {
    title: 'Auditor',
    lead: 'You read counts and the ledger, and see whether the register was changed unseen. You read nobody’s file.',
    steps: [
      'Open Ledger, choose a day and a kind of act: who did what, and on whose behalf.',
      'Download the signed heads and keep them elsewhere: they are the witness off the machine.',
      'On the server run neu-guong ledger verify: it computes again the digest of every row that is vouched for.',
      'Open Campaigns and Completeness for the counts of each unit.',
      'On the portal open a number: what it counted, of which day, and whether it still holds.',
    ],
    careful: [
      'What was erased by its retention rule is reported as erased, not as changed.',
      'Compare the key that is printed with the published one before you trust the answer.',
    ],
  },
  reporter: {
    title: 'Reporter',
    lead: 'You write articles, take them from Word, and tie their numbers to the register.',
    steps: [
      'Open the news desk, and write a new article or take one from a Word file.',
      'Write and save; each save is a version, and an earlier one can be taken back.',
      'Among the numbers tie each to a question of the register, or give the reason why it does not answer.',
      'Hand it to an editor. If it comes back, the note stands there.',
    ],
    careful: ['A person is named only with their consent.', 'Numbers that are too small are not published, so that nobody is found out.'],
  },
  editor: {
    title: 'Editor',
    lead: 'You edit, send back, or pass on to the fact-checker.',
    steps: [
      'Open the news desk: what waits for an editor stands first.',
      'Read it as readers will, edit, and save.',
      'Send it back with a note, or pass it on to the fact-checker.',
      'For an article that is out: write a correction or an update after it, with a note for readers.',
    ],
    careful: ['Whoever wrote in an article does not approve it.', 'A published edition is never changed: only another follows.'],
  },
  'fact-checker': {
    title: 'Fact-checker',
    lead: 'You see whether each number of an article is the register’s, and sign the numbers off.',
    steps: [
      'Open the news desk and an article that waits for its numbers.',
      'Each number holds, differs, is not in the register, or is unsure. Open it for its rows and its rule.',
      'Where it differs, tie it again to the right day and unit, or send the article back with a note.',
      'Where the register does not answer there must be a reason and a source.',
      'When each number has its verdict, sign off: the article goes to a publisher.',
    ],
    careful: ['A printed number keeps its day. Where the register comes to know otherwise, the number’s page says so.'],
  },
  publisher: {
    title: 'Publisher',
    lead: 'You decide what goes out and when, and withdraw where you must.',
    steps: [
      'Open the news desk and an article that waits for approval.',
      'Read all of it, and what the check of its numbers found.',
      'Approve it for now or for an hour. Its numbers are frozen when it goes out.',
      'Otherwise send it back with a note.',
      'An article that must go is withdrawn with its reason; its address says so.',
    ],
    careful: [
      'You approve only what you wrote nothing in.',
      'Where somebody takes back their consent, their name goes from every article by itself.',
    ],
  },
}

export const help_texts: Record<Language, Record<Helped, Help>> = { vi, en }

export const help_words = {
  vi: {
    title: 'Giúp đỡ',
    lead: 'Mỗi vai trò một trang, in ra được. Bấm vào vai trò của mình.',
    steps: 'Làm thế nào',
    careful: 'Nên nhớ',
    all: 'Mọi trang giúp đỡ',
    print: 'In trang này bằng lệnh in của trình duyệt: một mặt A4.',
    sign_in: 'Đăng nhập',
  },
  en: {
    title: 'Help',
    lead: 'A page for each role, to be printed. Open yours.',
    steps: 'How it is done',
    careful: 'To bear in mind',
    all: 'All pages of help',
    print: 'Print this page with the browser’s print command: one side of A4.',
    sign_in: 'Sign in',
  },
} satisfies Record<Language, unknown>
