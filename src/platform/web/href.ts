import { lookUp } from '../../basis/shared/look-up.ts'
import { type Display, ordinary_display, parametersOf } from './display.ts'
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
  article: '/bai/:article',
  edition: '/bai/:article/ban/:number',
  corrections: '/dinh-chinh',
  scene: '/tranh/:scene',
  figures: '/so-lieu',
  figure: '/so-lieu/:figure',
  run: '/so-lieu/lan-tinh/:run',
  check: '/kiem-so',
  about: '/gioi-thieu',
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
  ask_for_second: '/tai-khoan/xin-xac-nhan',
  notice_seen: '/tai-khoan/tin-bao',
  sign_out: '/thoat',
  /** A register that is not founded yet, for whoever has the code of the start. */
  setup: '/dung-so',
  setup_code: '/dung-so/ma',
  setup_step: '/dung-so/viec/:step',
  setup_found: '/dung-so/lap',
  mergers: '/sap-nhap',
  merger: '/sap-nhap/:merger',
  merger_confirm: '/sap-nhap/:merger/xac-nhan',
  merger_reject: '/sap-nhap/:merger/bac',
  merger_withdraw: '/sap-nhap/:merger/rut',
  newsdesk: '/ban-tin',
  draft_new: '/ban-tin/viet',
  draft_import: '/ban-tin/tu-word',
  draft_follow: '/ban-tin/soan-tiep',
  article_withdraw: '/ban-tin/go/:article',
  draft: '/ban-tin/:draft',
  draft_edit: '/ban-tin/:draft/sua',
  draft_bind: '/ban-tin/:draft/gan',
  draft_reason: '/ban-tin/:draft/ly-do',
  draft_approve: '/ban-tin/:draft/duyet',
  draft_move: '/ban-tin/:draft/buoc/:move',
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
  cell: '/chi-bo/:unit',
  cell_reading: '/chi-bo/:unit/doc',
  cell_reading_all: '/chi-bo/:unit/doc-het',
  cell_endorse: '/chi-bo/:unit/xac-nhan',
  cell_return: '/chi-bo/:unit/tra-lai',
  cell_undo: '/chi-bo/:unit/hoan-tac',
  cell_proxy: '/chi-bo/:unit/nhap-ho/:obligation',
  cell_sheet: '/chi-bo/:unit/phieu/:obligation',
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
  data_requests: '/du-lieu/:unit',
  data_answer: '/du-lieu/:unit/:request',
  retention: '/luu-tru/:unit',
  ledger: '/nhat-ky',
  ledger_heads: '/nhat-ky/dau-so.jsonl',
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
  unit_change: '/thay-doi-don-vi/:change',
  unit_change_confirm: '/thay-doi-don-vi/:change/xac-nhan',
  unit_change_reject: '/thay-doi-don-vi/:change/bac',
  unit_change_withdraw: '/thay-doi-don-vi/:change/rut',
  unit_change_undo: '/thay-doi-don-vi/:change/hoan-tac',
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

/**
 * The addresses for a reader:
 * `const to = hrefFor({ lang: 'vi', display }); to.article({ article_id: 7, slug: 'mot-bai' })`.
 */
export function hrefFor({ lang, display = ordinary_display }: Carried): Href {
  const name = `${lang} ${display.size} ${display.contrast}`
  const to = made.get(name) ?? makeHref(lang, display)
  made.set(name, to)
  return to
}

/** A page asks for them ten times, and there are few ways to read. */
const made = new Map<string, Href>()

