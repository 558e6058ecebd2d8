// Blocks can be dragged to another place, also of another region. What is dropped is sent by the form of the block
// itself, as a button of it would: the server decides whether it can stand there. Without script the buttons do it all.
let held = null

for (const block of document.querySelectorAll('.placed > [data-n]')) {
  if (!block.querySelector('form')) continue
  block.draggable = true
  block.addEventListener('dragstart', event => {
    held = block
    event.dataTransfer.effectAllowed = 'move'
    event.dataTransfer.setData('text/plain', block.dataset.n)
  })
  block.addEventListener('dragend', () => {
    held = null
    mark(null)
  })
}

for (const region of document.querySelectorAll('.placed')) {
  region.addEventListener('dragover', event => {
    if (!held) return
    event.preventDefault()
    mark(nextTo(region, event.clientY) ?? region)
  })
  region.addEventListener('drop', event => {
    if (!held) return
    event.preventDefault()
    put(held, region.dataset.region, nextTo(region, event.clientY)?.dataset.n)
  })
}

/** The block before which something dropped at this height comes to stand. */
function nextTo(region, height) {
  const others = [...region.querySelectorAll('[data-n]')].filter(block => block !== held)
  return others.find(block => {
    const { top, bottom } = block.getBoundingClientRect()
    return height < (top + bottom) / 2
  })
}

function put(block, region, before) {
  const form = block.querySelector('form')
  const op = document.createElement('input')
  op.type = 'hidden'
  op.name = 'op'
  op.value = before ? `put ${region} ${before}` : `put ${region}`
  form.append(op)
  form.requestSubmit()
  // What was sent is under way; whoever comes back to the page presses its buttons alone.
  op.remove()
}

function mark(place) {
  for (const marked of document.querySelectorAll('.is-next')) marked.classList.remove('is-next')
  place?.classList.add('is-next')
}
