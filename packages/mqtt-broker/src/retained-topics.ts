interface Level {
  readonly children: Map<string, Level>
  topic: string | undefined
}

const level = (): Level => ({ children: new Map(), topic: undefined })

/** Topics by their levels: which of them a filter matches is found without looking at the others. */
export class RetainedTopics {
  readonly #root = level()

  constructor(topics: Iterable<string>) {
    for (const topic of topics) this.add(topic)
  }

  add(topic: string): void {
    let at = this.#root
    for (const name of topic.split('/')) {
      const next = at.children.get(name) ?? level()
      at.children.set(name, next)
      at = next
    }
    at.topic = topic
  }

  delete(topic: string): void {
    const path = [this.#root]
    const names = topic.split('/')
    for (const name of names) {
      const next = path.at(-1)?.children.get(name)
      if (next === undefined) return
      path.push(next)
    }
    const last = path.at(-1)
    if (last !== undefined) last.topic = undefined
    for (let depth = names.length; depth > 0; depth -= 1) {
      const at = path[depth]
      if (at === undefined || at.topic !== undefined || at.children.size > 0) return
      path[depth - 1]?.children.delete(names[depth - 1] ?? '')
    }
  }

  /** The topics that the filter matches: `a/#` matches `a`, and a wildcard in the first level leaves `$` topics out. [MQTT-4.7.2-1] */
  match(filter: string): string[] {
    const found: string[] = []
    collect(this.#root, filter.split('/'), 0, found)
    return found
  }
}

function collect(at: Level, pattern: readonly string[], depth: number, found: string[]): void {
  const name = pattern[depth]
  if (name === undefined) {
    if (at.topic !== undefined) found.push(at.topic)
    return
  }
  if (name !== '+' && name !== '#') {
    const exact = at.children.get(name)
    if (exact !== undefined) collect(exact, pattern, depth + 1, found)
    return
  }
  if (name === '#') collectAll(at, depth === 0, found)
  else for (const [text, child] of at.children) if (depth > 0 || !text.startsWith('$')) collect(child, pattern, depth + 1, found)
}

function collectAll({ topic, children }: Level, isRoot: boolean, found: string[]): void {
  if (topic !== undefined) found.push(topic)
  for (const [text, child] of children) if (!isRoot || !text.startsWith('$')) collectAll(child, false, found)
}
