import { Hono } from 'hono'
import { type StaffContext, type StaffRouteOptions, staffRoute } from '../../platform/sign-in/index.ts'
import { staff_paths, type WebContext, type WebEnv } from '../../platform/web/index.ts'
import { showBoard } from './board-routes.tsx'
import { comment, commentAct } from './comments/comment-routes.tsx'
import { showConsents, showWithdrawConsent, withdrawConsentHeard } from './consents/consent-routes.tsx'
import { showOfExemplar } from './consents/write-of-exemplar.tsx'
import type { DeskOptions } from './desk-options.ts'
import { approve, bind, emergency, move, reason, restore, showDraft, showVersion, sign } from './draft-routes.tsx'
import { checkForEditor } from './editor/check-for-editor.ts'
import { figureForEditor } from './editor/figure-for-editor.ts'
import { openDraft } from './editor/open-draft.ts'
import { openPresence } from './editor/presence.ts'
import { readImport, showImport } from './import-routes.tsx'
import { chooseMail } from './mail/mail-routes.ts'
import { describe, replace, showPhoto, showPhotoFile, showPhotos, takePhotos } from './photos/photo-routes.tsx'
import { showPublished } from './published/list-routes.tsx'
import { follow, keepArticle, showWithdraw, withdraw } from './published-routes.tsx'
import { begin, save, showEdit, showNew } from './write-routes.tsx'

type Answer = (c: WebContext, work: StaffContext, options: DeskOptions) => Promise<Response>

/**
 * The news desk: the board; writing; one draft with what is done with it; and what is done with an article that is
 * public.
 */
export function newsdeskRoutes(options: DeskOptions): Hono<WebEnv> {
  const routes = new Hono<WebEnv>()
  const staff = staffRoute(options as StaffRouteOptions)
  const at = (answer: Answer) => staff((c, work) => answer(c, work, options))
  routes.get(staff_paths.newsdesk, at(showBoard))
  routes.post(staff_paths.desk_mail, at(chooseMail))
  routes.get(staff_paths.draft_new, at(showNew))
  routes.post(staff_paths.draft_new, at(begin))
  const presence = openPresence()
  routes.post(
    staff_paths.draft_open,
    staff((c, work) => openDraft(c, work, presence)),
  )
  routes.post(staff_paths.editor_check, at(checkForEditor))
  routes.get(staff_paths.editor_figure, at(figureForEditor))
  routes.get(staff_paths.draft_import, at(showImport))
  routes.post(staff_paths.draft_import, at(readImport))
  routes.post(staff_paths.draft_follow, at(follow))
  routes.get(staff_paths.articles_published, at(showPublished))
  routes.get(staff_paths.article_withdraw, at(showWithdraw))
  routes.post(staff_paths.article_withdraw, at(withdraw))
  routes.post(staff_paths.article_keep, at(keepArticle))
  routes.get(staff_paths.draft_of_exemplar, at(showOfExemplar))
  routes.get(staff_paths.consents, at(showConsents))
  routes.get(staff_paths.consent_withdraw, at(showWithdrawConsent))
  routes.post(staff_paths.consent_withdraw, at(withdrawConsentHeard))
  routes.get(
    staff_paths.photos,
    staff(async (c, work) => showPhotos(c, work)),
  )
  routes.post(staff_paths.photos, staff(takePhotos))
  routes.get(staff_paths.photo_file, staff(showPhotoFile))
  routes.get(
    staff_paths.photo,
    staff(async (c, work) => showPhoto(c, work)),
  )
  routes.post(staff_paths.photo, staff(describe))
  routes.post(staff_paths.photo_replace, staff(replace))
  routes.get(staff_paths.draft, at(showDraft))
  routes.get(staff_paths.draft_edit, at(showEdit))
  routes.post(staff_paths.draft_edit, at(save))
  routes.post(staff_paths.draft_bind, at(bind))
  routes.post(staff_paths.draft_reason, at(reason))
  routes.post(staff_paths.draft_approve, at(approve))
  routes.post(staff_paths.draft_emergency, at(emergency))
  routes.post(staff_paths.draft_countersign, at(sign))
  routes.post(staff_paths.draft_move, at(move))
  routes.post(staff_paths.draft_comment, at(comment))
  routes.post(staff_paths.draft_comment_act, at(commentAct))
  routes.get(staff_paths.draft_version, at(showVersion))
  routes.post(staff_paths.draft_restore, at(restore))
  return routes
}
