// What a page cannot do without script: print itself, show a password, and read itself aloud, sentence by sentence, the
// sentence marked.
const { lang } = document.documentElement
const voice_lang = lang === 'vi' ? 'vi-VN' : 'en-GB'
/** What is read in one go: no sentence goes on from one of these to the next. */
const blocks = 'p,li,dt,dd,h1,h2,h3,h4,th,td,caption,figcaption,blockquote,summary,label,legend'
/** What is not read: it is worked with, or drawn. */
const not_read = 'nav,form,script,style,svg,pre,.toolbar,.vh,.unseen,[aria-hidden]'
/** A machine may know its voices only after a moment. */
const longest_wait_ms = 1500

for (const button of document.querySelectorAll('[data-tool="print"]'))
  button.addEventListener('click', () => {
    button.closest('[popover]')?.hidePopover?.()
    print()
  })
for (const button of document.querySelectorAll('[data-tool="read"]'))
  if ('speechSynthesis' in window) layReader(button)
  else button.remove()

for (const button of document.querySelectorAll('[data-shows]')) layShower(button)

function layShower(button) {
  const field = document.getElementById(button.dataset.shows)
  const { textContent: show } = button
  button.addEventListener('click', () => {
    const is_shown = field.type === 'text'
    field.type = is_shown ? 'password' : 'text'
    button.textContent = is_shown ? show : button.dataset.hide
  })
  // Nothing is sent, or kept by the browser, as if it were no password.
  field.form?.addEventListener('submit', () => {
    field.type = 'password'
  })
}

function layReader(button) {
  const label = button.textContent
  let reading = 0
  button.addEventListener('click', async () => {
    if (reading) return stop()
    reading = performance.now()
    const mine = reading
    const voice = await findVoice()
    if (reading !== mine) return
    if (!voice) {
      reading = 0
      return tell(button, button.dataset.noVoice)
    }
    button.textContent = button.dataset.stop
    for (const sentence of sentencesOf(document.querySelector('main'))) {
      mark(sentence)
      await say(sentence.toString(), voice)
      if (reading !== mine) return
    }
    stop()
  })
  addEventListener('pagehide', stop)

  function stop() {
    reading = 0
    speechSynthesis.cancel()
    globalThis.CSS?.highlights?.delete('read')
    button.textContent = label
  }
}

/** Beside the button, for the ear too. */
function tell(button, what) {
  const told = button.parentElement.querySelector('[role="status"]') ?? document.createElement('span')
  told.setAttribute('role', 'status')
  button.after(told)
  told.textContent = what
}

/** A voice of the page's language, the machine's own before one that sends the text away; none if there is none. */
async function findVoice() {
  const ours = () => speechSynthesis.getVoices().filter(voice => voice.lang.replace('_', '-').toLowerCase().startsWith(lang))
  if (ours().length === 0)
    await new Promise(done => {
      speechSynthesis.addEventListener('voiceschanged', done, { once: true })
      setTimeout(done, longest_wait_ms)
    })
  return ours().find(voice => voice.localService) ?? ours()[0]
}

function say(text, voice) {
  return new Promise(done => {
    const said = new SpeechSynthesisUtterance(text)
    said.lang = voice_lang
    said.voice = voice
    said.onend = done
    said.onerror = done
    speechSynthesis.speak(said)
  })
}

/** The sentence that is heard stands out, and in view. */
function mark(sentence) {
  if (globalThis.CSS?.highlights) CSS.highlights.set('read', new Highlight(sentence))
  sentence.startContainer.parentElement.scrollIntoView({ block: 'nearest' })
}

/** The sentences that are seen, each as a range of the page, from the first to the last. */
function* sentencesOf(root) {
  const split = new Intl.Segmenter(lang, { granularity: 'sentence' })
  for (const texts of textsByBlock(root)) {
    const whole = texts.map(({ data }) => data).join('')
    for (const { segment, index } of split.segment(whole))
      if (/[\p{L}\p{N}]/u.test(segment)) yield rangeOf(texts, index, index + segment.length)
  }
}

function textsByBlock(root) {
  const found = []
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  let block = null
  while (walker.nextNode()) {
    const { currentNode: text } = walker
    const { parentElement } = text
    if (parentElement.closest(not_read) || !parentElement.checkVisibility()) continue
    const own = parentElement.closest(blocks) ?? parentElement
    if (own !== block) found.push([])
    block = own
    found.at(-1).push(text)
  }
  return found
}

function rangeOf(texts, from, to) {
  const range = document.createRange()
  let at = 0
  for (const text of texts) {
    const end = at + text.data.length
    if (from >= at && from < end) range.setStart(text, from - at)
    if (to > at && to <= end) range.setEnd(text, to - at)
    at = end
  }
  return range
}
