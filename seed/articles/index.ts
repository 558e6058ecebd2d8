import type { ArticleText } from '../../src/publishing/newsroom/index.ts'
import { bay_cho_nhau } from './bay-cho-nhau.ts'
import { con_duong } from './con-duong.ts'
import { dat_hien } from './dat-hien.ts'
import { doc_mot_con_so } from './doc-mot-con-so.ts'
import { sap_xep_xa } from './sap-xep-xa.ts'
import { sau_xa_moi } from './sau-xa-moi.ts'
import { thanh_pho } from './thanh-pho.ts'
import { trang_cam_ket } from './trang-cam-ket.ts'
import { xa_moi } from './xa-moi.ts'

/** The demo portal's own articles, oldest first: the stories are invented, the numbers are the register's. */
export const articles: ArticleText[] = [
  sap_xep_xa,
  bay_cho_nhau,
  con_duong,
  dat_hien,
  trang_cam_ket,
  doc_mot_con_so,
  sau_xa_moi,
  thanh_pho,
  xa_moi,
]
