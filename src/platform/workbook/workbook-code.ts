/** Why a file is no workbook that can be read; whoever reads workbooks says each in its own words. */
export type WorkbookCode =
  | 'damaged-file'
  | 'empty-file'
  | 'has-dtd'
  | 'has-macros'
  | 'no-sheet'
  | 'outside-relation'
  | 'password-protected'
  | 'secret'
  | 'too-dense'
  | 'too-large'
  | 'too-many-entries'
  | 'too-much-unpacked'
  | CsvCode

/** Why a text is no table that can be read. */
export type CsvCode = 'not-workbook' | 'old-workbook' | 'open-quotation' | 'too-many-rows' | 'web-page'
