import { isRecord } from '@keg/aws-service'
import { intrinsicCall } from './template.ts'

/** Told of each property that can't be honoured; `at` is its path inside the resource, as `Code.ImageUri`. */
export type Report = (at: string, reason: string) => void

/** How one property is read. While a template is only checked, intrinsic functions in it stand for anything. */
export interface Kind<T> {
  read(value: unknown, at: string, report: Report): T
}

/** A resource's properties by name; one that is not in the table is refused. */
export type PropertyTable = Readonly<Record<string, Kind<unknown>>>
/** What a table's properties come out as. */
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

/** Text; CloudFormation takes numbers and booleans for it, too. */
export const text = kind('text', (value) => (isScalar(value) ? String(value) : undefined))
/** A number; CloudFormation takes text such as `"30"` for it, which is how parameters come. */
export const number = kind('a number', (value) => (isScalar(value) && value !== '' && Number.isFinite(Number(value)) ? Number(value) : undefined))
/** `true` or `false`, also as text. */
export const flag = kind('true or false', (value) => (value === true || value === 'true' ? true : value === false || value === 'false' ? false : undefined))
/** Any JSON, handed on as it is. */
export const json = kind('JSON', (value) => (value === null ? undefined : value))
/** A policy or other document, which templates write as JSON or as its text; comes out as text. */
export const document = kind('a JSON document', (value) => (typeof value === 'string' ? value : JSON.stringify(value)))
/** One of a few texts. */
export const oneOf = <const T extends string>(...options: readonly T[]): Kind<T | undefined> =>
  kind(options.map((option) => JSON.stringify(option)).join(' or '), (value) => options.find((option) => option === value))
/** Text of a certain form. */
export const matching = (pattern: RegExp, expected: string): Kind<string | undefined> =>
  kind(expected, (value) => (typeof value === 'string' && pattern.test(value) ? value : undefined))

/** A property that the resource can't do without. */
export function required<T>(inner: Kind<T>): Kind<NonNullable<T>> {
  return {
    read(value, at, report) {
      if (value === undefined) report(at, 'is missing')
      // The inner kind has reported a wrong value; a check's result is never used and a create after a report never happens.
      return inner.read(value, at, report) as NonNullable<T>
    },
  }
}

/** A list of one kind. */
export function list<T>(inner: Kind<T>): Kind<NonNullable<T>[] | undefined> {
  const array = kind('a list', (value) => (Array.isArray(value) ? (value as readonly unknown[]) : undefined))
  return {
    read: (value, at, report) =>
      array.read(value, at, report)?.flatMap((item, index) => inner.read(item, `${at}[${index}]`, report) ?? []) as NonNullable<T>[] | undefined,
  }
}

/** An object with any keys and values of one kind. */
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

/** An object with a table of its own; a key that is not in it is refused. */
export function object<Table extends PropertyTable>(table: Table): Kind<PropertiesOf<Table> | undefined> {
  const record = kind('an object', (value) => (isRecord(value) ? value : undefined))
  return {
    read(value, at, report) {
      const properties = record.read(value, at, report)
      return properties === undefined ? undefined : readProperties(table, properties, `${at}.`, report)
    },
  }
}

/** A property that changes nothing here, for the reason given. */
export const ignored = (_reason: string): Kind<undefined> => ({ read: () => undefined })

/** A property that is known and can't be honoured here: a template with it is not run. */
export const refused = (reason: string): Kind<undefined> => ({
  read(value, at, report) {
    if (value !== undefined) report(at, reason)
    return undefined
  },
})

/** Reads a resource's properties by its table, and reports those that the table does not have. */
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
