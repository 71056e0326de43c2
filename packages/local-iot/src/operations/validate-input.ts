import { constraints } from './constraints.ts'
import { shapesOf, structures } from './model.generated.ts'
import { invalidRequest, ServiceException } from './service-exception.ts'

/** Checks an input against the generated model: members there that must be, of their type, within their constraints. */
export function validateInput(operation: string, input: unknown): void {
  const structure = shapesOf[operation]?.input
  if (structure !== undefined) checkStructure(structure, input, '')
}

function checkStructure(name: string, value: unknown, path: string): void {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path, 'an object')
  const members = value as Readonly<Record<string, unknown>>
  for (const [member, { type, required }] of Object.entries(structures[name] ?? {})) {
    const at = path === '' ? member : `${path}.${member}`
    const entry = members[member]
    if (entry === undefined || entry === null) {
      if (required) throw invalid('null', at, 'Member must not be null')
    } else checkType(type, entry, at, member)
  }
}

function checkType(type: string, value: unknown, path: string, member: string): void {
  const [kind = '', rest = ''] = splitOnce(type)
  if (kind === 'struct') return checkStructure(rest, value, path)
  if (kind === 'list') {
    if (!Array.isArray(value)) throw wrongType(path, 'a list')
    for (const [index, entry] of value.entries()) checkType(rest, entry, `${path}.${index + 1}.member`, member)
  } else if (kind === 'map') {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) throw wrongType(path, 'a map')
    for (const [key, entry] of Object.entries(value)) checkType(rest, entry, `${path}.${key}`, '')
  } else if (!isSimple(kind, value)) throw wrongType(path, `a ${kind}`)
  else if (typeof value === 'string') checkText(member, value, path)
}

const isSimple = (kind: string, value: unknown) => {
  if (kind === 'blob') return value instanceof Uint8Array || typeof value === 'string'
  if (kind === 'timestamp') return value instanceof Date || typeof value === 'number'
  return kind === 'json' || typeof value === kind
}

/** Throws AWS's validation error for a text that breaks the constraint of its member. */
export function checkText(member: string, value: string, path = member): void {
  const constraint = Object.hasOwn(constraints, member) ? constraints[member] : undefined
  if (constraint === undefined) return
  if (value.length > constraint.max) throw invalid(`'${value}'`, path, `Member must have length less than or equal to ${constraint.max}`)
  if (!constraint.pattern.test(value)) {
    throw invalid(`'${value}'`, path, `Member must satisfy regular expression pattern: ${constraint.pattern.source.replace(/^\^|\$$/g, '')}`)
  }
}

const splitOnce = (type: string) => {
  const at = type.indexOf(':')
  return at < 0 ? [type, ''] : [type.slice(0, at), type.slice(at + 1)]
}

const invalid = (value: string, path: string, constraint: string) =>
  invalidRequest(`1 validation error detected: Value ${value} at '${path}' failed to satisfy constraint: ${constraint}`)

const wrongType = (path: string, expected: string) => new ServiceException('SerializationException', 400, `'${path}' must be ${expected}.`)
