import type { PageOptions } from './answers.ts'
import style from './editor.css?inline'
import { openEditor } from './open-editor.ts'
import { editor_words } from './words.ts'

/** Puts the editor in the place of the text field of each form that asks for one. */
for (const form of document.querySelectorAll<HTMLFormElement>('form[data-editor]')) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(style)
  document.adoptedStyleSheets.push(sheet)
  const options: PageOptions = JSON.parse(form.dataset.editor!)
  openEditor(form, options, editor_words[document.documentElement.lang === 'en' ? 'en' : 'vi'])
}
