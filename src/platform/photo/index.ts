export { type PhotoSize, photoSize } from './photo-size.ts'
export { photo_limits, remakePhoto } from './remake-photo.ts'
