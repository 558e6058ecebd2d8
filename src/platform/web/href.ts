import { inDayMonthYear } from '../../basis/shared/dates.ts'
import { lookUp } from '../../basis/shared/look-up.ts'
import { type Display, nameOfDisplay, ordinary_display, parametersOf } from './display.ts'
import { type Language, pathIn } from './language.ts'

/** Who follows the link, and so what every address carries on. */
export type Carried = { lang: Language; display?: Display }

/**
 * Every address of the portal, as a function. A page names itself as `(to: Href) => to.article(…)`, so that its other
 * languages and displays follow.
 */
export type Href = ReturnType<typeof makeHref>

/** What a figure may be asked in its address; the spelling is the register's own. Absent: as the definition has it. */
export type AskedInAddress = Readonly<Partial<Record<(typeof asked_parameters)[number], string>>>
export const asked_parameters = [
  'unit',
  'valid_as_of',
  'recorded_as_of',
  'map',
  'map_day',
  'year',
  'from',
  'to',
  'level',
  'kind',
  'rule',
] as const

/** The paths as the routers know them, without their language. `:article` is `{id}-{slug}`. */
export const paths = {
  home: '/',
  articles: '/tin',
  feed: '/tin.atom',
  feed_rss: '/tin.rss',
  feed_json: '/tin.json',
  section: '/chuyen-muc/:section',
  section_feed: '/chuyen-muc/:section/:feed',
  keywords: '/chu-de',
  keyword: '/chu-de/:keyword',
  keyword_feed: '/chu-de/:keyword/:feed',
  article: '/bai/:article',
  edition: '/bai/:article/ban/:number',
  editions: '/bai/:article/ban',
  corrections: '/dinh-chinh',
  by_day: '/tin/ngay',
  by_day_of: '/tin/ngay/:period',
  scene: '/tranh/:scene',
  image: '/anh/:image/:file',
  figures: '/so-lieu',
  figure: '/so-lieu/:figure',
  figure_embed: '/so-lieu/:figure/nhung',
  run: '/so-lieu/lan-tinh/:run',
  check: '/kiem-so',
  check_result: '/kiem-so/:result',
  about: '/gioi-thieu',
  search: '/tim',
  suggest: '/tim/goi-y',
  exemplars: '/dien-hinh',
  notices: '/dien-hinh/lay-y-kien',
  notice: '/dien-hinh/lay-y-kien/:notice',
  exemplar: '/dien-hinh/:exemplar',
  certificate: '/chung-nhan/:code',
  all_models: '/mo-hinh',
  model: '/mo-hinh/:model',
  documents: '/van-ban-cong-bo',
  document: '/van-ban-cong-bo/:document',
  document_file: '/van-ban-cong-bo/:document/tep/:file',
  document_feed: '/van-ban-cong-bo/:document/:feed',
  structure: '/co-cau',
  structure_unit: '/co-cau/:unit',
  unit_feed: '/co-cau/:unit/:feed',
  movements: '/phong-trao',
  movement: '/phong-trao/:year',
  privacy: '/rieng-tu',
  accessibility: '/tiep-can',
  law: '/theo-luat',
  site_map: '/so-do-trang',
  sitemap: '/sitemap.xml',
  news_sitemap: '/sitemap-tin.xml',
} as const

