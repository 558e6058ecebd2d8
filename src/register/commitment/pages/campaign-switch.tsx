import { sayDay } from '../../../basis/shared/dates.ts'
import type { ViewContext } from '../../../platform/web/index.ts'
import type { CampaignHere } from '../../programme/index.ts'
import { commitment_words } from '../words.ts'

type SwitchProps = {
  view: ViewContext
  campaign: CampaignHere
  campaigns: readonly CampaignHere[]
  /** The same page for another campaign. */
  pageOf(of: { campaign_id: number }): string
}

/** Where several campaigns stand side by side: which one the page shows, and the way to the others. */
export function CampaignSwitch({ view: { lang }, campaign, campaigns, pageOf }: SwitchProps) {
  if (campaigns.length < 2) return null
  const words = commitment_words[lang]
  return (
    <nav class="switch" aria-label={words.switch}>
      <ul>
        {campaigns.map(({ campaign_id, year, theme, receives, closes_on }) => {
          const has_twin = campaigns.some(other => other.year === year && other.campaign_id !== campaign_id)
          const name = has_twin && theme ? `${words.campaign_of(year)} (${theme})` : words.campaign_of(year)
          return (
            <li key={campaign_id}>
              {campaign_id === campaign.campaign_id ? (
                <strong aria-current="true">{name}</strong>
              ) : (
                <a href={pageOf({ campaign_id })}>{name}</a>
              )}{' '}
              <span class="hint">
                {receives ? words.taken_until(sayDay(closes_on, lang)) : words.taken_no_more(sayDay(closes_on, lang))}
              </span>
            </li>
          )
        })}
      </ul>
    </nav>
  )
}
