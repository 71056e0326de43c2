/** Why a text is no topic name of MQTT; `undefined` where it is one. Its length, UTF-8 and NUL are looked at where packets are read. */
export function topicNameRefusal(topic: string): string | undefined {
  // [MQTT-4.7.3-1]
  if (topic === '') return 'A topic has at least one character.'
  // [MQTT-3.3.2-2]
  return topic.includes('+') || topic.includes('#') ? 'A topic name holds no `+` or `#`: those belong in filters.' : undefined
}

const SHARED = /^\$share\/([^/+#]+)\/(.+)$/s

/** Why a text is no topic filter of MQTT, shared or not; `undefined` where it is one. */
export function topicFilterRefusal(text: string): string | undefined {
  if (text === '') return 'A topic filter has at least one character.'
  const shared = isShared(text) ? SHARED.exec(text) : undefined
  // [MQTT-4.8.2-1] [MQTT-4.8.2-2]
  if (shared === null) return 'A shared filter is `$share/{group}/{filter}`, its group without wildcards.'
  const levels = (shared?.[2] ?? text).split('/')
  for (const [index, level] of levels.entries()) {
    // [MQTT-4.7.1-1] [MQTT-4.7.1-2]
    if (level.length > 1 && /[+#]/.test(level))
      return `A wildcard stands alone in its level; level ${index + 1} is ${JSON.stringify(level)}.`
    if (level === '#' && index < levels.length - 1) return '`#` is the last level of a filter.'
  }
  return undefined
}

/** Why a topic or filter has too many levels; `undefined` where it has not. */
export function levelsRefusal(text: string, max: number): string | undefined {
  // Most are too short to be looked at.
  if (text.length < max) return undefined
  let levels = 1
  for (let at = text.indexOf('/'); at >= 0; at = text.indexOf('/', at + 1)) levels += 1
  return levels > max ? `A topic has at most ${max} levels; this one has ${levels}.` : undefined
}

/** Whether a filter is one of a shared subscription. */
export const isShared = (filter: string): boolean => filter.startsWith('$share/') || filter === '$share'
