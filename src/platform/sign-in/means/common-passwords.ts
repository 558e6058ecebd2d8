/**
 * What people here try first, without marks, blanks and the digits at the end: a short list of our own, for the
 * shortest allowed length is ten.
 */
export const common_passwords: ReadonlySet<string> = new Set(
  `matkhau matkhaucuatoi matkhaumoi nhapmatkhau khongcomatkhau doimatkhau password passwords mypassword passw0rd p@ssword p@ssw0rd
   qwerty qwertyui qwertyuiop asdfgh asdfghjkl zxcvbnm qwerty123 q1w2e3r4 q1w2e3r4t5 1q2w3e4r 1q2w3e4r5t 1qaz2wsx 1qaz2wsx3edc qazwsxedc
   0123456789 1234567890 12345678910 123456789 1234567891 9876543210 0987654321 1122334455 123123123 1231231231 123456123456 1234512345 147258369 111222333 112233445566
   abc abcd abcde abcdef abcdefgh abcdefghij abcabcabc abc123456 a123456789 aa123456 abcd1234
   admin administrator quantri quantrivien nguoidung taikhoan user username guest test tester welcome login dangnhap letmein changeme default secret
   iloveyou anhyeuem emyeuanh anhnhoem yeuem yeuanh yeunhaunhe tinhyeu toiyeuem toiyeuvietnam vietnam vietnamvodich vietnammuonnam hanoi saigon hochiminh hochiminhmuonnam
   backan thainguyen tinhbackan babe hobabe nguyenvan nguyenthi nguyenvana
   chibo bithu bithuchibo dangvien dangbo tinhuy huyenuy daihoidang dangcongsan dangcongsanvietnam neuguong hoctapvalamtheo hoctapbac lamtheobac
   football bongda superman dragon monkey sunshine princess michael shadow master killer thienthan matkhau123`.split(/\s+/),
)
