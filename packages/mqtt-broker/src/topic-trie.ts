interface Node<Value> {
  readonly children: Map<string, Node<Value>>
  readonly values: Set<Value>
}

const node = <Value>(): Node<Value> => ({ children: new Map(), values: new Set() })

/**
 * Values by topic filter, found by topic in a time that does not grow with their number.
 * A wildcard in the first level does not match topics that begin with `$`. With `hashMatchesParent`, `a/#` matches `a`, as in MQTT;
 * without, it does not, as on AWS IoT.
 *
 * @example
 * const trie = new TopicTrie<string>()
 * trie.add('keg/+/pours', 'every pour')
 * trie.match('keg/k-1/pours')  // ['every pour']
 */
export class TopicTrie<Value> {
  readonly #root = node<Value>()
  readonly #hashMatchesParent: boolean

  constructor({ hashMatchesParent = false }: { readonly hashMatchesParent?: boolean } = {}) {
    this.#hashMatchesParent = hashMatchesParent
  }

  add(filter: string, value: Value): void {
    let at = this.#root
    for (const level of filter.split('/')) {
      const next = at.children.get(level) ?? node<Value>()
      at.children.set(level, next)
      at = next
    }
    at.values.add(value)
  }

  /** Removes the value from the filter, and the levels that nothing else needs. */
  remove(filter: string, value: Value): void {
    const path: { parent: Node<Value>; level: string; at: Node<Value> }[] = []
    let at = this.#root
    for (const level of filter.split('/')) {
      const next = at.children.get(level)
      if (next === undefined) return
      path.push({ parent: at, level, at: next })
      at = next
    }
    at.values.delete(value)
    for (const step of path.reverse()) {
      if (step.at.values.size > 0 || step.at.children.size > 0) return
      step.parent.children.delete(step.level)
    }
  }

  /** Every value whose filter matches, once per filter. */
  match(topic: string): Value[] {
    const found: Value[] = []
    this.#collect(this.#root, topic.split('/'), 0, topic.startsWith('$'), found)
    return found
  }

  #collect(at: Node<Value>, levels: readonly string[], depth: number, reserved: boolean, found: Value[]): void {
    if (depth === levels.length) {
      for (const value of at.values) found.push(value)
      if (this.#hashMatchesParent) take(at.children.get('#'), found)
      return
    }
    if (depth > 0 || !reserved) {
      take(at.children.get('#'), found)
      const any = at.children.get('+')
      if (any !== undefined) this.#collect(any, levels, depth + 1, reserved, found)
    }
    const level = levels[depth] ?? ''
    // A topic of a client holds no wildcard characters, but one that this process publishes to could.
    const exact = level === '+' || level === '#' ? undefined : at.children.get(level)
    if (exact !== undefined) this.#collect(exact, levels, depth + 1, reserved, found)
  }
}

function take<Value>(at: Node<Value> | undefined, found: Value[]): void {
  if (at !== undefined) for (const value of at.values) found.push(value)
}
