export { listRecognisedExemplars, type RecognisedExemplarRow } from './list-recognised-exemplars.ts'
