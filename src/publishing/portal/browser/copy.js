// Puts «Chép» behind what may be copied. Without a clipboard (an old browser, or no TLS) nothing is put there, and the
// text can be selected.
const stay = 2000

if (navigator.clipboard)
  for (const text of document.querySelectorAll('[data-copy]')) {
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'quiet copy'
    button.textContent = text.dataset.copy
    const spoken = document.createElement('span')
    spoken.className = 'vh'
    spoken.setAttribute('role', 'status')
    text.after(' ', button, spoken)
    button.addEventListener('click', () => copy(text, button, spoken))
  }

async function copy(text, button, spoken) {
  const { copy, copied, failed } = text.dataset
  const said = await navigator.clipboard.writeText(text.textContent).then(
    () => copied,
    () => failed,
  )
  button.textContent = spoken.textContent = said
  setTimeout(() => {
    button.textContent = copy
    spoken.textContent = ''
  }, stay)
}
