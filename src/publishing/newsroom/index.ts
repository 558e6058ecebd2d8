export { type ArticleText, type Cited, type Topic, topics } from './article.ts'
export type { Block, HeadPicture, Inline, PhotoPlace, Picture } from './body/body.ts'
export type { CitedBody, CitedInText } from './body/citation.ts'
export { contentOf, footnotesIn, marksIn } from './body/content.ts'
export { longest_structured } from './body/parse-structured.ts'
export { printStructured } from './body/print-structured.ts'
export { readStructured } from './body/read-structured.ts'
export { actOnComment, addComment, type CommentAct } from './comment/comment-on-draft.ts'
export { wordsOfBlock } from './comment/comment-place.ts'
export { type DraftComment, listComments } from './comment/list-comments.ts'
export { blocksOf, type ComparedBlock, type Comparison, compareDrafts } from './compare/compare-drafts.ts'
export { compareWords, type Run } from './compare/compare-words.ts'
export { type MergedPart, mergeBlocks } from './compare/merge-blocks.ts'
export { listArticlesNaming, type NamingArticle } from './consent/list-articles-naming.ts'
export { recordWithdrawal } from './consent/record-withdrawal.ts'
export { tellConsented } from './consent/tell-consented.ts'
export { asBody, type BodyCode, type DocumentBody } from './docx/as-body.ts'
export type { DocumentBlock, DocumentInline, WordDocument } from './docx/document.ts'
export { type DocumentFinding, finding_kinds } from './docx/findings.ts'
export { type DocumentCode, pictureIn, readDocument } from './docx/read-document.ts'
export { readInChild } from './docx/read-in-child.ts'
export { settlePhotos } from './docx/settle-photos.ts'
export { document_problem_words, finding_kind_words, finding_words } from './docx/words.ts'
export { approveDraft } from './draft/approve-draft.ts'
export { countersign, listUnsigned, type Unsigned } from './draft/countersign.ts'
export { type DraftText, limits, type Reason, subjectsOf } from './draft/draft.ts'
export { act_in_state, type DraftMaker, type DraftMove, type DraftState, draft_flow, isWritten } from './draft/draft-flow.ts'
export { type DraftCode, draft_move_words, draft_problems } from './draft/draft-words.ts'
export {
  type Draft,
  type DraftStep,
  type DraftVersion,
  findDraft,
  findDraftVersion,
  listDraftSteps,
  listDraftVersions,
} from './draft/find-draft.ts'
export { followEdition } from './draft/follow-edition.ts'
export { type DraftOnBoard, listDrafts } from './draft/list-drafts.ts'
export { moveDraft, type NumbersAsked, type PlainMove } from './draft/move-draft.ts'
export { publishDue } from './draft/publish-due.ts'
export { beginDraft, saveDraft, type Writer } from './draft/save-draft.ts'
export { bindQuantity, giveReason } from './draft/settle-number.ts'
export type {
  CheckAnswer,
  FigureAnswer,
  FigureField,
  FigureName,
  Found,
  OpenAnswer,
  PageOptions,
  SaveAnswer,
} from './editor/browser/answers.ts'
export { editor_script } from './editor/editor-script.ts'
export { article_tables, type Citation, type Edition, findArticle, findEditionAsWritten, listArticles } from './find-article.ts'
export { makeAllFindable } from './findable/make-findable.ts'
export { type DeskMail, findDeskMail, sayDeskMail } from './letter/desk-mail.ts'
export { post_draft_letter, postDraftLetter } from './letter/post-draft-letter.ts'
export { listNewer, listOlder, listRelated } from './list-around.ts'
export {
  type Change,
  type EditionOfArticle,
  findWithdrawal,
  listChanges,
  listEditionsOf,
  listWithdrawals,
  type Withdrawal,
} from './list-editions.ts'
export { type Headline, listArticlesOfRun, listArticlesOfYear, listHeadlines, listSlugs } from './list-headlines.ts'
export { findAround, listPeriods, type PeriodCount } from './list-periods.ts'
export { listPrintedNumbers, type PrintingArticle } from './list-printed-numbers.ts'
export {
  from_the_newest,
  type ListCursor,
  listPublished,
  type Published as PublishedArticle,
  type PublishedAsked,
  type PublishedKind,
  published_kinds,
} from './list-published.ts'
export { checkDraft, type Finding, letters_around } from './numbers/check-draft.ts'
export { checkWritten } from './numbers/check-written.ts'
export { digestOfEdition } from './numbers/edition-digest.ts'
export { fillPrinted } from './numbers/fill-printed.ts'
export { offerFigure } from './numbers/offer-figure.ts'
export { fillPhotos } from './photos/fill-photos.ts'
export { isPrintedImage } from './photos/is-printed-image.ts'
export { listPhotoUses, type PhotoUse } from './photos/list-photo-uses.ts'
export type { PhotoShown } from './photos/photo-shown.ts'
export { asShown, photosOf } from './photos/photos-to-print.ts'
export {
  cancelWithdrawal,
  findPlannedWithdrawal,
  listPlannedWithdrawals,
  type PlannedWithdrawal,
  planWithdrawal,
} from './plan-withdrawal.ts'
export { publishArticle } from './publish-article.ts'
export { newsroom_sealed } from './sealed.ts'
export { section_names, sectionIn } from './sections.ts'
export { fillDocuments, listDocuments } from './subject/fill-documents.ts'
export { findKeyword, type Keyword, listKeywords } from './subject/list-keywords.ts'
export { readSubjects, type TypedSubjects, typedSubjects } from './subject/read-subjects.ts'
export { labelOf, type Subject, unitKeysOf } from './subject/subject.ts'
export { type WithdrawalAsked, withdrawArticle } from './withdraw-article.ts'
export { publication_problem_words, topic_words } from './words.ts'
