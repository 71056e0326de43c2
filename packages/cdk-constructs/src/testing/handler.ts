/** A handler to bundle. */
export const handler = (): string => 'hello'
