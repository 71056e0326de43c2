/** A query of fleet indexing, read. */
export type Query =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query }
  | QueryTerm

/** One of the terms that AWS counts; without a field it is searched for in all of them. */
export interface QueryTerm {
  readonly kind: 'term'
  readonly field: string | undefined
  readonly test: TermTest
}

/** What a value has to be. */
export type TermTest =
  | { readonly kind: 'word'; readonly text: string }
  /** Words in this order; no wildcards. */
  | { readonly kind: 'phrase'; readonly text: string }
  /** At least one wildcard; texts between wildcards are not empty. */
  | { readonly kind: 'pattern'; readonly parts: readonly PatternPart[] }
  /** Any value. Without a field: every thing. */
  | { readonly kind: 'exists' }
  /** A bound that is absent is open; one of the two is there. */
  | { readonly kind: 'range'; readonly from?: Bound; readonly to?: Bound }
  | GeoDistance

export type PatternPart = { readonly text: string } | typeof ANY | typeof ONE

/** `*`: any number of characters. */
export const ANY = { any: true } as const
/** `?`: one character. */
export const ONE = { one: true } as const

export interface Bound {
  readonly value: string
  /** A quoted value is text, even where it looks like a number. */
  readonly isQuoted: boolean
  readonly isInclusive: boolean
}

export interface GeoDistance {
  readonly kind: 'geoDistance'
  readonly latitude: number
  readonly longitude: number
  readonly radius: number
  readonly unit: DistanceUnit
}

/** Meters of each unit that a distance may be in. */
export const DISTANCE_UNITS = {
  mi: 1609.344, yd: 0.9144, ft: 0.3048, in: 0.0254, km: 1000, m: 1, cm: 0.01, mm: 0.001, nmi: 1852,
} as const

export type DistanceUnit = keyof typeof DISTANCE_UNITS

/** The terms of a query, in its order. */
export function termsOf(query: Query): readonly QueryTerm[] {
  if (query.kind === 'term') return [query]
  return query.kind === 'not' ? termsOf(query.part) : query.parts.flatMap(termsOf)
}

/** Whether a value of the term may begin with anything. */
export const hasLeadingWildcard = ({ test }: QueryTerm): boolean => test.kind === 'pattern' && !('text' in (test.parts[0] ?? ANY))
