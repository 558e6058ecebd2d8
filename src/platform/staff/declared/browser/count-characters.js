// Says under a long text how many characters are left, or how many are too many. Nothing is cut, and nothing stops the writing: a pasted text stays whole, and the server says what is too long.
const near = 0.1
const pause = 1000

for (const count of document.querySelectorAll('.count[data-most]')) {
  const area = document.getElementById(count.id.slice(0, -'-count'.length))
  const spoken = document.createElement('span')
  spoken.className = 'unseen'
  spoken.setAttribute('role', 'status')
  count.after(spoken)
  let timer
  const say = () => {
    const { said, is_near } = countOf(area.value, count.dataset)
    count.textContent = said
    count.classList.toggle('wrong', isOver(area.value, count.dataset))
    clearTimeout(timer)
    // Whoever hears the page is told when they stop, and only near the end.
    timer = setTimeout(() => (spoken.textContent = is_near ? said : ''), pause)
  }
  area.addEventListener('input', say)
  if (area.value) count.textContent = countOf(area.value, count.dataset).said
}

function countOf(text, { most, left, over }) {
  const n = Number(most) - lengthOf(text)
  const said = (n < 0 ? over : left).replace('{n}', Math.abs(n).toLocaleString(document.documentElement.lang))
  return { said, is_near: n < Number(most) * near }
}

function isOver(text, { most }) {
  return lengthOf(text) > Number(most)
}

/** As the server counts: in one spelling, without the blanks around it. */
function lengthOf(text) {
  return text.normalize('NFC').trim().length
}