/** Where people sign in and work. Not among `paths`: what stands there is for who asks, and kept nowhere. */
export const staff_paths = {
  sign_in: '/dang-nhap',
  sign_in_code: '/dang-nhap/ma-xac-nhan',
  set_up_code: '/dang-nhap/buoc-hai',
  resume: '/dang-nhap/gui-tiep',
  prove: '/tai-khoan/xac-nhan',
  prove_question: '/tai-khoan/xac-nhan/khoa',
  prove_answer: '/tai-khoan/xac-nhan/khoa/tra-loi',
  add_passkey: '/tai-khoan/khoa/them',
  link_elsewhere: '/tai-khoan/noi-khac',
  invitation: '/dang-nhap/thu-moi',
  passkey_question: '/dang-nhap/khoa',
  passkey_answer: '/dang-nhap/khoa/tra-loi',
  elsewhere: '/dang-nhap/noi-khac',
  elsewhere_back: '/dang-nhap/noi-khac/ve',
  account: '/tai-khoan',
  end_sessions: '/tai-khoan/phien',
  give_address: '/tai-khoan/thu-dien-tu',
  /** From a letter, without signing in: no more reminders by mail. */
  refuse_reminders: '/thu-nhac',
  new_passkey_question: '/tai-khoan/khoa',
  new_passkey_answer: '/tai-khoan/khoa/tra-loi',
  remove_passkey: '/tai-khoan/khoa/bo',
  unlink_elsewhere: '/tai-khoan/noi-khac/bo',
  invite: '/tai-khoan/thu-moi',
  invitations_waiting: '/tai-khoan/thu-moi/cho',
  withdraw_invitation: '/tai-khoan/thu-moi/huy',
  invite_unit: '/tai-khoan/thu-moi/don-vi/:unit',
  invite_addresses: '/tai-khoan/thu-moi/don-vi/:unit/dia-chi',
  invitation_batch: '/tai-khoan/thu-moi/dot/:batch',
  invitation_sheets: '/tai-khoan/thu-moi/dot/:batch/phieu',
  invitation_list: '/tai-khoan/thu-moi/dot/:batch/danh-sach',
  invitation_printed: '/tai-khoan/thu-moi/dot/:batch/xong',
  ask_for_second: '/tai-khoan/xin-xac-nhan',
  notice_seen: '/tai-khoan/tin-bao',
  /** A page of help for each role, for whoever has not signed in yet too. */
  help: '/giup-do',
  help_of: '/giup-do/:role',
  sign_out: '/thoat',
  /** A register that is not founded yet, for whoever has the code of the start. */
  setup: '/dung-so',
  setup_code: '/dung-so/ma',
  setup_step: '/dung-so/viec/:step',
  setup_found: '/dung-so/lap',
  /** Where backups go, for whoever administers the whole register. */
  backups: '/sao-luu',
  mergers: '/sap-nhap',
  merger_begin: '/sap-nhap/soan',
  merger_draft: '/sap-nhap/soan/:merging',
  merger_resolution: '/sap-nhap/soan/:merging/van-ban',
  merger_unit: '/sap-nhap/soan/:merging/don-vi/:place',
  merger_others: '/sap-nhap/soan/:merging/khac',
  merger_from_list: '/sap-nhap/soan/:merging/danh-sach',
  merger_preview: '/sap-nhap/soan/:merging/xem',
  merger: '/sap-nhap/:merger',
  merger_confirm: '/sap-nhap/:merger/xac-nhan',
  merger_reject: '/sap-nhap/:merger/bac',
  merger_withdraw: '/sap-nhap/:merger/rut',
  newsdesk: '/ban-tin',
  desk_mail: '/ban-tin/thu',
  draft_new: '/ban-tin/viet',
  editor_check: '/ban-tin/viet/kiem-so',
  editor_figure: '/ban-tin/viet/so-lieu',
  draft_import: '/ban-tin/tu-word',
  draft_of_exemplar: '/ban-tin/viet/dien-hinh/:exemplar',
  draft_follow: '/ban-tin/soan-tiep',
  articles_published: '/ban-tin/bai',
  article_withdraw: '/ban-tin/go/:article',
  article_keep: '/ban-tin/go/:article/thoi',
  consents: '/ban-tin/nhan-vat',
  consent_withdraw: '/ban-tin/nhan-vat/:consent',
  photos: '/ban-tin/anh',
  photo: '/ban-tin/anh/:photo',
  photo_replace: '/ban-tin/anh/:photo/thay',
  photo_file: '/ban-tin/anh/tep/:image/:file',
  pages: '/ban-tin/trang',
  page_begin: '/ban-tin/trang/xep',
  arrangement: '/ban-tin/trang/:arrangement',
  arrangement_change: '/ban-tin/trang/:arrangement/doi',
  arrangement_add: '/ban-tin/trang/:arrangement/them',
  arrangement_block: '/ban-tin/trang/:arrangement/khoi/:block',
  arrangement_preview: '/ban-tin/trang/:arrangement/xem',
  arrangement_shown: '/ban-tin/trang/:arrangement/xem/trang',
  arrangement_move: '/ban-tin/trang/:arrangement/buoc/:move',
  arrangement_approve: '/ban-tin/trang/:arrangement/duyet',
  draft: '/ban-tin/:draft',
  draft_edit: '/ban-tin/:draft/sua',
  draft_open: '/ban-tin/:draft/dang-mo',
  draft_bind: '/ban-tin/:draft/gan',
  draft_reason: '/ban-tin/:draft/ly-do',
  draft_approve: '/ban-tin/:draft/duyet',
  draft_move: '/ban-tin/:draft/buoc/:move',
  draft_emergency: '/ban-tin/:draft/dang-khan',
  draft_countersign: '/ban-tin/:draft/ky',
  draft_comment: '/ban-tin/:draft/gop-y',
  draft_comment_act: '/ban-tin/:draft/gop-y/:comment/:act',
  draft_version: '/ban-tin/:draft/ban/:version',
  draft_restore: '/ban-tin/:draft/ban/:version/lay-lai',
  my_commitments: '/cam-ket',
  commitment_part: '/cam-ket/:obligation/:part',
  commitment_submit: '/cam-ket/:obligation/nop',
  commitment_withdraw: '/cam-ket/:obligation/rut',
  commitment_confirm: '/cam-ket/:obligation/xac-nhan',
  commitment_receipt: '/cam-ket/:obligation/giay-nhan',
  deed: '/viec/:deed',
  deed_replace: '/viec/:deed/thay',
  evidence: '/minh-chung/:evidence',
  my_plans: '/ke-hoach',
  plan_part: '/ke-hoach/:plan/:part',
  plan_submit: '/ke-hoach/:plan/nop',
  plan_receipt: '/ke-hoach/:plan/giay-nhan',
  plan_withdraw: '/ke-hoach/:plan/rut',
  plans_under: '/ke-hoach-lanh-dao/:unit',
  plan_reading: '/ke-hoach-lanh-dao/:unit/:plan',
  plan_approve: '/ke-hoach-lanh-dao/:unit/:plan/duyet',
  plan_return: '/ke-hoach-lanh-dao/:unit/:plan/tra-lai',
  plan_mark: '/ke-hoach-lanh-dao/:unit/:plan/danh-gia',
  my_reviews: '/kiem-diem',
  review_part: '/kiem-diem/:subject/:part',
  review_submit: '/kiem-diem/:subject/nop',
  review_complain: '/kiem-diem/:subject/khieu-nai',
  reviews_under: '/kiem-diem-don-vi/:unit',
  review_open: '/kiem-diem-don-vi/:unit/mo',
  review_round: '/kiem-diem-don-vi/:unit/:round',
  review_meeting: '/kiem-diem-don-vi/:unit/:round/hop',
  review_minutes: '/kiem-diem-don-vi/:unit/:round/bien-ban',
  review_papers: '/kiem-diem-don-vi/:unit/:round/ban-ky',
  review_paper: '/kiem-diem-don-vi/:unit/:round/ban-ky/:paper',
  review_paper_off: '/kiem-diem-don-vi/:unit/:round/ban-ky/:paper/bo',
  review_reading: '/kiem-diem-don-vi/:unit/:round/doc/:subject',
  review_appraise: '/kiem-diem-don-vi/:unit/:round/tham-dinh',
  review_decide: '/kiem-diem-don-vi/:unit/:round/quyet-dinh',
  review_units: '/kiem-diem-don-vi/:unit/:round/tap-the',
  my_limitations: '/han-che',
  limitation: '/han-che/:limitation',
  limitation_plan: '/han-che/:limitation/bien-phap',
  limitation_move: '/han-che/:limitation/buoc/:move',
  limitations_under: '/han-che-don-vi/:unit',
  limitation_raise: '/han-che-don-vi/:unit/neu/:obligation',
  cell: '/chi-bo/:unit',
  cell_reading: '/chi-bo/:unit/doc',
  cell_reading_all: '/chi-bo/:unit/doc-het',
  cell_endorse: '/chi-bo/:unit/xac-nhan',
  cell_return: '/chi-bo/:unit/tra-lai',
  cell_undo: '/chi-bo/:unit/hoan-tac',
  cell_proxy: '/chi-bo/:unit/nhap-ho/:obligation',
  cell_sheet: '/chi-bo/:unit/phieu/:obligation',
  indicators: '/chi-so/:unit',
  indicator_file: '/chi-so/:unit/tep',
  indicator_keys: '/chi-so/:unit/khoa',
  indicator_key_revoke: '/chi-so/:unit/khoa/:access/thu-hoi',
  people: '/nhan-su/:unit',
  person_enrol: '/nhan-su/:unit/them',
  person: '/nhan-su/:unit/:person',
  person_correct: '/nhan-su/:unit/:person/sua',
  person_transfer: '/nhan-su/:unit/:person/chuyen',
  person_release: '/nhan-su/:unit/:person/thoi',
  person_appoint: '/nhan-su/:unit/:person/chuc-vu',
  tenure_end: '/nhan-su/:unit/:person/chuc-vu/:tenure',
  campaigns: '/dot/:unit',
  campaign_issue: '/dot/:unit/phat-dong',
  campaign_note: '/dot/:unit/ghi-chu',
  campaign_extend: '/dot/:unit/:campaign/gia-han',
  campaign_focus: '/dot/:unit/:campaign/trong-tam',
  campaign_except: '/dot/:unit/:campaign/mien',
  campaign_withdraw: '/dot/:unit/:campaign/rut',
  exception_end: '/dot/:unit/:campaign/mien/thoi',
  grants: '/vai-tro/:unit',
  grant_end: '/vai-tro/:unit/thoi',
  lending: '/uy-quyen',
  lending_end: '/uy-quyen/lay-lai',
  my_data: '/tai-khoan/du-lieu',
  contributions: '/dong-gop/:unit',
  contribution_add: '/dong-gop/:unit/ghi',
  contribution_thanks: '/dong-gop/:unit/cam-on',
  contribution_years: '/dong-gop/:unit/theo-nam',
  contributions_file: '/dong-gop/:unit/tu-excel',
  contribution_list: '/dong-gop/:unit/tu-excel/:gifts',
  contribution_list_verify: '/dong-gop/:unit/tu-excel/:gifts/xac-minh',
  contribution_list_withdraw: '/dong-gop/:unit/tu-excel/:gifts/rut',
  contribution_verify: '/dong-gop/:unit/:contribution/xac-minh',
  contribution_withdraw: '/dong-gop/:unit/:contribution/rut',
  /** The new countryside: the board of a commune or of the communes under a unit, and one assessment with its forms. */
  countryside: '/nong-thon-moi/:unit',
  assessment_begin: '/nong-thon-moi/:unit/danh-gia',
  standing_record: '/nong-thon-moi/:unit/quyet-dinh',
  assessment: '/danh-gia-nong-thon-moi/:assessment',
  assessment_criterion: '/danh-gia-nong-thon-moi/:assessment/tieu-chi/:criterion',
  assessment_move: '/danh-gia-nong-thon-moi/:assessment/buoc/:move',
  assessment_vote: '/danh-gia-nong-thon-moi/:assessment/bo-phieu',
  assessment_decide: '/danh-gia-nong-thon-moi/:assessment/cong-nhan',
  data_requests: '/du-lieu/:unit',
  data_answer: '/du-lieu/:unit/:request',
  retention: '/luu-tru/:unit',
  ledger: '/nhat-ky',
  ledger_heads: '/nhat-ky/dau-so.jsonl',
  ledger_name: '/nhat-ky/ho-ten',
  completeness: '/doi-soat/:unit',
  completeness_approve: '/doi-soat/:unit/duyet',
  units: '/to-chuc',
  unit: '/to-chuc/:unit',
  unit_add: '/to-chuc/:unit/them',
  unit_revise: '/to-chuc/:unit/sua',
  unit_move: '/to-chuc/:unit/chuyen',
  unit_close: '/to-chuc/:unit/ket-thuc',
  unit_lists: '/to-chuc/:unit/tu-excel',
  unit_list: '/to-chuc/:unit/tu-excel/:list',
  unit_list_columns: '/to-chuc/:unit/tu-excel/:list/cot',
  unit_list_marked: '/to-chuc/:unit/tu-excel/:list/tep',
  unit_changes: '/thay-doi-don-vi',
  instruments: '/van-ban',
  instrument_record: '/van-ban/ghi',
  instrument: '/van-ban/:instrument',
  instrument_files: '/van-ban/:instrument/tep',
  instrument_file: '/van-ban/:instrument/tep/:file',
  instrument_file_off: '/van-ban/:instrument/tep/:file/bo',
  unit_change: '/thay-doi-don-vi/:change',
  unit_change_confirm: '/thay-doi-don-vi/:change/xac-nhan',
  unit_change_reject: '/thay-doi-don-vi/:change/bac',
  unit_change_withdraw: '/thay-doi-don-vi/:change/rut',
  unit_change_undo: '/thay-doi-don-vi/:change/hoan-tac',
  /** Exemplars: the cases of an office, one case with its forms, and consent by whoever it is about or on paper. */
  my_exemplars: '/dien-hinh-cua-toi',
  my_consent: '/dien-hinh-cua-toi/:exemplar/:scope',
  nominations: '/de-cu/:unit',
  nominate: '/de-cu/:unit/moi',
  nomination: '/ho-so-dien-hinh/:nomination',
  nomination_change: '/ho-so-dien-hinh/:nomination/sua',
  nomination_move: '/ho-so-dien-hinh/:nomination/buoc/:move',
  nomination_vote: '/ho-so-dien-hinh/:nomination/bo-phieu',
  nomination_recognise: '/ho-so-dien-hinh/:nomination/cong-nhan',
  nomination_revoke: '/ho-so-dien-hinh/:nomination/thu-hoi',
  nomination_story: '/ho-so-dien-hinh/:nomination/chuyen',
  nomination_model: '/ho-so-dien-hinh/:nomination/mo-hinh',
  model_end: '/ho-so-dien-hinh/:nomination/mo-hinh/:model/thoi',
  award_lists: '/khen-thuong/:unit',
  award_list: '/danh-sach-khen-thuong/:awards',
  award_list_marked: '/danh-sach-khen-thuong/:awards/tep',
  award_list_move: '/danh-sach-khen-thuong/:awards/:move',
  models: '/ap-dung/:unit',
  model_adopt: '/ap-dung/:unit/:model',
  adoption: '/mo-hinh-ap-dung/:adoption',
  adoption_end: '/mo-hinh-ap-dung/:adoption/thoi',
  adoption_verify: '/mo-hinh-ap-dung/:adoption/:report/xac-minh',
  model_results: '/ket-qua-mo-hinh/:unit',
  nomination_certificate: '/ho-so-dien-hinh/:nomination/giay',
  nomination_files: '/ho-so-dien-hinh/:nomination/tep',
  nomination_file: '/ho-so-dien-hinh/:nomination/tep/:file',
  nomination_file_off: '/ho-so-dien-hinh/:nomination/tep/:file/bo',
  paper_consent: '/ho-so-dien-hinh/:nomination/dong-y/:scope',
  my_programme: '/chuong-trinh',
  programme: '/chuong-trinh/:unit',
  rules: '/quy-dinh/:unit',
  rule: '/quy-dinh/:unit/:rule',
  /** The picture at the head of every page. */
  emblem: '/quy-dinh/:unit/ten-so/bieu-trung',
  rule_confirm: '/quy-dinh/:unit/:rule/lan/:proposal/xac-nhan',
  rule_reject: '/quy-dinh/:unit/:rule/lan/:proposal/bac',
  rule_withdraw: '/quy-dinh/:unit/:rule/lan/:proposal/rut',
  roster: '/danh-sach/:unit',
  roster_import: '/danh-sach/:unit/lan/:import',
  roster_columns: '/danh-sach/:unit/lan/:import/cot',
  roster_cells: '/danh-sach/:unit/lan/:import/chi-bo-moi',
  roster_choose: '/danh-sach/:unit/lan/:import/chon',
  roster_confirm: '/danh-sach/:unit/lan/:import/xac-nhan',
  roster_undo: '/danh-sach/:unit/lan/:import/hoan-tac',
  roster_drop: '/danh-sach/:unit/lan/:import/bo',
  roster_marked: '/danh-sach/:unit/lan/:import/tep',
  reminders: '/nhac/:unit',
  reminder_wave: '/nhac/:unit/dot/:wave',
  reminder_letters_again: '/nhac/:unit/dot/:wave/gui-lai',
  reminder_sheets: '/nhac/:unit/dot/:wave/phieu',
  reminder_read: '/nhac/cua-toi/:reminder',
} as const

