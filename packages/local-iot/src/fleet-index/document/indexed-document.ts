/** What the index knows of one thing or thing group. */
export interface IndexedDocument {
  readonly name: string
  /** Values by the field's name in queries. A field with no value of its own has fields below it. */
  readonly fields: IndexedFields
  /** Fields that can be aggregated and not searched for. */
  readonly versions: ReadonlyMap<string, number>
  /** Where the fields are that `geoLocations` names and that hold a location. */
  readonly points: ReadonlyMap<string, GeoPoint>
}

export type IndexedFields = ReadonlyMap<string, readonly IndexedValue[]>

export interface IndexedValue {
  readonly raw: string | number | boolean
  /** In lower case, as white space parts them. */
  readonly words: readonly string[]
  /** Absent for what is no number. */
  readonly number: number | undefined
}

export interface GeoPoint {
  readonly latitude: number
  readonly longitude: number
}

/** A number of JSON: managing-index.html, "Numeric values". */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?$/

/** The number that a text is, as JSON writes numbers. */
export function numberIn(text: string): number | undefined {
  const number = NUMBER.test(text) ? Number(text) : Number.NaN
  return Number.isFinite(number) ? number : undefined
}

export const wordsIn = (text: string): readonly string[] => text.toLowerCase().split(/\s+/).filter((word) => word !== '')

/** A value of the registry, where a text may be a number. */
export const registryValue = (raw: string): IndexedValue => ({ raw, words: wordsIn(raw), number: numberIn(raw) })

/** A value of a JSON document, where a text is a text. */
export function jsonValue(raw: string | number | boolean): IndexedValue {
  if (typeof raw === 'string') return { raw, words: wordsIn(raw), number: undefined }
  return { raw, words: [String(raw)], number: typeof raw === 'number' ? raw : undefined }
}
