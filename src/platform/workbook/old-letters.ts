import { repairLegacy } from '../../basis/quantity/index.ts'
import { type Cell, cleaned, type Sheet } from './workbook.ts'

/**
 * Brings what was written in TCVN3 or VNI into Unicode. Where fonts say which cells are old, or which stretches of a
 * cell, those; else all cells of a sheet whose letters end where Latin-1 does, if together they read as Vietnamese only
 * then. Gives how many cells were brought over.
 */
export function repairSheet({ rows }: Sheet): number {
  const cells = rows.flatMap(row => row.cells.filter(cell => cell !== undefined)).filter(({ text }) => /[\u00a1-\u00ff]/.test(text))
  const by_font = cells.filter(({ is_old }) => is_old)
  const repaired = repairCells(by_font.length > 0 ? by_font : cells.filter(({ text }) => !/[\u0100-\uffff]/.test(text)))
  for (const cell of cells) cell.text = cell.text.replaceAll('\u00ad', '')
  return repaired
}

type Piece = { text: string }

function repairCells(cells: Cell[]): number {
  const pieces = cells.flatMap((cell): Piece[] => cell.runs?.filter(({ is_old }) => is_old) ?? [cell])
  const found = repairLegacy(pieces.map(({ text }) => text.replaceAll('\n', ' ')).join('\n'))
  if (!found) return 0
  const texts = found.repaired.text.split('\n')
  pieces.forEach((piece, i) => {
    piece.text = texts[i]!.normalize('NFC')
  })
  for (const cell of cells) if (cell.runs) cell.text = cleaned(cell.runs.map(({ text }) => text).join(''))
  return cells.length
}
