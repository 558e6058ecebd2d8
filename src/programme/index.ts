export { type CampaignRow, findCampaign } from './find-campaign.ts'
export { findProgramme, type ProgrammeRow } from './find-programme.ts'
