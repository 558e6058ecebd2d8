export { listRecognisedExemplars, type RecognisedExemplarRow } from './list-recognised-exemplars.ts'
export { listToldExemplars, type ToldExemplarRow } from './list-told-exemplars.ts'
