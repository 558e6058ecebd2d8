import { file } from '../../../../platform/staff/index.ts'

/** Sending a list. */
export const send_form = {
  file: file({
    label: { vi: 'Tệp danh sách', en: 'The list' },
    hint: {
      vi: 'Tệp .xlsx hoặc .csv có các cột Loại, Số lượng, Công trình, Ngày, Người đóng góp; thêm Nơi, Đơn vị tính, Là (hộ, cá nhân, tập thể), Đồng ý nêu tên, Ước tính, Vận động, Căn cứ nếu có. Danh sách tải từ trang Đóng góp cũng đọc được.',
      en: 'A file .xlsx or .csv with the columns Kind, Quantity, Work, Date, Giver; and Place, Measure, This is (a household, a person, several), Agrees to be named, Estimate, Asked by, Paper where there are any. The workbook of the page of contributions can be read, too.',
    },
    accept: '.xlsx,.csv',
  }),
}
