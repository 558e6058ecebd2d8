import { api_paths, paths } from '../href.ts'

const kb = 1024

/**
 * The longest body that an address takes, in bytes: a form; one with a file in it, of which its room says more; what a
 * script sends; and what anybody may paste.
 */
export const longest_form = 4 * 1024 * kb
export const longest_upload = 27 * 1024 * kb
const longest_script = 64 * kb
/**
 * Six times the text that is taken there: each byte may be written as three, and what is a little too long is given
 * back with a sentence.
 */
const longest_public = 256 * kb
/**
 * How many fields a form may have. The longest list that is ticked has some hundreds; to take apart half a million
 * keeps everybody waiting.
 */
export const most_fields = 5_000

const is_public = new RegExp(
  `^(?:/en)?(?:${Object.values(paths)
    .map(path => path.replace(/:\w+/g, '[^/]+'))
    .join('|')})$`,
)

export function longestBody(path: string, type = ''): number {
  if (is_public.test(path)) return longest_public
  if (path === api_paths.indicator_values) return longest_form
  if (type.startsWith('application/json')) return longest_script
  return type.startsWith('multipart/form-data') ? longest_upload : longest_form
}

/** Whether a form has more fields than any of ours: seen from its bytes, before anybody takes it apart. */
export function hasTooManyFields(body: Buffer, type = ''): boolean {
  const boundary = /^multipart\/form-data;.*boundary="?([^";]+)/i.exec(type)?.[1]
  const mark = boundary === undefined ? '&' : `--${boundary}`
  let count = 0
  for (let at = body.indexOf(mark); at !== -1 && count <= most_fields; at = body.indexOf(mark, at + mark.length)) count += 1
  return count > most_fields
}
