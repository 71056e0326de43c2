/** Where a record goes, by an id of ours, and its fields. */
export interface SalesforceRecord {
  readonly object: string
  readonly externalIdField: string
  readonly externalId: string
  readonly fields: Readonly<Record<string, unknown>>
}

/** A field: a member of what the rule selected, `a.b` for one inside of another, or a text as it is. */
export type FieldSource = string | { readonly value: string }

/** What the function is told by its environment. */
export interface Mapping {
  readonly object: string
  readonly externalIdField: string
  readonly externalIdFrom: string
  readonly fields: Readonly<Record<string, FieldSource>>
}

/** Reads the function's environment. Throws where the mapping is none. */
export function settingsOf(
  { SECRET_ARN: secretArn = '', API_VERSION: apiVersion = '', MAPPING: mapping = '' }: Readonly<Record<string, string | undefined>>,
) {
  // Written by the construct.
  const { object, externalIdField, externalIdFrom, fields } = JSON.parse(mapping) as Mapping
  const recordOf = (event: unknown): SalesforceRecord => {
    const externalId = memberOf(event, externalIdFrom)
    if ((typeof externalId !== 'string' && typeof externalId !== 'number') || externalId === '')
      throw new Error(`The message has no text or number ${externalIdFrom}, which identifies its record in Salesforce`)
    const values = Object.entries(fields).map(([name, source]) =>
      [name, typeof source === 'string' ? memberOf(event, source) : source.value] as const)
    return {
      object, externalIdField, externalId: String(externalId),
      fields: Object.fromEntries(values.filter(([, value]) => value !== undefined)),
    }
  }
  return { secretArn, apiVersion, recordOf }
}

const memberOf = (value: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, name) =>
    (typeof at === 'object' && at !== null && Object.hasOwn(at, name) ? (at as Readonly<Record<string, unknown>>)[name] : undefined), value)
