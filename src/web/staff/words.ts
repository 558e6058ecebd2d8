import type { Language } from '../language.ts'

/** What stands around every page where people work. */
export const staff_words = {
  vi: {
    site: 'Sổ nêu gương',
    menu: 'Công việc',
    person: 'Người đang dùng',
    account: 'Tài khoản',
    change_user: 'Đổi người dùng',
    sign_out: 'Thoát',
    to_portal: 'Cổng thông tin',
    summary: 'Có chỗ cần sửa',
    error: 'Lỗi',
    problem: 'Lỗi: ',
    demo: 'Dữ liệu mẫu: mọi cá nhân trong sổ này là hư cấu.',
    and_more: (n: number) => `${n} người nữa`,
    as_workbook: 'Tải danh sách này về Excel',
    as_of: (at: string) => `Tính đến ${at}`,
    foot: 'Trang nội bộ. Không trang nào ở đây được lưu lại trên máy.',
  },
  en: {
    site: 'The register',
    menu: 'Work',
    person: 'Signed in',
    account: 'Account',
    change_user: 'Change user',
    sign_out: 'Sign out',
    to_portal: 'The portal',
    summary: 'Something needs mending',
    error: 'Error',
    problem: 'Error: ',
    demo: 'Sample data: every person in this register is invented.',
    and_more: (n: number) => `${n} more`,
    as_workbook: 'Download this list for Excel',
    as_of: (at: string) => `As of ${at}`,
    foot: 'An internal page. Nothing of it is kept on this computer.',
  },
} satisfies Record<Language, unknown>
