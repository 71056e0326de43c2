import { isRecord } from '@keg/aws-service'
import { intrinsicCall } from './template.ts'

/** Called for each property that can't be honoured; `at` is its path in the resource, for example `Code.ImageUri`. */
export type Report = (at: string, reason: string) => void

/** Reads a property. While a template is only checked, an intrinsic function in it stands for any value. */
export interface Kind<T> {
  read(value: unknown, at: string, report: Report): T
}

/** The properties of a resource type by name. Properties that are not in the table are refused. */
export type PropertyTable = Readonly<Record<string, Kind<unknown>>>
/** The values that the properties of a table are read as. */
export type PropertiesOf<Table extends PropertyTable> = { readonly [Name in keyof Table]: Table[Name] extends Kind<infer T> ? T : never }

function kind<T>(expected: string, convert: (value: unknown) => T | undefined): Kind<T | undefined> {
  return {
    read(value, at, report) {
      if (value === undefined || intrinsicCall(value) !== undefined) return undefined
      const converted = convert(value)
      if (converted === undefined) report(at, `takes ${expected}, not ${JSON.stringify(value)}`)
      return converted
    },
  }
}

/** Text. As in CloudFormation, numbers and booleans are accepted, too. */
export const text = kind('text', (value) => (isScalar(value) ? String(value) : undefined))
/** A number. As in CloudFormation, text such as `"30"` is accepted, too: parameters are text. */
export const number = kind('a number', (value) =>
  (isScalar(value) && value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined))
/** `true` or `false`, also as text. */
export const flag = kind('true or false', (value) =>
  (value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined))
/** Any JSON value, unchanged. */
export const json = kind('JSON', (value) => (value === null ? undefined : value))
/** A JSON document such as a policy, written as JSON or as text. The result is text. */
export const document = kind('a JSON document', (value) => (typeof value === 'string' ? value : JSON.stringify(value)))
/** Text that is one of the options. */
export const oneOf = <const T extends string>(...options: readonly T[]): Kind<T | undefined> =>
  kind(options.map((option) => JSON.stringify(option)).join(' or '), (value) => options.find((option) => option === value))
/** Text that matches a pattern. */
export const matching = (pattern: RegExp, expected: string): Kind<string | undefined> =>
  kind(expected, (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined))

/** A property that must be there. */
export function required<T>(inner: Kind<T>): Kind<NonNullable<T>> {
  return {
    read(value, at, report) {
      if (value === undefined) report(at, 'is missing')
      // The inner kind has reported a wrong value; a check's result is never used and a create after a report never happens.
      return inner.read(value, at, report) as NonNullable<T>
    },
  }
}

/** A list with values of one kind. */
export function list<T>(inner: Kind<T>): Kind<NonNullable<T>[] | undefined> {
  const array = kind('a list', (value) => (Array.isArray(value) ? (value as readonly unknown[]) : undefined))
  return {
    read: (value, at, report) =>
      array.read(value, at, report)?.flatMap((item, index) => inner.read(item, `${at}[${index}]`, report) ?? []) as NonNullable<T>[]
        | undefined,
  }
}

/** An object with any keys, and values of one kind. */
export function map<T>(inner: Kind<T>): Kind<Record<string, NonNullable<T>> | undefined> {
  const record = kind('an object', (value) => (isRecord(value) ? value : undefined))
  return {
    read(value, at, report) {
      const entries = record.read(value, at, report)
      if (entries === undefined) return undefined
      return Object.fromEntries(
        Object.entries(entries).flatMap(([key, entry]) => {
          const read = inner.read(entry, `${at}.${key}`, report)
          return read === undefined || read === null ? [] : [[key, read] as const]
        }),
      )
    },
  }
}

/** An object whose keys are in a table; other keys are refused. */
export function object<Table extends PropertyTable>(table: Table): Kind<PropertiesOf<Table> | undefined> {
  const record = kind('an object', (value) => (isRecord(value) ? value : undefined))
  return {
    read(value, at, report) {
      const properties = record.read(value, at, report)
      return properties === undefined ? undefined : readProperties(table, properties, `${at}.`, report)
    },
  }
}

/** A property that has no effect here, for the given reason. */
export const ignored = (_reason: string): Kind<undefined> => ({ read: () => undefined })

/** A known property that can't be honoured here: a template that has it is not run. */
export const refused = (reason: string): Kind<undefined> => ({
  read(value, at, report) {
    if (value !== undefined) report(at, reason)
    return undefined
  },
})

/** Reads the properties of a resource by its table, and reports those that are not in the table. */
export function readProperties<Table extends PropertyTable>(
  table: Table,
  properties: Readonly<Record<string, unknown>>,
  prefix: string,
  report: Report,
): PropertiesOf<Table> {
  for (const name of Object.keys(properties)) {
    if (!Object.hasOwn(table, name)) report(`${prefix}${name}`, 'is not supported')
  }
  const read = Object.entries(table).map(([name, property]) => [name, property.read(properties[name], `${prefix}${name}`, report)] as const)
  // Built from the table's own keys and kinds, which is what the type says.
  return Object.fromEntries(read) as PropertiesOf<Table>
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}
