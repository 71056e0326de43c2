import type { Rule, Selection } from '../syntax/ast.ts'
import { infer, type Scope, scopeOf } from './infer.ts'
import type { Inferred } from './inferred.ts'
import { jsonSchemaOf, type Kind, type MessageSchema } from './schema.ts'

type SelectItem = Extract<Selection, { kind: 'items' }>['items'][number]

/**
 * The kinds of value that a member of what a rule puts out can have, `undefined` among them where it may be missing; `undefined` itself
 * where nothing is known of it, or no item gives it for sure.
 *
 * @example memberKinds(parseRule("SELECT timestamp() AS at FROM 'a'"), 'at')  // Set { 'number' }
 */
export function memberKinds(rule: Rule, name: string, schema?: MessageSchema): ReadonlySet<Kind> | undefined {
  const scope = scopeOf(rule, schema === undefined ? undefined : jsonSchemaOf(schema), () => undefined)
  const { select } = rule
  if (select.kind === 'value') return select.value.kind === 'object' ? ofObject(select.value.members, name, scope)?.kinds : undefined
  // The later one stands; what a spread has of the name is not known.
  for (const item of select.items.toReversed()) {
    if (item.value.kind === 'spread' && item.alias === undefined) return undefined
    const given = ofItem(item, name, scope)
    if (given !== undefined) return given.kinds
  }
  return undefined
}

function ofItem({ value, alias }: SelectItem, name: string, scope: Scope): Inferred | undefined {
  if (alias !== undefined) {
    if (alias[0] !== name) return undefined
    return alias.length > 1 || value.kind === 'spread' ? { kinds: new Set(['object']) } : infer(value, scope)
  }
  switch (value.kind) {
    case 'star': return infer({ kind: 'attribute', name }, scope)
    case 'object': return ofObject(value.members, name, scope)
    case 'attribute': case 'member': case 'variable': case 'call': return value.name === name ? infer(value, scope) : undefined
    default: return undefined
  }
}

function ofObject(members: Extract<SelectItem['value'], { kind: 'object' }>['members'], name: string, scope: Scope): Inferred | undefined {
  const given = members.findLast((member) => member.name === name)
  return given && infer(given.value, scope)
}
