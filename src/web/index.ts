export { type Contrast, type Display, display_values, displayIn, ordinary_display, type Size, sizes } from './display.ts'
export { type AskedInAddress, asked_parameters, type Carried, type Href, hrefFor, paths, safeUrl } from './href.ts'
export { type Language, languages } from './language.ts'
