import { type Attributes, attribute, lettersOfFont } from '../office-file/index.ts'
import { crossesOut } from './styles.ts'

/** A stretch of a text in one font. */
export type Run = { text: string; is_old: boolean; is_struck: boolean }

/**
 * Gathers the text of an `si` or an `is`: of its runs, each with what its font says, and of nothing else; how a word is
 * pronounced (rPh) is none of it. Told of each tag between the two, and of each text.
 */
export class RichText {
  private readonly runs: Run[] = []
  private run: Run = plain()
  private aside = 0
  private is_text = false

  open(name: string, attributes: Attributes): void {
    if (name === 'rPh') this.aside++
    if (name === 'r') this.run = plain()
    if (name === 'strike') this.run.is_struck = crossesOut(attribute(attributes, 'val'))
    if (name === 'rFont') this.run.is_old = lettersOfFont(attribute(attributes, 'val')) !== null
    this.is_text = name === 't' && this.aside === 0
  }

  text(piece: string): void {
    if (this.is_text) this.run.text += piece
  }

  close(name: string): void {
    if (name === 'rPh') this.aside--
    if (name === 't' && this.is_text && this.run.text !== '') {
      this.runs.push(this.run)
      this.run = { ...this.run, text: '' }
    }
    this.is_text = false
  }

  get whole(): Run[] {
    return this.runs.map(run => ({ ...run, text: unescaped(run.text) }))
  }
}

function plain(): Run {
  return { text: '', is_old: false, is_struck: false }
}

/**
 * `_x000D_` stands for a character that XML would not keep (ISO/IEC 29500, ST_Xstring); an underscore that is one is
 * `_x005F_`.
 */
export function unescaped(text: string): string {
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))).toWellFormed()
}