function makeHref(lang: Language, display: Display) {
  const page = (path: string, query: Query = {}) => withQuery(pathIn(lang, path), [...entriesOf(query), ...parametersOf(display)])
  const data = (path: string, query: Query = {}) => withQuery(path, entriesOf(query))
  return {
    lang,
    display,
    /** What a GET form must carry in hidden fields, for its own fields replace the query of its address. */
    carried: parametersOf(display),
    /** The front page, with its map as of a day. */
    home: ({ day }: { day?: string } = {}) => page(paths.home, { ngay: day }),
    articles: () => page(paths.articles),
    /** The newest articles as a feed: the same whatever the display. */
    feed: () => data(pathIn(lang, paths.feed)),
    article: ({ article_id, slug }: { article_id: number; slug: string }) => page(fill(paths.article, `${article_id}-${slug}`)),
    /**
     * One edition of an article, with its number; and the log of what was corrected, brought up to date and withdrawn.
     */
    edition: ({ article_id, slug, number }: { article_id: number; slug: string; number: number }) =>
      page(fillAll(paths.edition, { article: `${article_id}-${slug}`, number })),
    corrections: () => page(paths.corrections),
    /** A drawing as PNG, for where an address is passed on. */
    scene: ({ scene }: { scene: string }) => data(fill(paths.scene, `${scene}.png`)),
    figures: () => page(paths.figures),
    /** A definition with its answer today, or for what is asked. */
    figure: ({ figure, asked = {} }: { figure: string; asked?: AskedInAddress }) => page(fill(paths.figure, figure), asked),
    figure_json: ({ figure, asked = {} }: { figure: string; asked?: AskedInAddress }) => data(`${fill(paths.figure, figure)}.json`, asked),
    figure_csv: ({ figure, asked = {} }: { figure: string; asked?: AskedInAddress }) => data(`${fill(paths.figure, figure)}.csv`, asked),
    /** One frozen run of a figure. */
    run: ({ run_id }: { run_id: number }) => page(fill(paths.run, String(run_id))),
    run_json: ({ run_id }: { run_id: number }) => data(`${fill(paths.run, String(run_id))}.json`),
    run_csv: ({ run_id }: { run_id: number }) => data(`${fill(paths.run, String(run_id))}.csv`),
    check: () => page(paths.check),
    about: () => page(paths.about),
    /** Signing in, and back to where one wanted to go (a path of this site). */
    sign_in: ({ back }: { back?: string } = {}) => page(staff_paths.sign_in, { ve: back }),
    sign_in_code: ({ back }: { back?: string } = {}) => page(staff_paths.sign_in_code, { ve: back }),
    set_up_code: ({ back }: { back?: string } = {}) => page(staff_paths.set_up_code, { ve: back }),
    /** What was typed when a session had ended, to be sent after all. */
    resume: ({ kept }: { kept?: string } = {}) => page(staff_paths.resume, { giu: kept }),
    invitation: ({ code }: { code?: string } = {}) => page(staff_paths.invitation, { ma: code }),
    elsewhere: ({ back }: { back?: string } = {}) => page(staff_paths.elsewhere, { ve: back }),
    account: () => page(staff_paths.account),
    /** Showing once more who sits there, before an act that changes how the account is opened. */
    prove: ({ act }: { act?: string } = {}) => page(staff_paths.prove, { viec: act }),
    add_passkey: () => page(staff_paths.add_passkey),
    link_elsewhere: () => page(staff_paths.link_elsewhere),
    end_sessions: () => page(staff_paths.end_sessions),
    give_address: () => page(staff_paths.give_address),
    refuse_reminders: ({ sealed }: { sealed?: string } = {}) => page(staff_paths.refuse_reminders, { ma: sealed }),
    remove_passkey: () => page(staff_paths.remove_passkey),
    /** An administrator looks for somebody to invite. */
    invite: ({ name }: { name?: string } = {}) => page(staff_paths.invite, { ten: name }),
    /**
     * The invitations that wait for a second person; cancelling one; asking for a second person for one's own account.
     */
    invitations_waiting: () => page(staff_paths.invitations_waiting),
    withdraw_invitation: () => page(staff_paths.withdraw_invitation),
    ask_for_second: () => page(staff_paths.ask_for_second),
    notice_seen: () => page(staff_paths.notice_seen),
    unlink_elsewhere: () => page(staff_paths.unlink_elsewhere),
    sign_out: () => page(staff_paths.sign_out),
    /** Setting up a register that is empty: what is to be done, one step of it, and founding. */
    setup: () => page(staff_paths.setup),
    setup_code: () => page(staff_paths.setup_code),
    setup_step: ({ step }: { step: string }) => page(fillAll(staff_paths.setup_step, { step })),
    setup_found: () => page(staff_paths.setup_found),
    /** The mergers that were laid before a second person, and one of them. */
    mergers: () => page(staff_paths.mergers),
    merger: ({ merger_proposal_id }: Proposal) => page(fillAll(staff_paths.merger, { merger: merger_proposal_id })),
    merger_confirm: ({ merger_proposal_id }: Proposal) => page(fillAll(staff_paths.merger_confirm, { merger: merger_proposal_id })),
    merger_reject: ({ merger_proposal_id }: Proposal) => page(fillAll(staff_paths.merger_reject, { merger: merger_proposal_id })),
    merger_withdraw: ({ merger_proposal_id }: Proposal) => page(fillAll(staff_paths.merger_withdraw, { merger: merger_proposal_id })),
    /**
     * The news desk: what waits for whom; writing; one draft, and what is done with it; what is done with a published
     * article.
     */
    newsdesk: () => page(staff_paths.newsdesk),
    draft_new: () => page(staff_paths.draft_new),
    draft_import: () => page(staff_paths.draft_import),
    draft_follow: () => page(staff_paths.draft_follow),
    article_withdraw: ({ article_id }: { article_id: number }) => page(fillAll(staff_paths.article_withdraw, { article: article_id })),
    draft: ({ draft_id }: Draft) => page(fillAll(staff_paths.draft, { draft: draft_id })),
    draft_edit: ({ draft_id }: Draft) => page(fillAll(staff_paths.draft_edit, { draft: draft_id })),
    draft_bind: ({ draft_id }: Draft) => page(fillAll(staff_paths.draft_bind, { draft: draft_id })),
    draft_reason: ({ draft_id }: Draft) => page(fillAll(staff_paths.draft_reason, { draft: draft_id })),
    draft_approve: ({ draft_id }: Draft) => page(fillAll(staff_paths.draft_approve, { draft: draft_id })),
    draft_move: ({ draft_id, move }: Draft & { move: string }) => page(fillAll(staff_paths.draft_move, { draft: draft_id, move })),
    draft_restore: ({ draft_id, version }: Draft & { version: number }) =>
      page(fillAll(staff_paths.draft_restore, { draft: draft_id, version })),
    draft_version: ({ draft_id, version }: Draft & { version: number }) =>
      page(fillAll(staff_paths.draft_version, { draft: draft_id, version })),
    /** What I have promised and am to promise; then the parts of the form of one campaign. */
    my_commitments: () => page(staff_paths.my_commitments),
    commitment_part: ({ obligation_id, part }: { obligation_id: number; part: string }) =>
      page(fillAll(staff_paths.commitment_part, { obligation: obligation_id, part })),
    commitment_submit: ({ obligation_id }: Obligation) => page(fillAll(staff_paths.commitment_submit, { obligation: obligation_id })),
    commitment_withdraw: ({ obligation_id }: Obligation) => page(fillAll(staff_paths.commitment_withdraw, { obligation: obligation_id })),
    commitment_confirm: ({ obligation_id }: Obligation) => page(fillAll(staff_paths.commitment_confirm, { obligation: obligation_id })),
    commitment_receipt: ({ obligation_id }: Obligation) => page(fillAll(staff_paths.commitment_receipt, { obligation: obligation_id })),
    /** One deed: how far it is, and another in its place; what shows it. */
    deed: ({ deed_id }: { deed_id: number }) => page(fillAll(staff_paths.deed, { deed: deed_id })),
    deed_replace: ({ deed_id }: { deed_id: number }) => page(fillAll(staff_paths.deed_replace, { deed: deed_id })),
    evidence: ({ evidence_id }: { evidence_id: number }) => data(fillAll(staff_paths.evidence, { evidence: evidence_id })),
    /** A leader's plans; then the parts of the form of one; then those of the leaders under a unit. */
    my_plans: () => page(staff_paths.my_plans),
    plan_part: ({ plan_duty_id, part }: Plan & { part: string }) => page(fillAll(staff_paths.plan_part, { plan: plan_duty_id, part })),
    plan_submit: ({ plan_duty_id }: Plan) => page(fillAll(staff_paths.plan_submit, { plan: plan_duty_id })),
    plan_withdraw: ({ plan_duty_id }: Plan) => page(fillAll(staff_paths.plan_withdraw, { plan: plan_duty_id })),
    plan_receipt: ({ plan_duty_id }: Plan) => page(fillAll(staff_paths.plan_receipt, { plan: plan_duty_id })),
    plans_under: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.plans_under, { unit }), ofCampaign(campaign_id)),
    plan_reading: ({ unit, plan_duty_id }: { unit: string } & Plan) =>
      page(fillAll(staff_paths.plan_reading, { unit, plan: plan_duty_id })),
    plan_approve: ({ unit, campaign_id, plan_duty_id }: InCampaign & Plan) =>
      page(fillAll(staff_paths.plan_approve, { unit, plan: plan_duty_id }), ofCampaign(campaign_id)),
    plan_return: ({ unit, campaign_id, plan_duty_id }: InCampaign & Plan) =>
      page(fillAll(staff_paths.plan_return, { unit, plan: plan_duty_id }), ofCampaign(campaign_id)),
    /** The cell of a secretary, and reading what waits there: after one, the next; or at one. */
    cell: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.cell, { unit }), ofCampaign(campaign_id)),
    cell_reading: ({ unit, campaign_id, after, at }: InCampaign & { after?: number; at?: number }) =>
      page(fillAll(staff_paths.cell_reading, { unit }), { ...ofCampaign(campaign_id), sau: after?.toString(), ban: at?.toString() }),
    cell_reading_all: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.cell_reading_all, { unit }), ofCampaign(campaign_id)),
    cell_endorse: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.cell_endorse, { unit }), ofCampaign(campaign_id)),
    cell_return: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.cell_return, { unit }), ofCampaign(campaign_id)),
    cell_undo: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.cell_undo, { unit }), ofCampaign(campaign_id)),
    cell_proxy: ({ unit, obligation_id }: { unit: string } & Obligation) =>
      page(fillAll(staff_paths.cell_proxy, { unit, obligation: obligation_id })),
    cell_sheet: ({ unit, obligation_id }: { unit: string } & Obligation) =>
      page(fillAll(staff_paths.cell_sheet, { unit, obligation: obligation_id })),
    /** Who is in a unit; somebody's file, and what may be done with it. */
    people: ({ unit, name, after }: { unit: string; name?: string; after?: number }) =>
      page(fillAll(staff_paths.people, { unit }), { ten: name, sau: after ? String(after) : undefined }),
    person_enrol: ({ unit }: { unit: string }) => page(fillAll(staff_paths.person_enrol, { unit })),
    person: ({ unit, person_id }: OfPerson) => page(fillAll(staff_paths.person, { unit, person: person_id })),
    person_correct: ({ unit, person_id }: OfPerson) => page(fillAll(staff_paths.person_correct, { unit, person: person_id })),
    person_transfer: ({ unit, person_id, words }: OfPerson & { words?: string }) =>
      page(fillAll(staff_paths.person_transfer, { unit, person: person_id }), { tim: words }),
    person_release: ({ unit, person_id }: OfPerson) => page(fillAll(staff_paths.person_release, { unit, person: person_id })),
    person_appoint: ({ unit, person_id }: OfPerson) => page(fillAll(staff_paths.person_appoint, { unit, person: person_id })),
    tenure_end: ({ unit, person_id, tenure_id }: OfPerson & { tenure_id: number }) =>
      page(fillAll(staff_paths.tenure_end, { unit, person: person_id, tenure: tenure_id })),
    /** What a unit is called to, and what its office adds to it. */
    campaigns: ({ unit }: { unit: string }) => page(fillAll(staff_paths.campaigns, { unit })),
    campaign_issue: ({ unit }: { unit: string }) => page(fillAll(staff_paths.campaign_issue, { unit })),
    campaign_note: ({ unit }: { unit: string }) => page(fillAll(staff_paths.campaign_note, { unit })),
    campaign_extend: ({ unit, campaign_id }: OfCampaign) => page(fillAll(staff_paths.campaign_extend, { unit, campaign: campaign_id })),
    campaign_focus: ({ unit, campaign_id }: OfCampaign) => page(fillAll(staff_paths.campaign_focus, { unit, campaign: campaign_id })),
    campaign_except: ({ unit, campaign_id, name }: OfCampaign & { name?: string }) =>
      page(fillAll(staff_paths.campaign_except, { unit, campaign: campaign_id }), { ten: name }),
    campaign_withdraw: ({ unit, campaign_id }: OfCampaign) => page(fillAll(staff_paths.campaign_withdraw, { unit, campaign: campaign_id })),
    exception_end: ({ unit, campaign_id }: OfCampaign) => page(fillAll(staff_paths.exception_end, { unit, campaign: campaign_id })),
    /** Roles granted at a unit; and one's own, lent to others. */
    my_data: () => page(staff_paths.my_data),
    data_requests: ({ unit }: { unit: string }) => page(fillAll(staff_paths.data_requests, { unit })),
    data_answer: ({ unit, data_request_id }: { unit: string; data_request_id: number }) =>
      page(fillAll(staff_paths.data_answer, { unit, request: data_request_id })),
    retention: ({ unit }: { unit: string }) => page(fillAll(staff_paths.retention, { unit })),
    grants: ({ unit, name }: { unit: string; name?: string }) => page(fillAll(staff_paths.grants, { unit }), { ten: name }),
    grant_end: ({ unit }: { unit: string }) => page(fillAll(staff_paths.grant_end, { unit })),
    lending: ({ name }: { name?: string } = {}) => page(staff_paths.lending, { ten: name }),
    lending_end: () => page(staff_paths.lending_end),
    /** What was done on a day: of one kind, a page of it. */
    ledger_heads: () => staff_paths.ledger_heads,
    ledger: ({ day, act, after }: { day?: string; act?: string; after?: number } = {}) =>
      page(staff_paths.ledger, { ngay: day, viec: act, sau: after ? String(after) : undefined }),
    /** How complete a subtree is, branch by branch. */
    completeness: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.completeness, { unit }), ofCampaign(campaign_id)),
    completeness_approve: ({ unit, campaign_id }: InCampaign) =>
      page(fillAll(staff_paths.completeness_approve, { unit }), ofCampaign(campaign_id)),
    /**
     * The tree of organisations on a day: searched by words, in one hierarchy; one unit of it, and what may be done
     * with it.
     */
    units: ({ words, hierarchy, day }: { words?: string; hierarchy?: string; day?: string } = {}) =>
      page(staff_paths.units, { tim: words, he: hierarchy, ngay: day }),
    unit: ({ unit, day }: { unit: string; day?: string }) => page(fillAll(staff_paths.unit, { unit }), { ngay: day }),
    unit_add: ({ unit, name }: { unit: string; name?: string }) => page(fillAll(staff_paths.unit_add, { unit }), { ten: name }),
    unit_revise: ({ unit }: { unit: string }) => page(fillAll(staff_paths.unit_revise, { unit })),
    unit_move: ({ unit, words }: { unit: string; words?: string }) => page(fillAll(staff_paths.unit_move, { unit }), { tim: words }),
    unit_close: ({ unit }: { unit: string }) => page(fillAll(staff_paths.unit_close, { unit })),
    /** Lists of units that were sent under a unit; one of them, at its columns where `part` says so. */
    unit_lists: ({ unit }: { unit: string }) => page(fillAll(staff_paths.unit_lists, { unit })),
    unit_list: ({ unit, unit_list_id, part }: UnitList & { part?: string }) =>
      page(fillAll(staff_paths.unit_list, { unit, list: unit_list_id }), { xem: part }),
    unit_list_columns: ({ unit, unit_list_id }: UnitList) => page(fillAll(staff_paths.unit_list_columns, { unit, list: unit_list_id })),
    unit_list_marked: ({ unit, unit_list_id }: UnitList) => page(fillAll(staff_paths.unit_list_marked, { unit, list: unit_list_id })),
    /**
     * Instruments by words of their number, issuer or subject, of one kind; recording one; one of them with what cites
     * it.
     */
    instruments: ({ words, kind }: { words?: string; kind?: string } = {}) => page(staff_paths.instruments, { tim: words, loai: kind }),
    instrument_record: () => page(staff_paths.instrument_record),
    instrument: ({ instrument_id }: { instrument_id: number }) => page(fillAll(staff_paths.instrument, { instrument: instrument_id })),
    /** Changes of units: those that were laid, and one of them. */
    unit_changes: () => page(staff_paths.unit_changes),
    unit_change: ({ unit_change_id }: UnitChange) => page(fillAll(staff_paths.unit_change, { change: unit_change_id })),
    unit_change_confirm: ({ unit_change_id }: UnitChange) => page(fillAll(staff_paths.unit_change_confirm, { change: unit_change_id })),
    unit_change_reject: ({ unit_change_id }: UnitChange) => page(fillAll(staff_paths.unit_change_reject, { change: unit_change_id })),
    unit_change_withdraw: ({ unit_change_id }: UnitChange) => page(fillAll(staff_paths.unit_change_withdraw, { change: unit_change_id })),
    unit_change_undo: ({ unit_change_id }: UnitChange) => page(fillAll(staff_paths.unit_change_undo, { change: unit_change_id })),
    /** The rosters that an office has sent for a unit; one of them, and what is done with it. */
    roster: ({ unit }: { unit: string }) => page(fillAll(staff_paths.roster, { unit })),
    roster_import: ({ unit, roster_import_id, part, after }: Roster & { part?: string; after?: number }) =>
      page(fillAll(staff_paths.roster_import, { unit, import: roster_import_id }), { xem: part, sau: after?.toString() }),
    roster_columns: ({ unit, roster_import_id }: Roster) => page(fillAll(staff_paths.roster_columns, { unit, import: roster_import_id })),
    /** The cells that a roster names and the register does not have. */
    roster_cells: ({ unit, roster_import_id }: Roster) => page(fillAll(staff_paths.roster_cells, { unit, import: roster_import_id })),
    roster_choose: ({ unit, roster_import_id }: Roster) => page(fillAll(staff_paths.roster_choose, { unit, import: roster_import_id })),
    roster_confirm: ({ unit, roster_import_id }: Roster) => page(fillAll(staff_paths.roster_confirm, { unit, import: roster_import_id })),
    roster_undo: ({ unit, roster_import_id }: Roster) => page(fillAll(staff_paths.roster_undo, { unit, import: roster_import_id })),
    roster_drop: ({ unit, roster_import_id }: Roster) => page(fillAll(staff_paths.roster_drop, { unit, import: roster_import_id })),
    roster_marked: ({ unit, roster_import_id }: Roster) => page(fillAll(staff_paths.roster_marked, { unit, import: roster_import_id })),
    /** Reminding who is missing under a unit; one wave of reminders as it stands there; and its sheets to print. */
    reminders: ({ unit, campaign_id }: InCampaign) => page(fillAll(staff_paths.reminders, { unit }), ofCampaign(campaign_id)),
    reminder_wave: ({ unit, reminder_wave_id }: Wave) => page(fillAll(staff_paths.reminder_wave, { unit, wave: reminder_wave_id })),
    reminder_letters_again: ({ unit, reminder_wave_id }: Wave) =>
      page(fillAll(staff_paths.reminder_letters_again, { unit, wave: reminder_wave_id })),
    reminder_sheets: ({ unit, reminder_wave_id }: Wave) => page(fillAll(staff_paths.reminder_sheets, { unit, wave: reminder_wave_id })),
    reminder_read: ({ reminder_id }: { reminder_id: number }) => page(fillAll(staff_paths.reminder_read, { reminder: reminder_id })),
  }
}

