/**
 * The JSON objects that stand in a text one after the other, with or without white space between them. Throws `SyntaxError` for anything
 * else.
 */
export function jsonDocuments(text: string): string[] {
  const documents: string[] = []
  let depth = 0
  let start = -1
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
      continue
    }
    if (depth === 0 && character !== '{') {
      if (character !== undefined && !/\s/.test(character)) throw new SyntaxError(`There is no JSON object at position ${at}`)
      continue
    }
    if (character === '"') quoted = true
    else if (character === '{') {
      if (depth === 0) start = at
      depth += 1
    } else if (character === '}') {
      depth -= 1
      if (depth === 0) documents.push(text.slice(start, at + 1))
    }
  }
  if (depth > 0) throw new SyntaxError('A JSON object does not end')
  for (const document of documents) JSON.parse(document)
  return documents
}
