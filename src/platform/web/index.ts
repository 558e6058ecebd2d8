export { returnPath, safeUrl } from '../../basis/shared/address/safe-url.ts'
export { type Asset, assetOf, assets, icon_href, inline_style, inline_style_hash, tools_script } from './assets.ts'
export { type Contrast, type Display, display_values, displayIn, ordinary_display, type Size } from './display.ts'
export { type Made, type Purgeable, TaggedCache } from './freshness/tagged-cache.ts'
export type { Tag } from './freshness/tags.ts'
export {
  type AskedInAddress,
  api_paths,
  asked_parameters,
  type Carried,
  type FeedForm,
  type Href,
  hrefFor,
  type InCampaign,
  paths,
  staff_paths,
} from './href.ts'
export { inDigits, type Language, languages } from './language.ts'
export {
  displayClass,
  Layout,
  type PageProps,
  renderPage,
  type Section,
  type SiteProps,
  type ViewContext,
  viewContextOf,
} from './layout.tsx'
export { type Log, openLog } from './log.ts'
export { Masthead } from './masthead.tsx'
export { type Notice, type NoticeText, type NoticeWords, printStyleOf } from './notice.ts'
export { longest_upload } from './overload/body-limits.ts'
export { outOfLane } from './overload/place.ts'
export { type Declaration, declarePage, nextMidnight } from './page-cache/declare-page.ts'
export { clientAddress, clientNetwork, type TrustProxy, trustNobody, trustProxyFrom } from './shell/client-address.ts'
export { PortRefused, tryPort } from './shell/http-server.ts'
export { openSite, type Site, type SiteOptions } from './shell/open-site.ts'
export { allowFrame } from './shell/security-headers.ts'
export { openShell, showError } from './shell/shell.tsx'
export { showData, showPage, showRefusal } from './shell/show-page.ts'
export type { WebContext, WebEnv } from './shell/web-env.ts'
export { squeezed } from './styles/reader-style.ts'
export { FontLinks } from './ui/font-links.tsx'
export { HiddenFields } from './ui/hidden-fields.tsx'
export { SearchBox } from './ui/search-box.tsx'
export { DisplayLinks } from './ui/tools.tsx'
export { type Judgement, VerdictBadge } from './ui/verdict-badge.tsx'
export { layout_words } from './ui/words.ts'
