/** A variable that the stack gives this function; throws where it is not set. */
export function variable(name: string): string {
  const value = process.env[name]
  if (!value) throw new Error(`${name} is not set: the stack gives it to this function.`)
  return value
}
