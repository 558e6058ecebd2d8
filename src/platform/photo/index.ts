export { type PhotoSize, photoSize } from './photo-size.ts'
export { photo_limits, remakePhoto } from './remake-photo.ts'
export { photo_widths, type Rendered, type RenderedType, type Rendering, renderPhoto } from './render-photo.ts'
export { photo_kinds, type SizeCode, sizeToTake } from './take-photo.ts'
