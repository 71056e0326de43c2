import { settingRows, type ShownSettings } from './settings-view.ts'

/** How a keg is on one axis. */
export interface StateWords {
  readonly kind: 'good' | 'bad' | 'pending' | 'unknown'
  readonly text: string
}

/** How a keg's health is, by how many of its alerts are open; unknown where there are none and it is not known that there are none. */
export function healthWords(open: number, isKnown: boolean): StateWords {
  if (open > 0) return { kind: 'bad', text: `${open} open ${open === 1 ? 'alert' : 'alerts'}` }
  return isKnown ? { kind: 'good', text: 'no open alert' } : { kind: 'unknown', text: 'unknown' }
}

/** Whether a keg does what is wished of it, else what it has still to do; unknown where nothing is wished and nothing reported. */
export function settingsWords(settings: ShownSettings | undefined): StateWords {
  if (settings?.desired === undefined && settings?.reported === undefined) return { kind: 'unknown', text: 'unknown' }
  const pending = settingRows(settings).filter(({ isPending }) => isPending).map(({ name }) => name)
  return pending.length === 0 ? { kind: 'good', text: 'in sync' } : { kind: 'pending', text: `pending: ${pending.join(', ')}` }
}
