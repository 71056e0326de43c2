/** Numbers from 0 to 1 that follow from a seed, and from a name, so that no two kegs of an evening are alike (mulberry32). */
export function seededRandom(seed: number, name = ''): () => number {
  let state = seed | 0
  for (const letter of name) state = Math.imul(state ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}