/** For systems of other makers: no page, and nobody is signed in. */
export const api_paths = { indicator_values: '/api/v1/indicator-values', description: '/api/v1/openapi.json' } as const

/** The parts of a path where people work that are the number of a row, each with its column. Other parts are texts. */
const rows = {
  access: 'indicator_key_id',
  adoption: 'adoption_id',
  article: 'article_id',
  assessment: 'standing_case_id',
  awards: 'award_list_id',
  batch: 'invitation_batch_id',
  campaign: 'campaign_id',
  change: 'unit_change_id',
  comment: 'comment_id',
  consent: 'consent_id',
  contribution: 'contribution_id',
  criterion: 'number',
  deed: 'deed_id',
  arrangement: 'arrangement_id',
  block: 'n',
  draft: 'draft_id',
  evidence: 'evidence_id',
  gifts: 'contribution_list_id',
  import: 'roster_import_id',
  instrument: 'instrument_id',
  limitation: 'limitation_id',
  list: 'unit_list_id',
  merger: 'merger_proposal_id',
  merging: 'merger_draft_id',
  nomination: 'nomination_id',
  obligation: 'obligation_id',
  paper: 'review_paper_id',
  person: 'person_id',
  photo: 'photo_id',
  plan: 'plan_duty_id',
  proposal: 'rule_proposal_id',
  reminder: 'reminder_id',
  report: 'adoption_report_id',
  request: 'data_request_id',
  round: 'review_round_id',
  subject: 'review_subject_id',
  tenure: 'tenure_id',
  version: 'version',
  wave: 'reminder_wave_id',
} as const

