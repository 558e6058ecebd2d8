/** A text for trying the number check, of our own words; two of its numbers are wrong on purpose. */
export const sample_text = `Ngày 19/02/2021

Năm nay là năm thứ 5 tỉnh Bắc Kạn thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016. Trong đợt đăng ký năm 2020, 100% cán bộ, đảng viên có bản cam kết, mỗi người đăng ký 2 - 3 việc làm theo Bác. Từ năm 2016 đến nay, toàn tỉnh có hàng trăm tập thể, cá nhân điển hình tiên tiến được công nhận.

Giai đoạn 2015 - 2020, tỉnh có 24 xã về đích nông thôn mới (sau sáp nhập còn 15 xã) và 03 xã đạt chuẩn nông thôn mới nâng cao. Nhân dân đã góp gần 4,2 tỷ đồng xây 18 nhà họp thôn.`
