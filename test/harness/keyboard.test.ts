import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'
import { keyboardOf } from './keyboard.ts'

const stage = withBrowser()
const style = '<style>:focus-visible { outline: 3px solid #a33 } button { display: block; margin: 9px }</style>'

/** Somebody with a keyboard on a page of these bodies. */
async function at(body: string) {
  const page = await stage.newPage()
  const keyboard = await keyboardOf(page, { kindOf: path => path, walked: new Set() })
  const open = () => keyboard.open(`data:text/html;charset=utf-8,${encodeURIComponent(`<!doctype html>${style}<main>${body}</main>`)}`)
  return { page, keyboard, open }
}
const button = (name: string, more = '') => `<button ${more}>${name}</button>`

test('a page is walked from end to end, a set of choices with its arrows', async () => {
  const choices = '<label><input type="radio" name="one" value="1"> một</label><label><input type="radio" name="one" value="2"> hai</label>'
  const { page, keyboard, open } = await at(`${button('trước')}${choices}<textarea name="loi"></textarea>${button('sau')}`)
  await open()
  await keyboard.press(page.getByLabel('một'), 'ArrowDown')
  expect(await page.getByLabel('hai').isChecked()).toBe(true)
  await keyboard.type(page.getByRole('textbox'), 'lời')
  await keyboard.to(page.getByRole('button', { name: 'sau' }))
  await keyboard.backTo(page.getByRole('button', { name: 'trước' }))
  expect(await page.getByRole('textbox').inputValue()).toBe('lời')
})

test.for([
  ['shows nothing', button('a') + button('b', 'style="outline: none"'), 'cannot be told from the others'],
  ['shows too little', button('a', 'style="outline-width: 1px"'), 'cannot be told from the others'],
  ['is nowhere to be seen', `${button('a')}<button style="position: fixed; left: 9px; top: -99px">b</button>`, 'is out of view'],
  ['keeps the keyboard', button('a', 'onkeydown="if (event.key === \'Tab\') event.preventDefault()"') + button('b'), 'one stops at'],
  ['is passed over', `${button('a')}<a href="#" tabindex="-1">b</a>`, 'one stops at'],
  ['comes too early', button('a') + button('b', 'tabindex="1"'), 'one stops at'],
  [
    'stands before the one it comes after',
    button('a', 'style="margin: 99px"') + button('b', 'style="position: absolute; top: 0; left: 0"'),
    'stands above',
  ],
])('a place that %s is found out', async ([, body, said]) => {
  const { open } = await at(body!)
  await expect(open()).rejects.toThrow(said)
})

test('a place that no key leads to is named', async () => {
  const { page, keyboard, open } = await at(`${button('a')}<p onclick="">bấm vào đây</p>${button('b')}`)
  await open()
  await expect(keyboard.to(page.getByText('bấm vào đây'))).rejects.toThrow(/no key leads to .*bấm vào đây/)
})