const to_return = { back: 've' } as const
const by_name = { name: 'ten' } as const
const in_campaign = { campaign_id: 'dot' } as const

/** What the address of a page may ask besides its path, and how the address spells it. */
const queries = {
  sign_in: to_return,
  sign_in_code: to_return,
  set_up_code: to_return,
  elsewhere: to_return,
  resume: { kept: 'giu' },
  invitation: { code: 'ma' },
  prove: { act: 'viec' },
  refuse_reminders: { sealed: 'ma' },
  invite: by_name,
  consents: by_name,
  countryside: { set: 'bo' },
  articles_published: { words: 'tim', topic: 'muc', kind: 'loai', since: 'tu', until: 'den', behind: 'sau', behind_at: 'luc' },
  plans_under: in_campaign,
  plan_approve: in_campaign,
  plan_return: in_campaign,
  plan_mark: in_campaign,
  cell: in_campaign,
  cell_reading: { ...in_campaign, after: 'sau', at: 'ban' },
  cell_reading_all: in_campaign,
  cell_endorse: in_campaign,
  cell_return: in_campaign,
  cell_undo: in_campaign,
  people: { ...by_name, after: 'sau' },
  person_transfer: { words: 'tim' },
  campaign_except: by_name,
  grants: by_name,
  lending: by_name,
  ledger: { day: 'ngay', act: 'viec', person_id: 'nguoi', object: 'loai', object_id: 'so', after: 'sau' },
  completeness: in_campaign,
  completeness_approve: in_campaign,
  units: { words: 'tim', hierarchy: 'he', day: 'ngay' },
  unit: { day: 'ngay' },
  unit_add: by_name,
  unit_move: { words: 'tim' },
  unit_list: { part: 'xem' },
  instruments: { words: 'tim', kind: 'loai' },
  photos: { words: 'tim' },
  arrangement_add: { type: 'khoi', region: 'vung' },
  roster_import: { part: 'xem', after: 'sau' },
  reminders: in_campaign,
} as const satisfies { [Name in StaffPath]?: Record<string, string> }
type NumberInQuery = 'after' | 'at' | 'campaign_id'

