import { brokenConstraints } from './constraint.ts'
import { shapesOf, structures, type Member } from './model.generated.ts'
import { invalidRequest, ServiceException } from './service-exception.ts'

/** Checks an input against the generated model: members there that must be, of their type, within their constraints. */
export function validateInput(operation: string, input: unknown): void {
  const structure = shapesOf[operation]?.input
  if (structure === undefined) return
  const errors = [...structureErrors(structure, input, '')]
  if (errors.length === 0) return
  const count = `${errors.length} validation error${errors.length === 1 ? '' : 's'} detected`
  throw invalidRequest(`${count}: ${errors.join('; ')}`)
}

function* structureErrors(name: string, value: unknown, path: string): Generator<string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path, 'an object')
  const members = value as Readonly<Record<string, unknown>>
  for (const [member, shape] of Object.entries(structures[name] ?? {})) {
    const at = path === '' ? member : `${path}.${member}`
    const entry = members[member]
    if (entry !== undefined && entry !== null) yield* valueErrors(shape, entry, at)
    else if (shape.required) yield `Value null at '${at}' failed to satisfy constraint: Member must not be null`
  }
}

function* valueErrors({ type, constraint }: Pick<Member, 'type' | 'constraint'>, value: unknown, path: string): Generator<string> {
  const [kind = '', rest = ''] = splitOnce(type)
  if (kind === 'struct') return yield* structureErrors(rest, value, path)
  if (kind === 'list' && !Array.isArray(value)) throw wrongType(path, 'a list')
  if (kind === 'map' && (typeof value !== 'object' || value === null || Array.isArray(value))) throw wrongType(path, 'a map')
  if (kind !== 'list' && kind !== 'map' && !isSimple(kind, value)) throw wrongType(path, `a ${kind}`)
  const { errors, of } = brokenConstraints(constraint, value)
  for (const error of errors) yield `Value '${shown(value)}' at '${path}' failed to satisfy constraint: ${error}`
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) yield* valueErrors({ type: rest, ...of }, entry, `${path}.${index + 1}.member`)
  } else if (kind === 'map') {
    for (const [key, entry] of Object.entries(value as object)) yield* valueErrors({ type: rest, ...of }, entry, `${path}.${key}`)
  }
}

const isSimple = (kind: string, value: unknown) => {
  if (kind === 'blob') return value instanceof Uint8Array || typeof value === 'string'
  if (kind === 'timestamp') return value instanceof Date || typeof value === 'number'
  if (kind === 'number') return typeof value === 'number' && Number.isFinite(value)
  return kind === 'json' || typeof value === kind
}

const MAX_SHOWN = 256
const shown = (value: unknown) => {
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
  return text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text
}

const splitOnce = (type: string) => {
  const at = type.indexOf(':')
  return at < 0 ? [type, ''] : [type.slice(0, at), type.slice(at + 1)]
}

const wrongType = (path: string, expected: string) => new ServiceException('SerializationException', 400, `'${path}' must be ${expected}.`)
