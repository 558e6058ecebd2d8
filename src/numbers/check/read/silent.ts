import type { Row } from './lexicon.ts'

/**
 * The closed class: words that say neither what is counted nor of whom, when or how. A content word never stands here:
 * what is missing costs an «unsure», what is too much costs a false «holds».
 */
export const silent_rows: readonly Row[] = [
  ['silent', '', 'có | đã có | đã | được | là | thì | mà | và | của | ở | tại | trong | trên | vào | với | cùng với | về | rằng | này | đó | rồi | cũng | vẫn | đều | đã đạt được'],
  ['silent', '', 'gồm | bao gồm | gồm có | tổng cộng | tính tròn | tính gộp | tính gộp lại | tổng số | cả thảy | tất cả | cộng chung | tính chung | tính chung cả | lũy kế | cộng dồn | đang có | hiện đang có | mà là | nói chung | con số | cả'],
  ['silent', '', 'mới | mới có | chỉ | chỉ có | chỉ còn | còn | hiện còn | đúng | vẫn còn | vẹn | vỏn vẹn | riêng | cụ thể | cụ thể là | trong đó | trong số đó | trong đó có | đó là | đây là | như vậy | như vậy là'],
  ['silent', '', 'theo đó | bên cạnh đó | ngoài ra | đồng thời | đặc biệt | đáng chú ý | đáng mừng | kết quả | kết quả là | kết quả nổi bật là | nổi bật là | về kết quả | nhìn chung | cùng đó | cùng với đó | tiếp đó'],
  ['silent', '', 'đơn vị | địa phương | các địa phương | các địa phương trong | các đơn vị | ở các địa phương | từ tỉnh đến cơ sở | ai cũng | ai | toàn thể | toàn bộ | số liệu | đạt con số | lên tới | tới | trong số các địa phương | trong số các huyện | trong số các huyện, thành phố | trong các huyện | trong các huyện, thành phố | một trong | là một trong | một trong số | nằm trong số | tính cho | tính riêng | mà chỉ còn | mà chỉ có | ảnh'],
  ['silent', '', 'thực tế | trên thực tế | điều đáng mừng là | điều đáng mừng | điều đáng ghi nhận là | điều phấn khởi là | phải khẳng định rằng | phải khẳng định | cần khẳng định rằng | xin khẳng định rằng | phải nói rằng | phải nói là | được biết | vào thời điểm | tại thời điểm | ở thời điểm | thời điểm | hồi | vào hồi'],
] // biome-ignore format: a table reads by its columns

/** Words of others about the claim: who reports it, and what only adorns it. */
export const aside_rows: readonly Row[] = [
  ['aside', 'before', 'nhờ | nhờ có | khác với | khác hẳn | trong khi | trong bối cảnh | trong lúc | sau khi tổng hợp | dưới sự | với sự | với tinh thần | với phương châm | với quyết tâm | với sự vào cuộc | phát huy | thực hiện | triển khai thực hiện | bằng nhiều | quán triệt | hưởng ứng | sau thời gian | qua thời gian | nhìn lại | nhìn lại chặng đường | điểm lại | bằng sức dân | với sức dân | bằng nội lực | bằng sự đồng lòng | bằng sự chung sức | bằng sự vào cuộc'],
  ['aside', 'behind', 'góp phần | qua đó | từ đó | nhờ đó | nhờ vậy | tạo tiền đề | tạo động lực | tạo nền tảng | tạo sức lan tỏa | tạo niềm tin | là kết quả của | là nỗ lực | là sự nỗ lực | làm thay đổi'],
  ['aside', 'either', 'đời sống | bộ mặt nông thôn | bộ mặt thôn bản | diện mạo nông thôn | hạ tầng | kết cấu hạ tầng | cơ sở hạ tầng | thu nhập'],
  ['aside', 'concession', 'tuy | mặc dù | dù | dẫu | tuy rằng | dù rằng | cho dù'],
  ['source', 'before', 'theo | như | theo báo cáo | theo thống kê | theo số liệu | theo tổng hợp | theo kết quả | theo thông tin | báo cáo của | thống kê của | số liệu của | tổng hợp của'],
  ['source', 'behind', 'cho biết | cho hay | cho thấy | thông tin | nêu rõ | báo cáo | ghi nhận | thống kê | khẳng định | nhấn mạnh | thông báo | công bố'],
] // biome-ignore format: a table reads by its columns