/**
 * The addresses for a reader:
 * `const to = hrefFor({ lang: 'vi', display }); to.article({ article_id: 7, slug: 'mot-bai' })`.
 */
export function hrefFor({ lang, display = ordinary_display }: Carried): Href {
  const name = `${lang} ${nameOfDisplay(display)}`
  const to = made.get(name) ?? makeHref(lang, display)
  made.set(name, to)
  return to
}

/** A path as logs may have it: the name of a result is what keeps others from reading it. */
export function pathForLog(path: string): string {
  return path.replace(/^((?:\/en)?\/kiem-so\/).+/, '$1…')
}

/** A page asks for them ten times, and there are few ways to read. */
const made = new Map<string, Href>()

function makeHref(lang: Language, display: Display) {
  const page = (path: string, query: Query = {}) => withQuery(pathIn(lang, path), [...entriesOf(query), ...parametersOf(display)])
  const data = (path: string, query: Query = {}) => withQuery(path, entriesOf(query))
  return {
    ...staffHref(page),
    lang,
    display,
    /** What a GET form must carry in hidden fields, for its own fields replace the query of its address. */
    carried: parametersOf(display),
    /** The front page, with its map as of a day. */
    home: ({ day }: { day?: string } = {}) => page(paths.home, { ngay: day }),
    articles: () => page(paths.articles),
    /** The newest articles as a feed: the same whatever the display. */
    feed: ({ form = 'atom' }: { form?: FeedForm } = {}) => data(pathIn(lang, feed_paths[form])),
    /** The newest articles of one section, by its name in addresses; and its feeds. */
    section: ({ section }: { section: string }) => page(fill(paths.section, { section })),
    section_feed: ({ section, form = 'atom' }: { section: string; form?: FeedForm }) =>
      data(pathIn(lang, fill(paths.section_feed, { section, feed: `tin.${form}` }))),
    /** The keywords that articles bear; the newest articles of one, and its feeds. */
    keywords: () => page(paths.keywords),
    keyword: ({ keyword }: { keyword: string }) => page(fill(paths.keyword, { keyword })),
    keyword_feed: ({ keyword, form = 'atom' }: { keyword: string; form?: FeedForm }) =>
      data(pathIn(lang, fill(paths.keyword_feed, { keyword, feed: `tin.${form}` }))),
    article: ({ article_id, slug }: { article_id: number; slug: string }) =>
      page(fill(paths.article, { article: `${article_id}-${slug}` })),
    /**
     * One edition of an article, with its number; and the log of what was corrected, brought up to date and withdrawn.
     */
    edition: ({ article_id, slug, number }: { article_id: number; slug: string; number: number }) =>
      page(fill(paths.edition, { article: `${article_id}-${slug}`, number })),
    editions: ({ article_id, slug }: { article_id: number; slug: string }) =>
      page(fill(paths.editions, { article: `${article_id}-${slug}` })),
    corrections: () => page(paths.corrections),
    /** The articles of a year, a month or a day («2021-02»), or the years that there are. */
    by_day: ({ period }: { period?: string | undefined } = {}) => page(period ? fill(paths.by_day_of, { period }) : paths.by_day),
    /** A drawing as PNG, for where an address is passed on. */
    scene: ({ scene }: { scene: string }) => data(fill(paths.scene, { scene: `${scene}.png` })),
    /** One file of a photo of a public article, by the digest of the photo: `800.avif`. */
    image: ({ image, file }: { image: string; file: string }) => data(fill(paths.image, { image, file })),
    figures: () => page(paths.figures),
    /** A definition with its answer today, or for what is asked. */
    figure: ({ figure, asked = {} }: OfFigure) => page(fill(paths.figure, { figure }), asked),
    figure_json: ({ figure, asked = {} }: OfFigure) => data(`${fill(paths.figure, { figure })}.json`, asked),
    figure_csv: ({ figure, asked = {} }: OfFigure) => data(`${fill(paths.figure, { figure })}.csv`, asked),
    /** The course of a figure over the years, as a drawing. */
    figure_svg: ({ figure, asked = {} }: OfFigure) => data(`${fill(paths.figure, { figure })}.svg`, asked),
    /** A figure as a small page that others show in a frame of theirs: the same whatever the display. */
    figure_embed: ({ figure, asked = {} }: OfFigure) => data(pathIn(lang, fill(paths.figure_embed, { figure })), asked),
    /** One frozen run of a figure. */
    run: ({ run_id }: { run_id: number }) => page(fill(paths.run, { run: run_id })),
    run_json: ({ run_id }: { run_id: number }) => data(`${fill(paths.run, { run: run_id })}.json`),
    run_csv: ({ run_id }: { run_id: number }) => data(`${fill(paths.run, { run: run_id })}.csv`),
    check: () => page(paths.check),
    /** What a text came to: whoever has the address may read it. */
    check_result: ({ result }: { result: string }) => page(fill(paths.check_result, { result })),
    about: () => page(paths.about),
    /** The documents that everybody may see, by words and kind. */
    documents: ({ words, kind, after }: OfDocuments = {}) => page(paths.documents, { tim: words, loai: kind, sau: after }),
    document: ({ instrument_id }: { instrument_id: number }) => page(fill(paths.document, { document: instrument_id })),
    /** A file of a document, to be saved. */
    document_file: ({ instrument_id, file }: { instrument_id: number; file: number }) =>
      data(fill(paths.document_file, { document: instrument_id, file })),
    /** The newest articles about a document. */
    document_feed: ({ instrument_id, form = 'atom' }: { instrument_id: number; form?: FeedForm }) =>
      data(pathIn(lang, fill(paths.document_feed, { document: instrument_id, feed: `tin.${form}` }))),
    /** The structure of the province, and one unit of it, as of a day. */
    structure: ({ day, words }: OfDay & { words?: string } = {}) => page(paths.structure, { tim: words, ngay: day }),
    structure_unit: ({ unit, day }: { unit: string } & OfDay) => page(fill(paths.structure_unit, { unit }), { ngay: day }),
    /** The newest articles with numbers of a unit. */
    unit_feed: ({ unit, form = 'atom' }: { unit: string; form?: FeedForm }) =>
      data(pathIn(lang, fill(paths.unit_feed, { unit, feed: `tin.${form}` }))),
    privacy: () => page(paths.privacy),
    accessibility: () => page(paths.accessibility),
    /** What the law asks of a portal, line by line. */
    law: () => page(paths.law),
    movements: () => page(paths.movements),
    movement: ({ year }: { year: number }) => page(fill(paths.movement, { year })),
    site_map: () => page(paths.site_map),
    /** All pages for search engines, in both languages. */
    sitemap: () => data(paths.sitemap),
    /** How a search that is being typed may go on. */
    suggest: () => data(pathIn(lang, paths.suggest)),
    /** What readers find by words, narrowed to a kind, a section, a keyword, a place and days; `page` from 1. */
    search: ({ words, kind, section, keyword, place, unit, since, until, page: nth = 1 }: OfSearch = {}) =>
      page(paths.search, {
        q: words,
        loai: kind ?? undefined,
        muc: section ?? undefined,
        'chu-de': keyword,
        noi: place,
        'don-vi': unit ?? undefined,
        tu: since && inDayMonthYear(since),
        den: until && inDayMonthYear(until),
        trang: nth > 1 ? String(nth) : undefined,
      }),
    /** The wall of exemplars: of a year, a field, a level, a place. */
    exemplars: ({ year, field, level, place, after }: OnWall = {}) =>
      page(paths.exemplars, { nam: year, 'linh-vuc': field, cap: level, 'dia-ban': place, sau: after }),
    exemplar: ({ exemplar_id }: { exemplar_id: number }) => page(fill(paths.exemplar, { exemplar: exemplar_id })),
    notices: () => page(paths.notices),
    /** Models that others may take up; one with its spread. */
    all_models: () => page(paths.all_models),
    model: ({ model_id }: { model_id: number }) => page(fill(paths.model, { model: model_id })),
    notice: ({ notice_id }: { notice_id: number }) => page(fill(paths.notice, { notice: notice_id })),
    /** Whether the award of a certificate stands. */
    certificate: ({ code }: { code: string }) => page(fill(paths.certificate, { code })),
    /** Files, which are the same in each language. */
    evidence: ({ evidence_id }: { evidence_id: number }) => data(fill(staff_paths.evidence, { evidence: evidence_id })),
    photo_file: (file: { image: string; file: string }) => data(fill(staff_paths.photo_file, file)),
    ledger_heads: () => staff_paths.ledger_heads,
    api_indicator_values: () => api_paths.indicator_values,
    api_description: () => api_paths.description,
  }
}

