// While somebody types a search, offers below its field how the last word may go on, as links of the same search.
const pause = 150

for (const field of document.querySelectorAll('[data-suggest]')) {
  const list = document.createElement('ul')
  list.className = 'days'
  list.setAttribute('aria-label', field.dataset.label)
  field.parentElement.after(list)
  let waiting
  field.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(() => offer(field, list), pause)
  })
}

async function offer(field, list) {
  const typed = field.value
  const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null)
  const words = answer?.ok ? await answer.json() : []
  if (field.value === typed) list.replaceChildren(...words.map(word => linkTo(field, word)))
}

function linkTo(field, words) {
  const asked = new FormData(field.form)
  asked.set(field.name, words)
  const item = document.createElement('li')
  const link = document.createElement('a')
  link.href = `${field.form.action.split('?')[0]}?${new URLSearchParams([...asked].filter(([, value]) => value))}`
  link.textContent = words
  item.append(link)
  return item
}
