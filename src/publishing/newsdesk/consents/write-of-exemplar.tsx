import { rolesThatMay } from '../../../platform/role/index.ts'
import { forbid, numberOf, type StaffContext, showStaffPage } from '../../../platform/sign-in/index.ts'
import { showError, type ViewContext, type WebContext } from '../../../platform/web/index.ts'
import { type AwardRow, listAwards, listConsentsInForce, sayAward } from '../../../register/exemplar/index.ts'
import { type DeskOptions, newsroomsWhereMay, standingAt } from '../desk-options.ts'
import type { NamedConsent } from '../pages/consents.tsx'
import { WritePage } from '../pages/write.tsx'
import { thingsToOffer } from '../things-to-offer.ts'
import { empty_draft, typedFrom } from '../typed-draft.ts'
import { consent_words } from './consent-words.ts'

/** One exemplar has at most one consent in force for each item. */
const items = 10

/**
 * Opens a new article about an exemplar who agrees to be named. Name and story stand in it by the tokens of their
 * consents, so that the text leaves them out once they are taken back. Nothing is kept before it is saved.
 */
export async function showOfExemplar(c: WebContext, work: StaffContext, { database: { db } }: DeskOptions): Promise<Response> {
  if (newsroomsWhereMay(await standingAt(work), 'write').length === 0) return forbid(c, work.who, rolesThatMay('article', 'write'))
  const exemplar_id = numberOf(c.req.param('exemplar'))
  const given = await listConsentsInForce(db, { wanted: null, exemplar_id, limit: items })
  const named = given.find(({ scope }) => scope === 'name')
  if (!named) return showError(c, 404)
  const { staff_page } = work
  const { lang, to } = staff_page.view
  const tokens = given.filter(({ scope }) => scope === 'name' || scope === 'story').map(({ consent_id }) => `{@${consent_id}}`)
  const page = {
    typed: { ...typedFrom({ ...empty_draft, topic: 'exemplar' }), byline: work.who.name ?? '', body: tokens.join('\n\n') },
    ...{ read: 0, is_follower: false, title: consent_words[lang].write_title, cancel: to.consents() },
    ...(await thingsToOffer(work)),
  }
  return showStaffPage(
    c,
    <WritePage {...{ ...staff_page, ...page }} here={t => t.draft_new()}>
      <OfCase view={staff_page.view} named={named} awards={await listAwards(db, { exemplar_id })} />
    </WritePage>,
  )
}

/** What the case says, for whoever writes: it stands beside the text, and not in it. */
function OfCase({ view: { lang, to }, named, awards }: { view: ViewContext; named: NamedConsent; awards: AwardRow[] }) {
  const words = consent_words[lang]
  return (
    <section class="notice is-to-do" aria-labelledby="ho-so">
      <h2 id="ho-so">{words.of_case}</h2>
      <p>
        <strong lang="vi">{named.name}</strong> <a href={to.exemplar(named)}>{words.wall_page}</a>
      </p>
      <ul>
        {awards.map(award => (
          <li key={`${award.achievement} ${award.decided_on}`}>
            <span lang="vi">{award.achievement}</span>: {sayAward(award, lang)}
          </li>
        ))}
      </ul>
      <p>{words.unsaved}</p>
    </section>
  )
}
