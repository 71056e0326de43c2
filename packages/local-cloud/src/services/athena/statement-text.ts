/** A table as a statement names it. */
export interface TableName {
  readonly database: string | undefined
  readonly table: string
}

/** Reads `table`, `database.table`, with backticks or quotes or without. */
export function tableName(text: string): TableName {
  const parts = [...text.matchAll(/`([^`]+)`|"([^"]+)"|([^.`"]+)/g)].map(([, ticked, quoted, plain]) =>
    (ticked ?? quoted ?? plain ?? '').toLowerCase())
  return { database: parts.at(-2), table: parts.at(-1) ?? '' }
}

/** A statement without comments, white space around it and a semicolon at its end. */
export function trimmedStatement(sql: string): string {
  const text = sql.replaceAll(/('(?:[^']|'')*'|"(?:[^"]|"")*")|--[^\n]*|\/\*.*?\*\//gs, (_, quoted: string | undefined) => quoted ?? ' ')
  return text.trim().replace(/;\s*$/, '').trim()
}

/** Puts values in the places of question marks. */
export function withParameters(sql: string, parameters: readonly string[]): string {
  let next = 0
  return sql.replaceAll(/('(?:[^']|'')*'|"(?:[^"]|"")*")|\?/g, (whole, quoted: string | undefined) => {
    if (quoted !== undefined) return whole
    next += 1
    return parameters[next - 1] ?? '?'
  })
}
