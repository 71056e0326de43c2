/** For what is removed: that it is gone already, as after somebody's own call, is no failure. */
export function unlessGone(error: unknown): void {
  if (error instanceof Error && /NotFound|NonExistent|NoSuch|DoesNotExist/.test(error.name)) return
  throw error
}