/** How a feed is written. */
export type FeedForm = keyof typeof feed_paths
const feed_paths = { atom: paths.feed, rss: paths.feed_rss, json: paths.feed_json }
type OfSearch = {
  words?: string
  kind?: string | null
  section?: string | null
  keyword?: string
  /** As it is typed; and which one is meant, where several are called so. */
  place?: string
  unit?: string | null
  since?: string
  until?: string
  page?: number
}
type OfDocuments = { words?: string; kind?: string; after?: string }
type OfDay = { day?: string | undefined }
type OnWall = { year?: string; field?: string; level?: string; place?: string; after?: string }
type OfFigure = { figure: string; asked?: AskedInAddress }

type StaffPath = keyof typeof staff_paths
/** The parts of a path: `'unit' | 'person'` of `/nhan-su/:unit/:person`. */
type PartOf<Path> = Path extends `${string}:${infer Part}/${infer Rest}`
  ? Part | PartOf<`/${Rest}`>
  : Path extends `${string}:${infer Part}`
    ? Part
    : never
type Filling<Path> = {
  [Part in PartOf<Path> as Part extends keyof typeof rows ? (typeof rows)[Part] : Part]: Part extends keyof typeof rows ? number : string
}
type Asking<Name> = Name extends keyof typeof queries
  ? { [Asked in keyof (typeof queries)[Name]]?: Asked extends NumberInQuery ? number : string }
  : unknown
