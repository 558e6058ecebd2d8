export { listFields } from './list-fields.ts'
export { listPublishedExemplars, type PublishedExemplarRow } from './list-published-exemplars.ts'
export { listRecognisedExemplars, type RecognisedExemplarRow } from './list-recognised-exemplars.ts'
export { exemplar_sealed } from './sealed.ts'
