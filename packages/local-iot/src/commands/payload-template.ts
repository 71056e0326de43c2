import { encode } from 'cborg'
import { isTooDeep } from '../json/levels.ts'
import type { PlainValue } from './parameter-value.ts'

/** What a template is filled in with. */
export interface TemplateValues {
  readonly parameters: Readonly<Record<string, PlainValue>>
  readonly timeoutSec: number
}

const PLACEHOLDER = /\$\{aws:iot:commandexecution::(?:parameter:([.$a-zA-Z0-9_-]+)|executionTimeoutSec)\}/g
const TIMEOUT = ''

/** A JSON value, with numbers and bytes of parameters in it. */
type Json = PlainValue | null | readonly Json[] | { readonly [key: string]: Json }

/** The parameters that a template names, and whether it names anything at all; `undefined` for a template that is no JSON, or too deep. */
export function readTemplate(template: string): { readonly parameters: ReadonlySet<string>; readonly hasPlaceholder: boolean } | undefined {
  const json = parsed(template)
  if (json === undefined || isTooDeep(json)) return undefined
  const names = new Set<string>()
  mapTexts(json, (text) => {
    for (const [, name = TIMEOUT] of text.matchAll(PLACEHOLDER)) names.add(name)
    return text
  })
  return { parameters: new Set([...names].filter((name) => name !== TIMEOUT)), hasPlaceholder: names.size > 0 }
}

/**
 * The payload that a template makes. A text that is one placeholder becomes the value, with its type; a placeholder in a longer text
 * becomes the value's text. The template is JSON, and every parameter it names has a value.
 */
export function fillTemplate(template: string, values: TemplateValues, format: 'JSON' | 'CBOR'): Uint8Array {
  const valueOf = (name: string | undefined): PlainValue => (name === undefined ? values.timeoutSec : (values.parameters[name] ?? ''))
  const filled = mapTexts(parsed(template) ?? null, (text) => {
    const [whole] = text.matchAll(PLACEHOLDER)
    if (whole !== undefined && whole[0] === text) return valueOf(whole[1])
    return text.replaceAll(PLACEHOLDER, (_, name: string | undefined) => textOf(valueOf(name)))
  })
  return format === 'CBOR' ? encode(filled) : new TextEncoder().encode(jsonText(filled))
}

function parsed(template: string): Json | undefined {
  try {
    return JSON.parse(template) as Json
  } catch {
    return undefined
  }
}

function mapTexts(json: Json, map: (text: string) => PlainValue): Json {
  if (typeof json === 'string') return map(json)
  if (json instanceof Uint8Array || typeof json !== 'object' || json === null) return json
  if (isList(json)) return json.map((entry) => mapTexts(entry, map))
  return Object.fromEntries(Object.entries(json).map(([key, entry]) => [key, mapTexts(entry, map)]))
}

const isList = (json: Json): json is readonly Json[] => Array.isArray(json)

const textOf = (value: PlainValue): string => (value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value))

/** JSON that writes whole numbers of any size, and bytes as base64. */
function jsonText(json: Json): string {
  if (typeof json === 'bigint') return String(json)
  if (json instanceof Uint8Array) return JSON.stringify(textOf(json))
  if (typeof json !== 'object' || json === null) return JSON.stringify(json)
  if (isList(json)) return `[${json.map(jsonText).join(',')}]`
  return `{${Object.entries(json).map(([key, entry]) => `${JSON.stringify(key)}:${jsonText(entry)}`).join(',')}}`
}
