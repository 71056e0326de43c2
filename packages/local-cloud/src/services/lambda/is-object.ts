/**
 * Tells an object from everything else that JSON has. As `isRecord` of `@keg/aws-service`, which a function's process would have to load
 * first.
 */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
