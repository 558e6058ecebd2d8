import { file } from '../../../platform/staff/index.ts'

/** Sending a list. */
export const send_form = {
  file: file({
    label: { vi: 'Tệp Excel hoặc CSV', en: 'A file of Excel or CSV' },
    hint: {
      vi: 'Mỗi dòng một công nhận. Không ai bị nêu tên vì danh sách này: nêu tên phải có đồng ý.',
      en: 'One recognition a row. Nobody is named in public because of it: that takes their consent.',
    },
    accept: '.xlsx,.csv',
  }),
}
