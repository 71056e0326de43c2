import { lazy, type ComponentType } from 'react'
import type { Me } from '../api/client.ts'
import { seesAll } from './page-context.ts'

/** What a page is given: the parts of its path, decoded. */
export type PageParams = Readonly<Record<string, string>>
type PageComponent = ComponentType<{ readonly params: PageParams }>

/** A page of the app. */
export interface PageEntry {
  /** As `/kegs/:kegId`. */
  readonly path: string
  /** What it is called, in the title and, where it has no parameters, in the navigation. */
  readonly name: string
  readonly component: PageComponent
  /** Loads its chunk before it is asked for. */
  readonly load: () => Promise<unknown>
  /** Who sees it; absent = everybody. */
  readonly isFor?: (me: Me) => boolean
}

const loaded = (load: () => Promise<{ readonly default: PageComponent }>) => ({ load, component: lazy(load) })

/** Every page, each in a chunk of its own. */
const PAGES: readonly PageEntry[] = [
  { path: '/', name: 'Fleet', ...loaded(async () => ({ default: (await import('../fleet/fleet-page.tsx')).FleetPage })) },
  { path: '/kegs/:kegId', name: 'Keg', ...loaded(async () => ({ default: (await import('../keg/keg-page.tsx')).KegPage })) },
  {
    path: '/quarantine', name: 'Quarantine', isFor: seesAll,
    ...loaded(async () => ({ default: (await import('../quarantine/quarantine-page.tsx')).QuarantinePage })),
  },
  {
    path: '/jobs', name: 'Jobs', isFor: seesAll,
    ...loaded(async () => ({ default: (await import('../jobs/jobs-page.tsx')).JobsPage })),
  },
  {
    path: '/defense', name: 'Defense', isFor: seesAll,
    ...loaded(async () => ({ default: (await import('../defense/defense-page.tsx')).DefensePage })),
  },
  {
    path: '/gateways', name: 'Gateways',
    ...loaded(async () => ({ default: (await import('../gateways/gateways-page.tsx')).GatewaysPage })),
  },
  { path: '/rules', name: 'Rules', ...loaded(async () => ({ default: (await import('../rules/rules-page.tsx')).RulesPage })) },
  { path: '/run', name: 'Run', ...loaded(async () => ({ default: (await import('../run/run-page.tsx')).RunPage })) },
]

/** A page, and the parts of its path. */
export interface FoundPage {
  readonly page: PageEntry
  readonly params: PageParams
}

/** The page of a path; `undefined` where there is none, or none for this person. */
export function findPage(path: string, me: Me, pages: readonly PageEntry[] = PAGES): FoundPage | undefined {
  for (const page of pages) {
    const params = paramsOf(page.path, path)
    if (params !== undefined && (page.isFor?.(me) ?? true)) return { page, params }
  }
  return undefined
}

/** Loads what all pages of somebody are made of, so that they open without a line, too. */
export async function loadPages(me: Me): Promise<void> {
  for (const { load, isFor = () => true } of PAGES) if (isFor(me)) await load().catch(() => undefined)
}

/** The pages of the navigation. */
export const mainPages = (me: Me): readonly PageEntry[] => PAGES.filter(({ path, isFor = () => true }) => !path.includes(':') && isFor(me))

function paramsOf(pattern: string, path: string): PageParams | undefined {
  const [names, parts] = [pattern.split('/'), path.split('/')]
  if (names.length !== parts.length) return undefined
  const params: Record<string, string> = {}
  for (const [at, name] of names.entries()) {
    const part = decoded(parts[at] ?? '')
    if (!name.startsWith(':') && name !== part) return undefined
    if (name.startsWith(':')) {
      if (part === undefined || part === '') return undefined
      params[name.slice(1)] = part
    }
  }
  return params
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part)
  } catch {
    return undefined
  }
}
