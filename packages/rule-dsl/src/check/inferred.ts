import type { SqlValue } from '../value/value.ts'
import { ANYTHING, type JsonSchema, type Kind } from './schema.ts'

/** What is known of an expression's value before any message is seen. */
export interface Inferred {
  readonly kinds: ReadonlySet<Kind>
  /** Every value it can have, where they are few and known. */
  readonly values?: readonly SqlValue[]
  /** Where the payload's schema tells of it. */
  readonly forms?: readonly JsonSchema[]
  /** Why it is always Undefined, or never true. */
  readonly why?: string
  /** It is Undefined, Null or false for every message. */
  readonly neverTrue?: true
}

export const anything: Inferred = { kinds: new Set(ANYTHING) }
export const some = (...kinds: readonly Kind[]): Inferred => ({ kinds: new Set(kinds) })
export const orUndefined = (...kinds: readonly Kind[]): Inferred => some(...kinds, 'undefined')
export const nothing = (why: string): Inferred => ({ kinds: new Set(['undefined']), why, neverTrue: true })
export const known = (value: SqlValue): Inferred => ({
  kinds: new Set([kindOf(value)]), values: [value], ...(value !== true && { neverTrue: true }),
})

function kindOf(value: SqlValue): Kind {
  if (value === undefined) return 'undefined'
  if (value === null) return 'null'
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'number') return typeof value as Kind
  return Array.isArray(value) ? 'array' : 'coefficient' in value ? 'number' : 'object'
}

export const isNothing = ({ kinds }: Inferred): boolean => kinds.size === 1 && kinds.has('undefined')
export const only = ({ values }: Inferred): { readonly value: SqlValue } | undefined =>
  (values?.length === 1 ? { value: values[0] } : undefined)
/** Whether a Boolean can be made of it that is true. */
export const canBeTrue = (inferred: Inferred): boolean =>
  inferred.neverTrue !== true && (inferred.values === undefined ? inferred.kinds.has('boolean') : inferred.values.includes(true))

/** Either of them. */
export function union(all: readonly Inferred[]): Inferred {
  const values = all.every((one) => one.values !== undefined) ? all.flatMap((one) => one.values ?? []) : undefined
  const neverTrue = all.every((one) => one.neverTrue === true)
  return {
    kinds: new Set(all.flatMap((one) => [...one.kinds])), ...(values !== undefined && { values }),
    ...(neverTrue && { neverTrue: true as const }),
  }
}

/** As words: `a number or a string`. */
export const inWords = ({ kinds }: Inferred): string =>
  [...kinds].filter((kind) => kind !== 'undefined').map(kindInWords).join(' or ') || 'Undefined'

const kindInWords = (kind: Kind): string => (kind === 'null' ? 'Null' : `${/^[ao]/.test(kind) ? 'an' : 'a'} ${kind}`)