type Query = Readonly<Record<string, string | undefined>>

function entriesOf(query: Query): [string, string][] {
  return Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== '')
}

function withQuery(path: string, entries: [string, string][]): string {
  return entries.length === 0 ? path : `${path}?${new URLSearchParams(entries)}`
}

type Draft = { draft_id: number }
type Obligation = { obligation_id: number }
type Plan = { plan_duty_id: number }
type Proposal = { merger_proposal_id: number }
type UnitChange = { unit_change_id: number }
type UnitList = { unit: string; unit_list_id: number }
/** A page of a unit, for one of the campaigns that reach it; unsaid, the one of the latest year. */
export type InCampaign = { unit: string; campaign_id?: number }
type OfCampaign = { unit: string; campaign_id: number }
type OfPerson = { unit: string; person_id: number }
type Roster = { unit: string; roster_import_id: number }
type Wave = { unit: string; reminder_wave_id: number }

function ofCampaign(campaign_id: number | undefined): Query {
  return { dot: campaign_id?.toString() }
}

function fillAll(pattern: string, segments: Record<string, string | number>): string {
  return pattern.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(lookUp(segments, name)).toWellFormed()))
}

function fill(pattern: string, segment: string): string {
  return pattern.replace(/:\w+$/, () => encodeURIComponent(segment.toWellFormed()))
}
