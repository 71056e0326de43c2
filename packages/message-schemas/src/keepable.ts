/** Below this, what is not 0 is too small for a store: DynamoDB keeps 1e-130 and more, and others less. */
const SMALLEST = 1e-100

/**
 * Why no store keeps a value of JSON, with the path to what is at fault; `undefined` where they do. A string has to be whole characters,
 * a number one that no store rounds or refuses.
 *
 * @see https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html
 */
export function keepingProblem(value: unknown): string | undefined {
  const found = find(value)
  return found && `${shortened(found.path.reverse().join('.')) || 'payload'}: ${found.problem}`
}

/** `path` is from the fault outwards. */
interface Found {
  readonly problem: string
  readonly path: string[]
}

function find(value: unknown): Found | undefined {
  if (typeof value === 'string')
    return value.isWellFormed() ? undefined : { problem: 'half a character (a lone surrogate); send whole characters of UTF-8', path: [] }
  if (typeof value === 'number') {
    return isKept(Math.abs(value))
      ? undefined
      : { problem: `no store keeps the number ${value}; send 0, or ${SMALLEST} to ${Number.MAX_SAFE_INTEGER} of either sign`, path: [] }
  }
  return typeof value === 'object' && value !== null ? findIn(value) : undefined
}

function findIn(value: object): Found | undefined {
  for (const key of Object.keys(value)) {
    const found = find(key) ?? find((value as Record<string, unknown>)[key]) // `key` is one of its own
    if (found === undefined) continue
    found.path.push(key.toWellFormed())
    return found
  }
  return undefined
}

const isKept = (size: number): boolean => size === 0 || (size >= SMALLEST && size <= Number.MAX_SAFE_INTEGER)

/**
 * Cuts a text to at most `most` characters; a longer one ends with `…`. The result has no half characters, whatever the text.
 *
 * @example shortened('Helles', 4)  // 'Hel…'
 */
export const shortened = (text: string, most = 100): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`).toWellFormed()
