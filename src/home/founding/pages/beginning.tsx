import { Layout, type ViewContext } from '../../../platform/web/index.ts'

const words = {
  vi: {
    title: 'Sổ còn trống',
    lead: 'Cổng này chưa có dữ liệu nào để hiện.',
    setup: 'Dựng sổ trên trang',
    setup_lead: 'cần mã in ở cửa sổ chạy chương trình.',
    by_commands: 'Ai vận hành máy chủ cũng có thể dựng sổ bằng lệnh:',
    example: 'in một tệp mẫu có ghi chú; sửa theo đơn vị mình',
    init: 'dựng sổ, rồi in giấy mời cho những người đầu tiên',
    afterwards: 'Dựng xong, trang này tự nhường chỗ cho cổng; không cần khởi động lại. Giấy mời mở ở trang',
    sign_in: 'Đăng nhập',
  },
  en: {
    title: 'The register is empty',
    lead: 'This portal has nothing to show yet.',
    setup: 'Set up the register on a page',
    setup_lead: 'it takes the code that is printed where the program was started.',
    by_commands: 'Whoever runs the server may found it by commands, too:',
    example: 'prints an explained example, to be written over',
    init: 'founds the register, and prints invitations for the first people',
    afterwards: 'Then this page makes way for the portal; nothing is started again. Invitations open on the page',
    sign_in: 'Sign in',
  },
}

/** What the portal says until there is something to say: how the register begins. */
export function BeginningPage({ has_setup, ...view }: ViewContext & { has_setup: boolean }) {
  const { lang, to } = view
  const told = words[lang]
  return (
    <Layout {...view} title={told.title} here={t => t.home()}>
      <section class="prose">
        <h1>{told.title}</h1>
        <p>{told.lead}</p>
        {has_setup && (
          <p>
            <a href={to.setup()}>{told.setup}</a>: {told.setup_lead}
          </p>
        )}
        <p>{told.by_commands}</p>
        <ol>
          <li>
            <code>npx neu-guong init --example &gt; init.json</code>: {told.example}
          </li>
          <li>
            <code>npx neu-guong init init.json</code>: {told.init}
          </li>
        </ol>
        <p>
          {told.afterwards} <a href={to.invitation()}>{told.sign_in}</a>.
        </p>
      </section>
    </Layout>
  )
}
