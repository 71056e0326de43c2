/** A process that may be killed: nothing of it has an effect any more then. */
export interface Life {
  readonly dead: boolean
  /** Makes an effect one that the process may be killed before, or right after. */
  effect<Given extends unknown[], Answer>(run: (...given: Given) => Answer): (...given: Given) => Answer
  /** Makes each method of a thing such an effect, but `close`, which changes nothing. */
  effects<Thing extends object>(thing: Thing): Thing
}

/** A life that ends at its n-th effect; absent: it does not. */
export function createLife(endsAt = Infinity, side: 'before' | 'after' = 'before'): Life {
  let steps = 0
  let dead = false
  const die = () => {
    dead = true
    throw new Error('killed')
  }
  const life: Life = {
    get dead() {
      return dead
    },
    effect: (run) => (...given) => {
      if (dead) throw new Error('killed')
      const last = ++steps === endsAt
      if (last && side === 'before') die()
      const answer = run(...given)
      if (!last) return answer
      // What takes a while has its effect first; its type stays, for it answers nothing.
      if (answer instanceof Promise) return answer.then(die) as typeof answer
      return die()
    },
    effects(thing) {
      const mortal = Object.entries(thing).map(([name, value]) =>
        [name, typeof value === 'function' && name !== 'close' ? life.effect(value as (...given: unknown[]) => unknown) : value])
      // The same members, by the same names.
      return Object.fromEntries(mortal) as typeof thing
    },
  }
  return life
}
