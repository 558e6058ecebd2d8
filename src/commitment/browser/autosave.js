// Saves a part of the form while it is being written. Without it the button saves; with it nothing is lost that lay still for a second and a half.
const form = document.querySelector('form[data-autosave]')
const told = form?.querySelector('[data-told]')
let timer
let under_way = null

form?.addEventListener('input', () => {
  clearTimeout(timer)
  timer = setTimeout(() => {
    under_way = (under_way ?? Promise.resolve()).then(save)
    under_way.then(() => {
      under_way = null
    })
  }, 1500)
})

// The button waits for a saving that is under way, and sends the version it made.
form?.addEventListener('submit', event => {
  clearTimeout(timer)
  if (under_way === null) return
  event.preventDefault()
  under_way.then(() => form.submit())
})

async function save() {
  try {
    const body = new URLSearchParams(new FormData(form))
    const answer = await fetch(form.action, { method: 'POST', body, headers: { accept: 'application/json' } })
    if (answer.status === 200) {
      form.elements.namedItem('draft_version').value = String((await answer.json()).version)
      say(form.dataset.saved)
    } else {
      say(answer.status === 409 ? form.dataset.stale : form.dataset.failed)
      if (answer.status >= 500) again()
    }
  } catch {
    say(form.dataset.failed)
    again()
  }
}

function again() {
  clearTimeout(timer)
  timer = setTimeout(save, 10_000)
}

function say(text) {
  if (told) told.textContent = text
}