type Given<Name extends StaffPath> = Filling<(typeof staff_paths)[Name]> & Asking<Name>
/** What the address of a page is made of: nothing, what may be left out, or what must be said. */
type AddressOf<Given> = keyof Given extends never
  ? () => string
  : object extends Given
    ? (given?: Given) => string
    : (given: Given) => string
type StaffHref = { [Name in StaffPath]: AddressOf<Given<Name>> }

/** Of each path where people work, the function that fills it: `to.person({ unit, person_id })`. */
function staffHref(page: (path: string, query: Query) => string): StaffHref {
  const made = Object.entries(staff_paths).map(([name, path]) => {
    const asked = Object.entries(lookUp<Record<string, string>>(queries, name) ?? {})
    return [
      name,
      (given: Record<string, string | number | undefined> = {}) =>
        page(
          path.replace(/:(\w+)/g, (_, part: string) => segment(lookUp(given, lookUp(rows, part) ?? part))),
          Object.fromEntries(asked.map(([field, in_address]) => [in_address, String(lookUp(given, field) || '')])),
        ),
    ]
  })
  return Object.fromEntries(made)
}

type Query = Readonly<Record<string, string | undefined>>

function entriesOf(query: Query): [string, string][] {
  return Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
}

function withQuery(path: string, entries: [string, string][]): string {
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`
}

/** A page of a unit, for one of the campaigns that reach it; unsaid, the one of the latest year. */
export type InCampaign = { unit: string; campaign_id?: number }

function fill(pattern: string, segments: Record<string, string | number>): string {
  return pattern.replace(/:(\w+)/g, (_, part: string) => segment(lookUp(segments, part)))
}

function segment(value: string | number | undefined): string {
  return encodeURIComponent(String(value).toWellFormed())
}
