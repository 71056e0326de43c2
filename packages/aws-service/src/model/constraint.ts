import type { Constraint } from './model.ts'

/** Describes in AWS's words how a value breaks the constraint `name`. `of` names the constraint of the entries of a list or map. */
export function brokenConstraints(
  constraints: Readonly<Record<string, Constraint>>, name: string | undefined, value: unknown,
): { errors: string[]; of: { constraint?: string } } {
  const constraint = name === undefined ? undefined : constraints[name]
  if (constraint === undefined) return { errors: [], of: {} }
  const of = constraint.of === undefined ? {} : { constraint: constraint.of }
  if (typeof value === 'number') return { errors: sizeErrors(constraint, value, 'value'), of }
  if (typeof value === 'string') return { errors: textErrors(constraint, value), of }
  if (typeof value !== 'object' || value === null) return { errors: [], of }
  const keys = Array.isArray(value) ? [] : Object.keys(value)
  const keyErrors = keys.flatMap((key) => brokenConstraints(constraints, constraint.key, key).errors)
  const lengthErrors = sizeErrors(constraint, Object.keys(value).length, 'length')
  return { errors: [...lengthErrors, ...keyErrors.map((error) => `Map keys must satisfy constraint: [${error}]`)], of }
}

/** Like `brokenConstraints`, for bytes, of which only the length is constrained. */
export function brokenLength(constraints: Readonly<Record<string, Constraint>>, name: string | undefined, length: number): string[] {
  return sizeErrors((name === undefined ? undefined : constraints[name]) ?? {}, length, 'length')
}

const textErrors = ({ oneOf, pattern, ...size }: Constraint, text: string): string[] => [
  ...(oneOf === undefined || oneOf.includes(text) ? [] : [`Member must satisfy enum value set: [${oneOf.join(', ')}]`]),
  ...sizeErrors(size, text.length, 'length'),
  ...(pattern === undefined || compiled(pattern).test(text) ? [] : [`Member must satisfy regular expression pattern: ${pattern}`]),
]

const sizeErrors = ({ min, max }: Constraint, size: number, what: 'value' | 'length'): string[] => [
  ...(min !== undefined && size < min ? [`Member must have ${what} greater than or equal to ${min}`] : []),
  ...(max !== undefined && size > max ? [`Member must have ${what} less than or equal to ${max}`] : []),
]

/** Character classes that the model's patterns write in Java's syntax, for use inside brackets. */
const JAVA_CLASSES: Readonly<Record<string, string>> = {
  '\\p{Graph}': '!-~', '\\p{Upper}': 'A-Z', '\\p{Digit}': '0-9', '\\p{Cntrl}': '\\x00-\\x1f\\x7f',
}

const patterns = new Map<string, RegExp>()

/** Compiles a pattern of the model. It has to match the whole text. */
function compiled(pattern: string): RegExp {
  const known = patterns.get(pattern)
  if (known !== undefined) return known
  // Java's way to let a dot stand for ends of lines as well.
  const isDotAll = pattern.startsWith('(?s)')
  const source = pattern.replace(/^\(\?s\)/, '').replace(/\\p\{(?:Graph|Upper|Digit|Cntrl)\}/g, (name) => JAVA_CLASSES[name] ?? name)
  // Java's patterns name characters beyond the first plane by their surrogates, which are one in this mode alone.
  const isUnicode = /\\p\{|\\uD[89AB]/i.test(source)
  const expression = new RegExp(`^(?:${source})$`, `${isUnicode ? 'u' : ''}${isDotAll ? 's' : ''}`)
  patterns.set(pattern, expression)
  return expression
}
