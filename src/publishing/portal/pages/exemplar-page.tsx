import { sayDay } from '../../../basis/shared/dates.ts'
import { sayName } from '../../../basis/shared/names-in-english.ts'
import { Layout, type ViewContext } from '../../../platform/web/index.ts'
import {
  type AwardRow,
  type Certificate,
  form_words,
  kind_words,
  level_words,
  type Model,
  type PublicExemplar,
  sayAward,
} from '../../../register/exemplar/index.ts'
import { sayPlace } from '../../../register/organisation/index.ts'
import type { NamingArticle } from '../../newsroom/index.ts'
import { exemplar_words } from '../exemplars/words.ts'
import { Named, nameInTitle } from '../parts/named.tsx'
import { Scene } from '../parts/picture.tsx'
import { sceneOfField } from '../scenes/scene-of-field.ts'

type Props = ViewContext & { exemplar: PublicExemplar; awards: AwardRow[]; articles: NamingArticle[]; models: Model[] }

/** One exemplar: what they let be told, by which instruments they were recognised, and the articles that name them. */
export function ExemplarPage({ exemplar, awards, articles, models, ...view }: Props) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  const place = exemplar.place_name && sayPlace({ name: exemplar.place_name, unit_kind: exemplar.place_kind ?? '' }, lang)
  const story = lang === 'vi' ? exemplar.story_vi : exemplar.story_en || exemplar.story_vi
  const about = [kind_words[exemplar.kind][lang], lang === 'vi' ? exemplar.field_vi : exemplar.field_en, place].filter(Boolean).join(' · ')
  return (
    <Layout
      {...view}
      title={nameInTitle(exemplar.name, lang, w.title)}
      description={about}
      section="exemplars"
      here={t => t.exemplar(exemplar)}
    >
      <article class="prose">
        <h1>
          <Named name={exemplar.name} lang={lang} />
        </h1>
        <p class="meta">{about}</p>
        <Scene picture={{ scene: sceneOfField(exemplar.field), alt: '' }} />
        {story && <p lang={lang === 'en' && !exemplar.story_en ? 'vi' : undefined}>{story}</p>}
        <h2>{w.awards}</h2>
        <ul>
          {awards.map(award => (
            <li key={`${award.achievement} ${award.decided_on}`}>
              <span lang="vi">{award.achievement}</span>: {sayAward(award, lang)}
              {award.revoked_on && <strong> ({w.revoked(sayDay(award.revoked_on, lang))})</strong>}
            </li>
          ))}
        </ul>
        {models.length > 0 && (
          <section>
            <h2>{w.learned}</h2>
            <ul>
              {models.map(model => (
                <li key={model.model_id}>
                  <a href={to.model(model)} lang="vi">
                    {model.name}
                  </a>
                  : {w.adopters(model.adoptions)}
                </li>
              ))}
            </ul>
          </section>
        )}
        {articles.length > 0 && (
          <section>
            <h2>{w.articles}</h2>
            <ul>
              {articles.map(article => (
                <li key={article.article_id}>
                  <a href={to.article(article)} lang="vi">
                    {article.title}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <p class="more">
          <a href={to.exemplars()}>{w.all}</a>
        </p>
      </article>
    </Layout>
  )
}

/** Whether the award of a certificate stands; the name only where the exemplar agrees. */
export function CertificatePage({ certificate, code, ...view }: ViewContext & { certificate: Certificate; code: string }) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  const { name, achievement, form, level, number, issuer, decided_on, revoked_on, revocation } = certificate
  const facts: [string, string, boolean][] = [
    ...(name ? ([[w.who, name, true]] as [string, string, boolean][]) : []),
    ...(achievement ? ([[w.what, achievement, true]] as [string, string, boolean][]) : []),
    [w.field, lang === 'vi' ? certificate.field_vi : certificate.field_en, false],
    [w.form, `${form_words[form][lang]}, ${level_words[level][lang]}`, false],
    [w.decision, w.decision_said(number, sayDay(decided_on, lang), sayName(issuer, lang)), false],
  ]
  return (
    <Layout {...view} title={w.certificate} here={t => t.certificate({ code })}>
      <section class="prose">
        <h1>{w.certificate}</h1>
        <p>
          <strong>{revoked_on ? w.certificate_revoked(sayDay(revoked_on, lang), revocation ?? '') : w.certificate_stands}</strong>
        </p>
        <dl class="facts">
          {facts.flatMap(([what, said, is_vietnamese]) => [
            <dt key={what}>{what}</dt>,
            <dd key={`${what} said`} lang={is_vietnamese ? 'vi' : undefined}>
              {said}
            </dd>,
          ])}
        </dl>
        {!name && <p>{w.certificate_unnamed}</p>}
        <p class="more">
          {name && !revoked_on && (
            <a href={to.exemplar(certificate)} lang="vi">
              {name}
            </a>
          )}{' '}
          <a href={to.exemplars()}>{w.all}</a>
        </p>
      </section>
    </Layout>
  )
}

/** Of a code that the register does not know: whoever reads a paper learns that nothing here bears it out. */
export function NoCertificatePage(view: ViewContext) {
  const { lang, to } = view
  const w = exemplar_words[lang]
  return (
    <Layout {...view} title={w.no_certificate}>
      <section class="prose">
        <h1>{w.no_certificate}</h1>
        <p>{w.no_certificate_said}</p>
        <p class="more">
          <a href={to.exemplars()}>{w.all}</a>
        </p>
      </section>
    </Layout>
  )
}
