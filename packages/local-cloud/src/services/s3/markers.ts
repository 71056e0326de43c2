/** What is put in the place of a source's markers. */
export interface Markers {
  readonly values: Readonly<Record<string, unknown>>
  /** Absent: as it is. */
  readonly jsonEscape?: boolean | undefined
  /** By marker, in the place of what `jsonEscape` says. */
  readonly encodings?: Readonly<Record<string, string>> | undefined
}

const PLAIN_YAML = /^[A-Za-z][A-Za-z0-9._-]*$/
const YAML_WORDS = new Set(['y', 'n', 'yes', 'no', 'true', 'false', 'on', 'off', 'null'])

/** The file with the values of markers, which stand for what is known at deployment alone. */
export function withoutMarkers(file: Uint8Array, { values, jsonEscape, encodings = {} }: Markers): Uint8Array {
  const markers = Object.entries(values)
  if (markers.length === 0) return file
  // A character for each byte, so that files that are no text stay what they are.
  let text = Buffer.from(file).toString('latin1')
  for (const [marker, value] of markers) {
    const encoding = encodings[marker] ?? (jsonEscape === true ? 'UNQUOTED_JSON_VALUE' : 'LITERAL')
    text = text.replaceAll(marker, () => Buffer.from(encoded(value, encoding, marker)).toString('latin1'))
  }
  return Buffer.from(text, 'latin1')
}

function encoded(value: unknown, encoding: string, marker: string): string {
  const json = JSON.stringify(value)
  switch (encoding) {
    case 'LITERAL': return plain(value, encoding, marker)
    case 'UNQUOTED_JSON_VALUE': return typeof value === 'string' ? json.slice(1, -1) : json
    case 'JSON_VALUE': return json
    case 'YAML_STRING': {
      const text = plain(value, encoding, marker)
      return PLAIN_YAML.test(text) && !YAML_WORDS.has(text.toLowerCase()) ? text : json
    }
    default: throw new TypeError(`Unknown marker encoding: ${encoding}`)
  }
}

function plain(value: unknown, encoding: string, marker: string): string {
  if (typeof value !== 'string') throw new TypeError(`Expected a string for ${encoding} encoding for marker ${marker}, got ${typeof value}`)
  return value
}
