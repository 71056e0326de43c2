/** Lets so many through at once, the others in the order they came. */
export interface Gate {
  /** Calls `begin` when there is room; the room is taken until it calls `leave`. */
  enter(begin: (leave: () => void) => void): void
}

/** A gate for `most` at once. */
export function createGate(most: number): Gate {
  const waiting: ((leave: () => void) => void)[] = []
  let inside = 0
  function next(): void {
    while (inside < most) {
      const begin = waiting.shift()
      if (begin === undefined) return
      inside++
      let left = false
      begin(() => {
        if (left) return
        left = true
        inside--
        next()
      })
    }
  }
  return {
    enter(begin) {
      waiting.push(begin)
      next()
    },
  }
}
