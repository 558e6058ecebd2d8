import { type ChildProcess, spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Locator, Page } from 'playwright-core'
import { afterAll, expect, test } from 'vitest'
import { withBrowser } from '../harness/browser.ts'
import { ended } from '../harness/program.ts'

const stage = withBrowser()
const folder = mkdtempSync(join(tmpdir(), 'neu-guong-setting-up-'))
chmodSync(folder, 0o755)
let program: ChildProcess | undefined
afterAll(async () => {
  if (program) await ended(program, 'SIGTERM')
  rmSync(folder, { recursive: true, force: true })
})

/** A hand that counts what it does: presses and choices, and fields that it types into. */
function handOn(page: Page) {
  const done = { clicks: 0, fields: 0 }
  return {
    done,
    press: async (what: Locator) => {
      done.clicks += 1
      await what.click()
    },
    type: async (label: string | RegExp, text: string) => {
      done.fields += 1
      await page.getByLabel(label, { exact: typeof label === 'string' }).fill(text)
    },
    button: (name: string | RegExp) => page.getByRole('button', { name }),
    link: (name: string | RegExp) => page.getByRole('link', { name }).first(),
  }
}

test('from an empty folder to the first receipt, in the browser alone: 28 presses, 25 fields', async () => {
  const { address, code } = await started()
  const page = await stage.newPage({ width: 1280, height: 900 })
  const hand = handOn(page)
  const { press, type, button, link, done } = hand

  await page.goto(address)
  await press(link('Dựng sổ trên trang'))
  await type('Mã dựng sổ', code)
  await press(button('Mở trang dựng sổ'))
  await press(link(/^Làm tiếp/))
  const save = () => press(button('Lưu và làm tiếp'))
  await type('Tên', 'Sông Lam')
  await save()
  await type('Số, ký hiệu', '01-QĐ/TU')
  await type('Ngày ký', '20/11/2026')
  await save()
  const names = page.getByLabel('Họ và tên')
  for (const [i, name] of ['Đinh Văn Khoa', 'Lò Thị Mai', 'Hoàng Thị Xuân'].entries()) {
    done.fields += 1
    await names.nth(i).fill(name)
  }
  await save()
  for (const step of ['Chương trình', 'Quy tắc', 'Xếp loại cuối năm', 'Lịch nghỉ', 'Sao lưu']) {
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe(step)
    await save()
  }
  await press(button('Lập sổ và in giấy mời'))
  const codes = await page.locator('.code').allTextContents()
  expect(codes).toHaveLength(3)

  // The office uses its sheet, and keeps printed codes as its second step.
  await press(link('Dùng giấy mời'))
  await type('Mã trên giấy mời', codes[2]!)
  await press(button('Tiếp tục'))
  await type('Mật khẩu mới', 'năm nay tôi hiến đất làm đường')
  await press(button('Đặt mật khẩu'))
  await press(button('In bảng mã'))
  await press(link('Đã cất xong, vào làm việc'))

  await press(link('Đợt đăng ký'))
  await press(link('Phát động đợt mới'))
  await type('Chuyên đề năm', 'Nói đi đôi với làm')
  await type('Số, ký hiệu', '03-CV/TU')
  await type('Cơ quan ban hành', 'Ban Thường vụ Tỉnh ủy Sông Lam')
  await type('Trích yếu', 'Về đợt đăng ký năm 2027')
  await type('Ngày ký', '1/12/2026')

  await press(button('Xem lại trước khi phát động'))
  await press(button(/^Phát động/))

  await press(link('Việc của tôi'))
  await press(link('Viết cam kết'))
  await press(link('Tự rèn luyện'))
  for (const label of [
    'Tư tưởng, chính trị',
    'Đạo đức, lối sống',
    'Tác phong, lề lối làm việc',
    'Tổ chức kỷ luật',
    'Phòng ngừa biểu hiện suy thoái',
  ])
    await type(label, 'Giữ lời đã hứa')
  await press(button('Lưu và tiếp tục'))
  await page.waitForURL('**/viec-lam-theo')
  for (const n of [1, 2]) {
    const deed = page.getByRole('group', { name: `Việc ${n}` })
    for (const [label, text] of [
      ['Làm việc gì', `Trồng ${n}0 cây lát hoa`],
      ['Lấy gì để biết đã xong', 'Số cây còn sống'],
      ['Xong trước ngày', '30/11/2027'],
    ] as const) {
      done.fields += 1
      await deed.getByLabel(label).fill(text)
    }
  }
  await press(button('Lưu và tiếp tục'))
  await page.waitForURL('**/han-che')
  await press(button('Lưu và tiếp tục'))
  await page.waitForURL('**/kiem-tra')
  await press(button('Nộp cam kết'))
  await page.getByText('Đã nộp cam kết').waitFor()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toMatch(/^Giấy nhận CK-2027-\d{7}$/)

  // What was agreed: at most 60 presses and 25 fields.
  expect(done).toEqual({ clicks: 28, fields: 25 })
  expect((await page.goto(`${address}/dung-so`))?.status()).toBe(404)
})

/** The program on an empty folder, the address that it says and the code that it prints. */
function started(): Promise<{ address: string; code: string }> {
  const root = fileURLToPath(new URL('../..', import.meta.url))
  const env = { ...process.env, DATA_DIR: folder, DATABASE_URL: '', DEMO: '0', PORT: '0', LOG_LEVEL: 'silent' }
  program = spawn(process.execPath, ['bin/neu-guong.mjs', 'serve'], { cwd: root, env, stdio: ['ignore', 'ignore', 'pipe'] })
  const { promise, resolve, reject } = Promise.withResolvers<{ address: string; code: string }>()
  let said = ''
  program.stderr!.on('data', (chunk: Buffer) => {
    said += chunk
    const [port, code] = [/http:\/\/localhost:(\d+)/.exec(said)?.[1], /^ {4}(\w{4}-\w{4}-\w{4})$/m.exec(said)?.[1]]
    if (port && code) resolve({ address: `http://127.0.0.1:${port}`, code })
  })
  program.once('exit', () => reject(new Error(`the program ended early:\n${said}`)))
  return promise
}
