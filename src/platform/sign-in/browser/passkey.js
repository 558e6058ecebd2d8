// Passkeys: the one thing of signing in that needs a script. Where the browser cannot, the buttons stay hidden and the other ways remain.

const steps = {
  'sign-in': { question: '/dang-nhap/khoa', answer: '/dang-nhap/khoa/tra-loi', ask: get },
  add: { question: '/tai-khoan/khoa', answer: '/tai-khoan/khoa/tra-loi', ask: create },
  prove: { question: '/tai-khoan/xac-nhan/khoa', answer: '/tai-khoan/xac-nhan/khoa/tra-loi', ask: get },
}

if (globalThis.PublicKeyCredential?.parseRequestOptionsFromJSON) {
  for (const place of document.querySelectorAll('[data-passkey]')) {
    place.hidden = false
    place.querySelector('button').addEventListener('click', () => run(place))
  }
  for (const place of document.querySelectorAll('[data-passkey-missing]')) place.hidden = true
}

async function run(place) {
  const { question, answer, ask } = steps[place.dataset.passkey]
  const lang = document.documentElement.lang === 'en' ? '/en' : ''
  try {
    const told = whatIsTold(place)
    const credential = await ask(await send(lang + question, told))
    const { onward } = await send(lang + answer, { ...told, credential: credential.toJSON() })
    location.assign(onward)
  } catch (failure) {
    say(place, failure.said ?? place.dataset.failed)
  }
}

/** Where to go back to, for what the proof is, how the key is called; and to whom the page was shown. */
function whatIsTold(place) {
  const { back, act } = place.dataset
  const name = place.querySelector('input[name=key_name]')?.value
  return { back, act, name, shown_to: document.querySelector('input[name=shown_to]')?.value }
}

async function send(address, body) {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(address, { method: 'POST', headers, body: JSON.stringify(body) })
  const answer = await response.json()
  if (!response.ok) throw Object.assign(new Error('refused'), { said: answer.say })
  return answer
}

function get(options) {
  return navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) })
}

function create(options) {
  return navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
}

function say(place, text) {
  const note = place.querySelector('[role=alert]') ?? document.createElement('p')
  note.setAttribute('role', 'alert')
  note.className = 'wrong'
  note.textContent = text
  place.append(note)
}
