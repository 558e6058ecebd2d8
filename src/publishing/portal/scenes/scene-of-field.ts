import { lookUp } from '../../../basis/shared/look-up.ts'
import type { SceneName } from './scenes.ts'

const scenes_by_field: Record<string, SceneName> = {
  economy: 'garden',
  culture: 'village-hall',
  education: 'forest',
  health: 'city',
  security: 'lake',
  party: 'meeting',
  reform: 'counter',
  countryside: 'road',
}

/** The drawing that stands for a field: exemplars are shown with it, and never with a photograph of them. */
export function sceneOfField(field: string): SceneName {
  return lookUp(scenes_by_field, field) ?? 'terraces'
}
