// Saves a part of the form while it is being written. Without it the button saves. With it, what was typed is kept in this browser until the server has it: through a lost connection, an ended session,
// a closed window. Nothing is sent over what somebody else wrote: it travels with the version it was written on, and the server shows both texts.
const form = document.querySelector('form[data-autosave]')
const conflict = document.querySelector('form[data-conflict]')
const days_kept = 7
let timer
let under_way = null

conflict?.addEventListener('submit', () => forget(conflict))

if (form) {
  goOn()
  form.addEventListener('input', () => {
    keep()
    saveIn(1500)
  })
  form.addEventListener('submit', send)
  addEventListener('online', () => kept(form) && saveIn(0))
}

/** What was kept here and never reached the server stands in the form again, on top of the version it was written on. */
function goOn() {
  const text = kept(form)
  if (!text) return
  for (const [name, value] of text.fields) form.elements.namedItem(name).value = value
  say('restored')
  saveIn(0)
}

/** The button waits for the server's answer before it leaves the page; without a connection it stays. */
async function send(event) {
  event.preventDefault()
  keep()
  const outcome = await save()
  if (outcome !== 'away') form.submit()
}

function saveIn(ms) {
  clearTimeout(timer)
  timer = setTimeout(save, ms)
}

/** One at a time: the next sends the version that the last has made. */
function save() {
  clearTimeout(timer)
  under_way = (under_way ?? Promise.resolve()).then(saveNow)
  return under_way
}

async function saveNow() {
  const body = new URLSearchParams(new FormData(form))
  const sent = body.toString()
  const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } }).catch(() => null)
  if (answer?.status === 200) {
    const unchanged = new URLSearchParams(new FormData(form)).toString() === sent
    const { version, is_beside } = await answer.json()
    form.elements.namedItem('draft_version').value = String(version)
    if (unchanged) forget(form)
    else keep()
    say(is_beside ? 'beside' : 'saved')
    return 'saved'
  }
  if (answer?.status === 409) return say('stale')
  if (answer?.status === 401) return say('ended')
  if (answer && answer.status < 500) return say('failed')
  saveIn(10_000)
  say('away')
  return 'away'
}

function say(what) {
  const told = form.querySelector('[data-told]')
  const time = new Date().toLocaleTimeString('vi-VN', { timeZone: 'Asia/Ho_Chi_Minh' })
  if (told) told.textContent = (form.dataset[what] ?? '').replace('{time}', time)
}

/** What the page brings of its person: by what their drafts are told from others', and the key that they are sealed with. */
function ownerOf({ dataset }) {
  const [owner, key] = dataset.draftKey.split('.')
  return { owner, key: Uint8Array.from(atob(key), letter => letter.charCodeAt(0)) }
}

function placeOf(of) {
  return `nhap ${ownerOf(of).owner} ${new URL(of.action).pathname}`
}

function keep() {
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === 'string' && name !== 'shown_to')
  store(() => localStorage.setItem(placeOf(form), sealText(ownerOf(form).key, JSON.stringify({ at: Date.now(), fields }))))
}

function kept(of) {
  const text = store(() => JSON.parse(openText(ownerOf(of).key, localStorage.getItem(placeOf(of)))))
  if (text && Date.now() - text.at < days_kept * 86_400_000) return text
  forget(of)
  return null
}

function forget(of) {
  store(() => localStorage.removeItem(placeOf(of)))
}

/** A browser may refuse to keep anything; then the server alone does. */
function store(work) {
  try {
    return work()
  } catch {
    return null
  }
}
