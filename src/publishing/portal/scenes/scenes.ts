import { Transformer } from '@napi-rs/image'
import { type Asset, assetOf } from '../../../platform/web/index.ts'
import city from './city.svg?raw'
import counter from './counter.svg?raw'
import forest from './forest.svg?raw'
import garden from './garden.svg?raw'
import lake from './lake.svg?raw'
import meeting from './meeting.svg?raw'
import road from './road.svg?raw'
import terraces from './terraces.svg?raw'
import village_hall from './village-hall.svg?raw'

/** Drawn for this project; each stands for what it shows and for nobody. */
const scenes = { city, counter, forest, garden, lake, meeting, road, terraces, 'village-hall': village_hall }
export type SceneName = keyof typeof scenes
export const scene_names = Object.keys(scenes) as SceneName[]

const by_name = Object.entries(scenes).map(([name, svg]) => [name, assetOf(`${name}.svg`, 'image/svg+xml', svg)] as const)

export const scene_assets: Asset[] = by_name.map(([, asset]) => asset)
export const scene_hrefs = Object.fromEntries(by_name.map(([name, asset]) => [name, asset.path])) as Record<SceneName, string>

/** A scene as PNG, for readers of addresses that know no SVG; null where there is none of that name. */
export async function drawScene(name: string): Promise<Buffer | null> {
  if (!isScene(name)) return null
  return Transformer.fromSvg(scenes[name]).png()
}

export function isScene(name: string): name is SceneName {
  return Object.hasOwn(scenes, name)
}
