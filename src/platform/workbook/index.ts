export { markCsv } from './mark-csv.ts'
export { type Marking, markXlsx } from './mark-xlsx.ts'
export { looksPacked, readWorkbook } from './read-workbook.ts'
export { type Cell, cleaned, columnName, limits, type Row, type Sheet } from './workbook.ts'
