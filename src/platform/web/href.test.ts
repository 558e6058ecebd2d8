import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inherited_words } from '../../../test/harness/inherited-words.ts'
import { tries } from '../../../test/harness/tries.ts'
import { displayIn, ordinary_display } from './display.ts'
import { type Href, hrefFor } from './href.ts'

const site: Record<string, (to: Href) => string> = {
  'the front page': to => to.home(),
  'the front page with its map on a day': to => to.home({ day: '2021-02-19' }),
  'all articles': to => to.articles(),
  'the feed of articles': to => to.feed(),
  'an article': to => to.article({ article_id: 7, slug: 'noi-di-doi-voi-lam' }),
  'all figures': to => to.figures(),
  'a figure': to => to.figure({ figure: 'F16' }),
  'a figure as asked': to => to.figure({ figure: 'F16', asked: { valid_as_of: '2021-02-19', map: 'as-of' } }),
  'a figure as data': to => to.figure_json({ figure: 'F16', asked: { valid_as_of: '2021-02-19' } }),
  'a figure as a table': to => to.figure_csv({ figure: 'F16' }),
  'a figure as a drawing': to => to.figure_svg({ figure: 'F16' }),
  'a figure for a page of others': to => to.figure_embed({ figure: 'F16', asked: { valid_as_of: '2021-02-19' } }),
  'a run': to => to.run({ run_id: 12 }),
  'a run as data': to => to.run_json({ run_id: 12 }),
  'a run as a table': to => to.run_csv({ run_id: 12 }),
  'the number check': to => to.check(),
  'what a text came to': to => to.check_result({ result: 'Xy9_-k' }),
  'about this portal': to => to.about(),
  'signing in': to => to.sign_in(),
  'signing in, and back': to => to.sign_in({ back: '/tai-khoan?co=lon' }),
  'the code': to => to.sign_in_code(),
  'choosing the second step': to => to.set_up_code(),
  'an invitation': to => to.invitation(),
  'an invitation from its square': to => to.invitation({ code: 'K7QM-4F2X-9TRD' }),
  'the sign-on of the province': to => to.elsewhere(),
  'my account': to => to.account(),
  'ending my sessions': to => to.end_sessions(),
  'removing a passkey': to => to.remove_passkey(),
  'whom to invite': to => to.invite(),
  'whom to invite, by name': to => to.invite({ name: 'Lan' }),
  'signing out': to => to.sign_out(),
  'my commitments': to => to.my_commitments(),
  'a part of the form': to => to.commitment_part({ obligation_id: 12, part: 'viec-lam-theo' }),
  'handing in': to => to.commitment_submit({ obligation_id: 12 }),
  'taking back': to => to.commitment_withdraw({ obligation_id: 12 }),
  'taking an amendment of a plan back': to => to.plan_withdraw({ plan_duty_id: 12 }),
  'confirming what was entered': to => to.commitment_confirm({ obligation_id: 12 }),
  'a receipt': to => to.commitment_receipt({ obligation_id: 12 }),
  'a cell': to => to.cell({ unit: 'chi-bo-na-leng' }),
  'reading what waits': to => to.cell_reading({ unit: 'chi-bo-na-leng' }),
  'reading the next': to => to.cell_reading({ unit: 'chi-bo-na-leng', after: 7 }),
  'reading the one asked for': to => to.cell_reading({ unit: 'chi-bo-na-leng', at: 7 }),
  'reading all that waits': to => to.cell_reading_all({ unit: 'chi-bo-na-leng' }),
  endorsing: to => to.cell_endorse({ unit: 'chi-bo-na-leng' }),
  'giving back': to => to.cell_return({ unit: 'chi-bo-na-leng' }),
  'entering from paper': to => to.cell_proxy({ unit: 'chi-bo-na-leng', obligation_id: 12 }),
  'a sheet to write on': to => to.cell_sheet({ unit: 'chi-bo-na-leng', obligation_id: 12 }),
  completeness: to => to.completeness({ unit: 'dang-bo-xa' }),
  approving: to => to.completeness_approve({ unit: 'dang-bo-xa' }),
}

