interface Node<Value> {
  readonly children: Map<string, Node<Value>>
  readonly values: Set<Value>
}

const node = <Value>(): Node<Value> => ({ children: new Map(), values: new Set() })

/**
 * Values kept under topic filters, found by topic in time that does not grow with their number.
 * Matches as `matchesTopicFilter` does: `a/#` leaves `a` out, and a first-level wildcard leaves `$` topics out.
 */
export class TopicTrie<Value> {
  readonly #root = node<Value>()

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
    collect(this.#root, topic.split('/'), 0, topic.startsWith('$'), found)
    return found
  }
}

function collect<Value>(at: Node<Value>, levels: readonly string[], depth: number, reserved: boolean, found: Value[]): void {
  if (depth === levels.length) {
    for (const value of at.values) found.push(value)
    return
  }
  if (depth > 0 || !reserved) {
    for (const value of at.children.get('#')?.values ?? []) found.push(value)
    const any = at.children.get('+')
    if (any !== undefined) collect(any, levels, depth + 1, reserved, found)
  }
  const level = levels[depth] ?? ''
  // A topic holds no wildcard characters, but a message of AWS's own could name a thing that does.
  const exact = level === '+' || level === '#' ? undefined : at.children.get(level)
  if (exact !== undefined) collect(exact, levels, depth + 1, reserved, found)
}
