/** A number as it stood in a text: JSON's may have more digits than JavaScript's. */
export class JsonNumber {
  readonly source: string
  constructor(source: string) {
    this.source = source
  }
}

/** Parses JSON, all its numbers as they were written. Throws `SyntaxError`. */
export function parseExact(text: string): unknown {
  // TypeScript does not know yet that a reviver is told of the source. https://tc39.es/proposal-json-parse-with-source/
  const parse = JSON.parse as (text: string, reviver: (key: string, value: unknown, context: { source?: string }) => unknown) => unknown
  return parse(text, (_, value, { source }) => (typeof value === 'number' ? new JsonNumber(source ?? String(value)) : value))
}

/** The JSON of a value that was parsed so, without white space. */
export function exactJson(value: unknown): string {
  if (value instanceof JsonNumber) return value.source
  if (Array.isArray(value)) return `[${value.map(exactJson).join(',')}]`
  if (isExactObject(value))
    return `{${Object.entries(value).map(([name, item]) => `${JSON.stringify(name)}:${exactJson(item)}`).join(',')}}`
  return JSON.stringify(value)
}

/** Whether it is an object of JSON. */
export function isExactObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof JsonNumber)
}