test('the map of the site', () => {
  const vi = hrefFor({ lang: 'vi' })
  const en = hrefFor({ lang: 'en', display: { ...ordinary_display, size: 'large', contrast: 'high' } })
  expect(
    Object.entries(site)
      .map(([name, address]) => `${name}: ${address(vi)} · ${address(en)}`)
      .join('\n'),
  ).toMatchInlineSnapshot(`
    "the front page: / · /en?co=lon&tp=cao
    the front page with its map on a day: /?ngay=2021-02-19 · /en?ngay=2021-02-19&co=lon&tp=cao
    all articles: /tin · /en/tin?co=lon&tp=cao
    the feed of articles: /tin.atom · /en/tin.atom
    an article: /bai/7-noi-di-doi-voi-lam · /en/bai/7-noi-di-doi-voi-lam?co=lon&tp=cao
    all figures: /so-lieu · /en/so-lieu?co=lon&tp=cao
    a figure: /so-lieu/F16 · /en/so-lieu/F16?co=lon&tp=cao
    a figure as asked: /so-lieu/F16?valid_as_of=2021-02-19&map=as-of · /en/so-lieu/F16?valid_as_of=2021-02-19&map=as-of&co=lon&tp=cao
    a figure as data: /so-lieu/F16.json?valid_as_of=2021-02-19 · /so-lieu/F16.json?valid_as_of=2021-02-19
    a figure as a table: /so-lieu/F16.csv · /so-lieu/F16.csv
    a figure as a drawing: /so-lieu/F16.svg · /so-lieu/F16.svg
    a figure for a page of others: /so-lieu/F16/nhung?valid_as_of=2021-02-19 · /en/so-lieu/F16/nhung?valid_as_of=2021-02-19
    a run: /so-lieu/lan-tinh/12 · /en/so-lieu/lan-tinh/12?co=lon&tp=cao
    a run as data: /so-lieu/lan-tinh/12.json · /so-lieu/lan-tinh/12.json
    a run as a table: /so-lieu/lan-tinh/12.csv · /so-lieu/lan-tinh/12.csv
    the number check: /kiem-so · /en/kiem-so?co=lon&tp=cao
    what a text came to: /kiem-so/Xy9_-k · /en/kiem-so/Xy9_-k?co=lon&tp=cao
    about this portal: /gioi-thieu · /en/gioi-thieu?co=lon&tp=cao
    signing in: /dang-nhap · /en/dang-nhap?co=lon&tp=cao
    signing in, and back: /dang-nhap?ve=%2Ftai-khoan%3Fco%3Dlon · /en/dang-nhap?ve=%2Ftai-khoan%3Fco%3Dlon&co=lon&tp=cao
    the code: /dang-nhap/ma-xac-nhan · /en/dang-nhap/ma-xac-nhan?co=lon&tp=cao
    choosing the second step: /dang-nhap/buoc-hai · /en/dang-nhap/buoc-hai?co=lon&tp=cao
    an invitation: /dang-nhap/thu-moi · /en/dang-nhap/thu-moi?co=lon&tp=cao
    an invitation from its square: /dang-nhap/thu-moi?ma=K7QM-4F2X-9TRD · /en/dang-nhap/thu-moi?ma=K7QM-4F2X-9TRD&co=lon&tp=cao
    the sign-on of the province: /dang-nhap/noi-khac · /en/dang-nhap/noi-khac?co=lon&tp=cao
    my account: /tai-khoan · /en/tai-khoan?co=lon&tp=cao
    ending my sessions: /tai-khoan/phien · /en/tai-khoan/phien?co=lon&tp=cao
    removing a passkey: /tai-khoan/khoa/bo · /en/tai-khoan/khoa/bo?co=lon&tp=cao
    whom to invite: /tai-khoan/thu-moi · /en/tai-khoan/thu-moi?co=lon&tp=cao
    whom to invite, by name: /tai-khoan/thu-moi?ten=Lan · /en/tai-khoan/thu-moi?ten=Lan&co=lon&tp=cao
    signing out: /thoat · /en/thoat?co=lon&tp=cao
    my commitments: /cam-ket · /en/cam-ket?co=lon&tp=cao
    a part of the form: /cam-ket/12/viec-lam-theo · /en/cam-ket/12/viec-lam-theo?co=lon&tp=cao
    handing in: /cam-ket/12/nop · /en/cam-ket/12/nop?co=lon&tp=cao
    taking back: /cam-ket/12/rut · /en/cam-ket/12/rut?co=lon&tp=cao
    taking an amendment of a plan back: /ke-hoach/12/rut · /en/ke-hoach/12/rut?co=lon&tp=cao
    confirming what was entered: /cam-ket/12/xac-nhan · /en/cam-ket/12/xac-nhan?co=lon&tp=cao
    a receipt: /cam-ket/12/giay-nhan · /en/cam-ket/12/giay-nhan?co=lon&tp=cao
    a cell: /chi-bo/chi-bo-na-leng · /en/chi-bo/chi-bo-na-leng?co=lon&tp=cao
    reading what waits: /chi-bo/chi-bo-na-leng/doc · /en/chi-bo/chi-bo-na-leng/doc?co=lon&tp=cao
    reading the next: /chi-bo/chi-bo-na-leng/doc?sau=7 · /en/chi-bo/chi-bo-na-leng/doc?sau=7&co=lon&tp=cao
    reading the one asked for: /chi-bo/chi-bo-na-leng/doc?ban=7 · /en/chi-bo/chi-bo-na-leng/doc?ban=7&co=lon&tp=cao
    reading all that waits: /chi-bo/chi-bo-na-leng/doc-het · /en/chi-bo/chi-bo-na-leng/doc-het?co=lon&tp=cao
    endorsing: /chi-bo/chi-bo-na-leng/xac-nhan · /en/chi-bo/chi-bo-na-leng/xac-nhan?co=lon&tp=cao
    giving back: /chi-bo/chi-bo-na-leng/tra-lai · /en/chi-bo/chi-bo-na-leng/tra-lai?co=lon&tp=cao
    entering from paper: /chi-bo/chi-bo-na-leng/nhap-ho/12 · /en/chi-bo/chi-bo-na-leng/nhap-ho/12?co=lon&tp=cao
    a sheet to write on: /chi-bo/chi-bo-na-leng/phieu/12 · /en/chi-bo/chi-bo-na-leng/phieu/12?co=lon&tp=cao
    completeness: /doi-soat/dang-bo-xa · /en/doi-soat/dang-bo-xa?co=lon&tp=cao
    approving: /doi-soat/dang-bo-xa/duyet · /en/doi-soat/dang-bo-xa/duyet?co=lon&tp=cao"
  `)
})

