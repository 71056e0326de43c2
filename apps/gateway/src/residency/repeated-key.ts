/** What structures JSON: strings, and the signs around them. */
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[{}[\],:]/gs

/** Whether a key stands twice in an object anywhere in a JSON text. Readers keep one of its values, and not all of them the same one. */
export function hasRepeatedKey(json: string): boolean {
  /** The keys of each object that is open; `undefined` = an array. Without recursion: a text may be nested as deep as it likes. */
  const open: (Set<string> | undefined)[] = []
  let isKey = false
  for (const [token] of json.matchAll(TOKEN)) {
    if (token === '{') open.push(new Set())
    else if (token === '[') open.push(undefined)
    else if (token === '}' || token === ']') open.pop()
    else if (token !== ',' && token !== ':' && isKey && !isNew(open.at(-1), token)) return true
    isKey = (token === '{' || token === ',') && open.at(-1) !== undefined
  }
  return false
}

/** Takes a key in, as it is without escapes. */
function isNew(keys: Set<string> | undefined, token: string): boolean {
  const key = JSON.parse(token) as string
  if (keys === undefined || keys.has(key)) return keys === undefined
  keys.add(key)
  return true
}
