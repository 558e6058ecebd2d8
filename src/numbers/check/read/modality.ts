import type { Row } from './lexicon.ts'

/**
 * How a claim is said; `mentioned`: «tại 15 xã …» speaks of them, and not of how many there are. Only a fact is judged.
 */
export type Modality =
  | 'fact'
  | 'plan'
  | 'purpose'
  | 'condition'
  | 'question'
  | 'denied'
  | 'doubted'
  | 'at-risk'
  | 'in-progress'
  | 'hearsay'
  | 'mentioned'

/**
 * The list is for the reason that is shown: a word that is missing here is left unread, and the claim is unsure all the
 * same.
 */
export const modality_rows: readonly Row[] = [
  ['modality', 'plan', 'phấn đấu | quyết tâm | mục tiêu | mục tiêu là | chỉ tiêu | kế hoạch | theo kế hoạch | như kế hoạch | dự kiến | dự tính | dự định | đặt ra | đề ra | đặt mục tiêu | hướng tới | hướng đến | lộ trình | sẽ | sắp | sắp có | mong | mong muốn | mong có | mơ ước | hy vọng | kỳ vọng | quyết định | xác định | nghị quyết xác định | yêu cầu | đề nghị | kiến nghị | cần | cần có | phải | phải có | giao | được giao | đăng ký về đích | đăng ký đạt chuẩn | đăng ký | hứa | cam kết đưa | chuẩn bị | tiến tới | định hướng | quy hoạch | đề án | vận động | ước | ước tính | ước đạt | hoàn thành mục tiêu | nhiệm vụ'],
  ['modality', 'purpose', 'để | nhằm | nhằm mục đích | để có | để đưa'],
  ['modality', 'condition', 'nếu | nếu như | giả sử | giả như | trong trường hợp | trường hợp | miễn là | chỉ khi | khi | một khi | lẽ ra | đáng lẽ | giá như'],
  ['modality', 'question', 'bao nhiêu | phải chăng | liệu | có phải | có đúng | có thật | hay không | mấy'],
  ['modality', 'denied', 'không | không phải | không có | không còn | không đạt | chưa | chưa có | chưa đạt | chưa đạt mốc | chưa được | chẳng | chẳng có | chẳng phải | đâu có | làm gì có | bác bỏ | phủ nhận | sai | sai sự thật | nhầm | viết nhầm | đính chính | không chính xác | thiếu chính xác | thất thiệt'],
  ['modality', 'doubted', 'có lẽ | có thể | chắc | hình như | dường như | nghi ngờ | nghi | khó có thể | chưa chắc | chưa rõ | chưa kiểm chứng | tưởng | cứ ngỡ | ngỡ'],
  ['modality', 'at-risk', 'nguy cơ | có nguy cơ | đứng trước nguy cơ | suýt | có khả năng'],
  ['modality', 'in-progress', 'đang | đang trong quá trình | đang được | bước đầu | cơ bản | gần như'],
  ['modality', 'hearsay', 'nghe nói | nghe đồn | tin đồn | đồn | được cho là | theo dư luận | trên mạng | mạng xã hội | theo lời'],
] // biome-ignore format: a table reads by its columns