test('what fills an address follows from its path: what is missing, unknown or of another kind does not compile', () => {
  const to = hrefFor({ lang: 'vi' })
  expect(to.tenure_end({ unit: 'xa-a', person_id: 3, tenure_id: 5 })).toBe('/nhan-su/xa-a/3/chuc-vu/5')
  // @ts-expect-error a person has a number
  expect(to.person({ unit: 'xa-a', person_id: '3' })).toBe('/nhan-su/xa-a/3')
  // @ts-expect-error whose file it is must be said
  expect(to.person({ unit: 'xa-a' })).toBe('/nhan-su/xa-a/undefined')
  // @ts-expect-error the page of the units asks no name
  expect(to.units({ name: 'Lan' })).toBe('/to-chuc')
  // @ts-expect-error there is nothing to say
  expect(to.sign_out({ back: '/' })).toBe('/thoat')
})

test('a page keeps the size, contrast and type of its reader, and each display has one address', () => {
  for (const size of ['small', 'ordinary', 'large', 'very-large'] as const)
    for (const [contrast, face] of [
      ['ordinary', 'ordinary'],
      ['high', 'ordinary'],
      ['ordinary', 'easy'],
      ['high', 'easy'],
    ] as const) {
      const address = hrefFor({ lang: 'vi', display: { size, contrast, face } }).figure({ figure: 'F1', asked: { year: '2020' } })
      expect(displayIn(new URL(address, 'http://x').searchParams)).toEqual({ size, contrast, face })
    }
})

test('a display that nobody offered is the ordinary one', () => {
  for (const query of ['', 'co=huge', 'co=', 'co=constructor&tp=__proto__', 'tp=toString'])
    expect(displayIn(new URLSearchParams(query))).toEqual(ordinary_display)
})

test('whatever a figure is asked, its address says just that', () => {
  const anything = fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), fc.constantFrom(...inherited_words))
  fc.assert(
    fc.property(anything, anything, (unit, figure) => {
      const url = new URL(hrefFor({ lang: 'vi' }).figure({ figure: `F${figure}`, asked: { unit } }), 'http://x')
      expect(url.searchParams.get('unit')).toBe(unit.toWellFormed())
    }),
    tries(),
  )
})
