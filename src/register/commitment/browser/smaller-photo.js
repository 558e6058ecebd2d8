// Makes a photo smaller before it is sent: a village's line takes minutes for what a telephone's camera writes. Without this module, and where anything is amiss, the photo goes
// as it is: the server makes each one anew in any case.
const longest_side = 1600
const worth_it = 300 * 1024

for (const input of document.querySelectorAll('input[type=file][name=evidence]')) input.addEventListener('change', () => shrink(input))

async function shrink(input) {
  const photo = input.files[0]
  const form = input.form
  if (!photo || !/^image\/(jpeg|png|webp)$/.test(photo.type) || photo.size < worth_it) return
  const button = form.querySelector('button[type=submit]')
  button.disabled = true
  try {
    const smaller = await madeSmaller(photo)
    // Somebody may have chosen another meanwhile.
    if (smaller && smaller.size < photo.size && input.files[0] === photo) {
      const chosen = new DataTransfer()
      chosen.items.add(smaller)
      input.files = chosen.files
    }
  } catch {
    // The server reads what this browser does not.
  } finally {
    button.disabled = false
  }
}

/** Upright, at most so long, as JPEG under the same name. */
async function madeSmaller(photo) {
  const picture = await createImageBitmap(photo, { imageOrientation: 'from-image' })
  const scale = Math.min(1, longest_side / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const pen = canvas.getContext('2d')
  // What is see-through would come out black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  const made = await new Promise(resolve => canvas.toBlob(resolve, 'image/jpeg', 0.85))
  return made && new File([made], photo.name.replace(/\.[^.]*$/, '') + '.jpg', { type: 'image/jpeg', lastModified: 0 })
}
