import { useSyncExternalStore } from 'react'

/** Where the page is, as its address has it behind the `#`: `#/kegs/keg-01?range=1d`. */
export interface PageLocation {
  /** As `/kegs/keg-01`, still encoded. */
  readonly path: string
  readonly query: URLSearchParams
}

/**
 * Reads the part of an address behind the `#`; what is no path is the first page.
 *
 * @example readLocation('#/kegs/keg-01?range=1d').path  // '/kegs/keg-01'
 */
export function readLocation(hash: string): PageLocation {
  const [path = '', ...query] = hash.replace(/^#/, '').split('?')
  return { path: path.startsWith('/') ? path : '/', query: new URLSearchParams(query.join('?')) }
}

/**
 * Writes an address of a page of this app; parameters that are empty are left out.
 *
 * @example hrefOf('/', { site: 'berlin', sort: undefined })  // '#/?site=berlin'
 */
export function hrefOf(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) => (value === undefined || value === '' ? [] : [[name, value]]))
  return given.length === 0 ? `#${path}` : `#${path}?${new URLSearchParams(given).toString()}`
}

/** The address of a keg's page. */
export const kegHref = (kegId: string): string => hrefOf(`/kegs/${encodeURIComponent(kegId)}`)

let known: { readonly hash: string; readonly location: PageLocation } | undefined

function snapshot(): PageLocation {
  if (known?.hash !== location.hash) known = { hash: location.hash, location: readLocation(location.hash) }
  return known.location
}

function subscribe(listener: () => void): () => void {
  addEventListener('hashchange', listener)
  return () => removeEventListener('hashchange', listener)
}

/** Where the page is, now and as that changes. */
export const usePageLocation = (): PageLocation => useSyncExternalStore(subscribe, snapshot)

/** Changes parameters of the address without a step in the browser's history; `undefined` or an empty text takes one away. */
export function setQuery(changes: Readonly<Record<string, string | undefined>>): void {
  const { path, query } = snapshot()
  const href = hrefOf(path, { ...Object.fromEntries(query), ...changes })
  if (href === location.hash) return
  history.replaceState(history.state, '', href)
  // Replacing tells nobody.
  dispatchEvent(new HashChangeEvent('hashchange'))
}
