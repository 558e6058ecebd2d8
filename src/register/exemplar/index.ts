export { awardListsWaiting } from './award-list/award-lists-waiting.ts'
export type { ExemplarKind, RecognitionForm, RecognitionLevel } from './exemplar.ts'
export { recognition_levels } from './exemplar.ts'
export { exemplar_rule } from './exemplar-rule.ts'
export { comment_form } from './forms.ts'
export { adoptModel, reportAdoption } from './model/adopt-model.ts'
export {
  type Adoption,
  findModel,
  listAdoptions,
  listModels,
  listModelsInOperation,
  listModelsOf,
  type Model,
  type ModelInOperation,
  model_tables,
} from './model/list-models.ts'
export { resultsWaiting } from './model/results-routes.tsx'
export { verifyReport } from './model/verify-report.ts'
export { exemplarRoutes } from './nomination-routes.tsx'
export { nominationsWaiting } from './nominations-waiting.ts'
export type { ExemplarCode } from './problem-words.ts'
export { exemplar_problems } from './problem-words.ts'
export { type AwardRow, listAwards } from './reads/case-parts.ts'
export { type Certificate, findCertificate } from './reads/find-certificate.ts'
export { type Consent, type ConsentScope, consent_tables, listConsents } from './reads/list-consents.ts'
export { listConsentsInForce } from './reads/list-consents-in-force.ts'
export { listFields } from './reads/list-fields.ts'
export { listNamedIn, type NamedConsent } from './reads/list-named-in.ts'
export { findNotice, listNotices, type NoticeRow, notice_tables } from './reads/list-notices.ts'
export { listPhotoConsents, type PhotoConsentRow } from './reads/list-photo-consents.ts'
export { listPublishedExemplars, type PublishedExemplarRow } from './reads/list-published-exemplars.ts'
export { listRecognisedExemplars, type RecognisedExemplarRow } from './reads/list-recognised-exemplars.ts'
export {
  findPublicExemplar,
  listWall,
  listWallPlaces,
  listWallYears,
  type PublicExemplar,
  type WallRow,
  wall_tables,
} from './reads/list-wall.ts'
export { sayAward } from './say-award.ts'
export { exemplar_sealed } from './sealed.ts'
export { beginNomination } from './verbs/begin-nomination.ts'
export { commentOnNotice } from './verbs/comment-on-notice.ts'
export { moveNomination } from './verbs/move-nomination.ts'
export { recordVote } from './verbs/record-vote.ts'
export { giveConsent } from './verbs/speak-for.ts'
export { withdrawConsent } from './verbs/withdraw-consent.ts'
export { withdrawn_consent } from './verbs/withdrawn-consent.ts'
export { form_words, kind_words, level_words } from './words.ts'
