/** Which level of a topic a filter does not match, as a sentence without its full stop; `undefined` where it matches. */
export function topicDifference(filter: string, topic: string): string | undefined {
  const wanted = filter.split('/')
  const found = topic.split('/')
  if (topic.startsWith('$') && /^[+#]$/.test(wanted[0] ?? '')) return 'a wildcard at level 1 leaves out topics that begin with $'
  for (const [index, level] of wanted.entries()) {
    const at = found[index]
    if (at === undefined) return `the topic ends before level ${index + 1}, ${level}`
    if (level === '#') return undefined
    if (level !== '+' && level !== at) return `level ${index + 1} is ${at === '' ? 'empty' : at}, not ${level === '' ? 'empty' : level}`
  }
  return found.length > wanted.length ? `the topic goes on after level ${wanted.length}` : undefined
}
