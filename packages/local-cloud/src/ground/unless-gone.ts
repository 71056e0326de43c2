/** Swallows the error of removing something that does not exist any more, for example because a client removed it; rethrows others. */
export function unlessGone(error: unknown): void {
  if (error instanceof Error && /NotFound|NonExistent|NoSuch|DoesNotExist/.test(error.name)) return
  throw error
}
