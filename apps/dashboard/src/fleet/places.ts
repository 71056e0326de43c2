/** A place: degrees east, then degrees north. */
export type Place = readonly [number, number]
/** Where sites are, by id. */
export type Places = Readonly<Record<string, Place>>

/** The least that a map shows around a place, in degrees: a city in its country. */
const AROUND = 4

/** Reads the file of places; what is no place is left out. */
export function placesOf(value: unknown): Places {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Place] => isPlace(entry[1])))
}

function isPlace(value: unknown): value is Place {
  if (!Array.isArray(value) || value.length !== 2) return false
  const [east, north] = value as readonly unknown[]
  return typeof east === 'number' && typeof north === 'number' && Math.abs(east) <= 180 && Math.abs(north) < 90
}

/** The points that a map has to show, so that it shows places with some land around each; of none, the whole world. */
export function spread(places: readonly Place[]): { readonly type: 'MultiPoint'; readonly coordinates: [number, number][] } {
  const shown = places.length === 0 ? [[-180, -60], [180, 75]] as const : places.flatMap(([east, north]) => [
    [east - AROUND, Math.max(-85, north - AROUND)], [east + AROUND, Math.min(85, north + AROUND)],
  ] as const)
  return { type: 'MultiPoint', coordinates: shown.map(([east, north]) => [east, north]) }
}
