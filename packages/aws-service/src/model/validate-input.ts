import { ServiceException } from '../service-exception.ts'
import { brokenConstraints, brokenLength } from './constraint.ts'
import type { Member, Model } from './model.ts'
import { splitType } from './type-name.ts'

/**
 * Checks the input of an operation: required members are there, and all members have their type and keep their constraints.
 * Bytes may be base64 text, times may be seconds.
 * Throws `ServiceException`: `SerializationException` for a wrong type, otherwise the exception that `invalid` makes of AWS's sentence
 * about everything that is wrong.
 */
export function validateInput(model: Model, operation: string, input: unknown, invalid: (message: string) => ServiceException): void {
  const structure = model.shapesOf[operation]?.input
  if (structure === undefined) return
  const errors = [...structureErrors(model, structure, input, '')]
  if (errors.length === 0) return
  const count = `${errors.length} validation error${errors.length === 1 ? '' : 's'} detected`
  throw invalid(`${count}: ${errors.join('; ')}`)
}

function* structureErrors(model: Model, name: string, value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path, 'an object')
  const members = value as Readonly<Record<string, unknown>>
  for (const [member, shape] of Object.entries(model.structures[name] ?? {})) {
    // AWS names members by the fields of its own classes.
    const field = `${member.charAt(0).toLowerCase()}${member.slice(1)}`
    const at = path === '' ? field : `${path}.${field}`
    const entry = members[member]
    if (entry !== undefined && entry !== null) yield* valueErrors(model, shape, entry, at)
    else if (shape.required) yield `Value null at '${at}' failed to satisfy constraint: Member must not be null`
  }
}

function* valueErrors(
  model: Model, { type, constraint }: Pick<Member, 'type' | 'constraint'>, value: unknown, path: string,
): Generator<string> {
  const [kind, rest] = splitType(type)
  if (kind === 'struct') return yield* structureErrors(model, rest, value, path)
  if (kind === 'list' && !Array.isArray(value)) throw wrongType(path, 'a list')
  if (kind === 'map' && (typeof value !== 'object' || value === null || Array.isArray(value))) throw wrongType(path, 'a map')
  if (kind !== 'list' && kind !== 'map' && !isSimple(kind, value)) throw wrongType(path, `a ${kind}`)
  const { errors, of } = kind === 'blob'
    ? { errors: brokenLength(model.constraints, constraint, byteLength(value)), of: {} }
    : brokenConstraints(model.constraints, constraint, value)
  for (const error of errors) yield `Value '${shown(value)}' at '${path}' failed to satisfy constraint: ${error}`
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* valueErrors(model, { type: rest, ...of }, entry, `${path}.${index + 1}.member`)
  } else if (kind === 'map') {
    for (const [key, entry] of Object.entries(value as object)) yield* valueErrors(model, { type: rest, ...of }, entry, `${path}.${key}`)
  }
}

const isSimple = (kind: string, value: unknown) => {
  if (kind === 'blob') return value instanceof Uint8Array || typeof value === 'string'
  if (kind === 'timestamp') return value instanceof Date || typeof value === 'number'
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  return kind === 'json' || typeof value === kind
}

/** The length in bytes; a text is taken as base64. */
const byteLength = (value: unknown) => (value instanceof Uint8Array ? value.length : Buffer.byteLength(String(value), 'base64'))

const MAX_SHOWN = 256
const shown = (value: unknown) => {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

const wrongType = (path: string, expected: string) => new ServiceException('SerializationException', 400, `'${path}' must be ${expected}.`)
