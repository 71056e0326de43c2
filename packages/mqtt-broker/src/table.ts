/**
 * Values by key, in the order they came: of a `Map`, what may be kept elsewhere, too. A value is replaced by `set`, never changed in place.
 */
export type Table<Value> = Pick<Map<string, Value>, 'size' | 'get' | 'has' | 'set' | 'delete' | 'keys' | 'values' | 'entries'>
