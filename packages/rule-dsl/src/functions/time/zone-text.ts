import type { Fields } from './resolve-time.ts'
import { parseOffset, timeZone, zoneByName } from './time-zone.ts'
import { generalNames, namedZones } from './zone-names.ts'

type Read = (text: string, at: number, fields: Fields) => number

const OFFSET_PREFIX = /(?:UTC|GMT|UT)?[+-]\d{2}:\d{2}(?::\d{2})?/y
// No id of a zone is longer; each prefix is tried.
const REGION = /[A-Za-z][A-Za-z0-9~/._+-]{0,63}/y
const NAMES = [...generalNames.keys(), ...namedZones.flatMap(({ name, longName }) => [longName, name])].sort((a, b) => b.length - a.length)
/** What X, x and Z take, by their width; lower case: may be left out. */
const FORMS: Readonly<Record<string, readonly (readonly [form: RegExp, zero: string] | undefined)[]>> = {
  X: [
    [/[+-]\d{2}(?:\d{2})?/y, 'Z'], [/[+-]\d{4}/y, 'Z'], [/[+-]\d{2}:\d{2}/y, 'Z'], [/[+-]\d{4}(?:\d{2})?/y, 'Z'],
    [/[+-]\d{2}:\d{2}(?::\d{2})?/y, 'Z'],
  ],
  x: [
    [/[+-]\d{2}(?:\d{2})?/y, '+00'], [/[+-]\d{4}/y, '+0000'], [/[+-]\d{2}:\d{2}/y, '+00:00'], [/[+-]\d{4}(?:\d{2})?/y, '+0000'],
    [/[+-]\d{2}:\d{2}(?::\d{2})?/y, '+00:00'],
  ],
  Z: [
    [/[+-]\d{4}/y, '+0000'], [/[+-]\d{4}/y, '+0000'], [/[+-]\d{4}/y, '+0000'], [/GMT[+-]\d{2}:\d{2}(?::\d{2})?/y, 'GMT'],
    [/[+-]\d{2}:\d{2}(?::\d{2})?/y, 'Z'],
  ],
  O: [[/GMT[+-]\d{1,2}(?::\d{2}){0,2}/y, 'GMT'], undefined, undefined, [/GMT[+-]\d{2}:\d{2}(?::\d{2})?/y, 'GMT']],
}

function take(expression: RegExp, text: string, at: number): string | undefined {
  expression.lastIndex = at
  return expression.exec(text)?.[0]
}

/** Reads what the letters X, x, Z and O write; `undefined` for a width they do not have. */
export function offsetAt(letter: string, width: number): Read | undefined {
  const [form, zero] = FORMS[letter]?.[width - 1] ?? []
  if (form === undefined || zero === undefined) return undefined
  return (text, at, fields) => {
    const written = take(form, text, at) ?? (text.startsWith(zero, at) ? zero : undefined)
    const offsetSec = written === undefined || written === zero ? 0 : parseOffset(written.replace('GMT', ''))
    if (written === undefined || offsetSec === undefined) return -1
    fields.zone = { id: written, offsetSec: () => offsetSec }
    return at + written.length
  }
}

/** `Europe/Berlin`, `Z`, `+02:00`, `UTC+02:00`. */
export const zoneIdAt: Read = (text, at, fields) => {
  const offset = take(OFFSET_PREFIX, text, at)
  if (offset !== undefined) {
    fields.zone = timeZone(offset.replace(/^[A-Z]+/, ''))
    return fields.zone === undefined ? -1 : at + offset.length
  }
  for (let id = take(REGION, text, at) ?? ''; id !== ''; id = id.slice(0, -1)) {
    fields.zone = id === 'Z' ? timeZone('UTC') : timeZone(id)
    if (fields.zone !== undefined) return at + id.length
  }
  return -1
}

/** A zone's name, short or long, or its id. */
export const zoneNameAt: Read = (text, at, fields) => {
  const id = zoneIdAt(text, at, fields)
  const name = NAMES.find((candidate) => text.startsWith(candidate, at))
  if (name === undefined || at + name.length < id) return id
  fields.zone = zoneByName(name)
  return at + name.length
}
