/** Words of which «mật» is a part and that say nothing of secrets: honey, density, passwords. */
const harmless_after = /^(?:ong|mía|hoa|gấu|độ|khẩu|mã|thiết|nhân|vụ|thư|ngữ|thám|ngọt)(?!\p{L})/iu
const own_word = /(?<!\p{L})(?:(?:t(?:ố|o)i|tuy(?:ệ|e)t)[\s_.-]*m(?:ậ|a)t|mật)(?!\p{L})/giu
const harmless_before = /(?:bí|bảo|cơ|thân|túi|chi|rậm)[\s_.-]*$/iu

/**
 * Whether the name of a file says that what is in it is secret. Without marks only where «tối» or «tuyệt» stands
 * before, for «mat» is also an eye.
 */
export function namesSecret(name: string): boolean {
  const said = name.normalize('NFC')
  return [...said.matchAll(own_word)].some(({ 0: word, index }) => {
    if (!/^mật$/i.test(word)) return true
    return !harmless_after.test(said.slice(index + word.length).replace(/^[\s_.-]+/, '')) && !harmless_before.test(said.slice(0, index))
  })
}
