/** Says yes to this share of the questions, 0 to 1, evenly spread: of 0.05, to every twentieth, the tenth first. */
export function evenShare(share: number): () => boolean {
  let owed = 0.5
  return () => {
    owed += share
    if (owed < 1) return false
    owed -= 1
    return true
  }
}
