import type { Page } from './page.ts'
import { KEG_AT, SITES, type Site } from './brewery.ts'

/** What a page tries at AWS IoT, about a site. */
export interface Tried {
  readonly name: string
  readonly does: 'subscribe' | 'publish'
  /** Whose it is: of who may see the site, of brewers, or of nobody. */
  readonly of: 'site' | 'brewers' | 'nobody'
  readonly topicOf: (site: Site) => string
  readonly try: (page: Page, site: Site) => Promise<boolean>
}

const shadow = (name: string) => (site: Site) => `$aws/things/${KEG_AT[site]}/shadow/${name}`

const subscriptions: readonly [name: string, of: Tried['of'], topicOf: (site: Site) => string][] = [
  ['keg/{site}/#', 'site', (site) => `keg/${site}/#`],
  ['keg/{site}/+/pours', 'site', (site) => `keg/${site}/+/pours`],
  ['keg/{site}/{keg}/telemetry', 'site', (site) => `keg/${site}/${KEG_AT[site]}/telemetry`],
  ['keg/{site}/+/state', 'site', (site) => `keg/${site}/+/state`],
  ['keg/{site}/+/alerts', 'site', (site) => `keg/${site}/+/alerts`],
  ['keg/{site}/+/replies/+', 'site', (site) => `keg/${site}/+/replies/+`],
  ['keg/{site}/gateways/+/status', 'site', (site) => `keg/${site}/gateways/+/status`],
  ['keg/{site}/summary', 'site', (site) => `keg/${site}/summary`],
  ['keg/+/+/pours', 'brewers', () => 'keg/+/+/pours'],
  ['keg/+/{keg}/telemetry', 'brewers', (site) => `keg/+/${KEG_AT[site]}/telemetry`],
  ['keg/#', 'brewers', () => 'keg/#'],
  ['#', 'nobody', () => '#'],
  ['+/{site}/#', 'nobody', (site) => `+/${site}/#`],
  ['$share/g/keg/{site}/#', 'nobody', (site) => `$share/g/keg/${site}/#`],
  ['$aws/things/{keg}/shadow/#', 'nobody', shadow('#')],
  ['$aws/things/{keg}/shadow/get/accepted', 'nobody', shadow('get/accepted')],
  ['$aws/things/+/shadow/update/documents', 'nobody', () => '$aws/things/+/shadow/update/documents'],
  ['$aws/events/#', 'nobody', () => '$aws/events/#'],
]

const publications: readonly [name: string, topicOf: (site: Site) => string][] = [
  ['keg/{site}/{keg}/pours', (site) => `keg/${site}/${KEG_AT[site]}/pours`],
  ['keg/{site}/{keg}/alerts', (site) => `keg/${site}/${KEG_AT[site]}/alerts`],
  ['keg/{site}/{keg}/commands/c-1', (site) => `keg/${site}/${KEG_AT[site]}/commands/c-1`],
  ['keg/{site}/{keg}/reported', (site) => `keg/${site}/${KEG_AT[site]}/reported`],
  ['$aws/things/{keg}/shadow/get', shadow('get')],
  ['$aws/things/{keg}/shadow/update', shadow('update')],
  ['$aws/things/{keg}/shadow/delete', shadow('delete')],
  ['$aws/rules/keg_dev_pours/keg/{site}/{keg}/pours', (site) => `$aws/rules/keg_dev_pours/keg/${site}/${KEG_AT[site]}/pours`],
]

/** Every topic, and ways around them, each to read and to write. */
export const triedTopics: readonly Tried[] = [
  ...subscriptions.map(([name, of, topicOf]): Tried => ({
    name, does: 'subscribe', of, topicOf, try: (page, site) => page.subscribes(topicOf(site)),
  })),
  ...publications.map(([name, topicOf]): Tried => ({
    name, does: 'publish', of: 'nobody', topicOf, try: (page, site) => page.publishes(topicOf(site), '{}'),
  })),
]

/** Topics of messages that the core keeps for whoever subscribes later, one at each site. */
export const RETAINED = SITES.map((site) => `keg/${site}/${KEG_AT[site]}/alerts`)
