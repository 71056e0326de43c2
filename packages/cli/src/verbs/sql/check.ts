import { readFile } from 'node:fs/promises'
import { checkRule, type Diagnostic, type JsonSchema, type SqlVersion } from '@keg/rule-dsl'
import { given, textFlag } from '../../flags.ts'
import { UsageError, type Flags, type Terminal } from '../../verb.ts'

const VERSIONS: readonly SqlVersion[] = ['2015-10-08', '2016-03-23', 'beta']

/** `keg sql check`: what is wrong with a statement, a line each; exit code 1 when AWS would refuse it. */
export async function check(flags: Flags, terminal: Terminal): Promise<number> {
  const sql = sqlFlag(flags)
  const found = checkRule(sql, {
    templates: textFlags(flags, 'template'), actions: textFlags(flags, 'action'),
    ...given({ version: versionFlag(flags), schema: await schemaFlag(flags) }),
  })
  if (flags['json'] === true) terminal.out(JSON.stringify(found))
  else found.forEach((diagnostic) => terminal.out(told(diagnostic, sql)))
  return found.some(({ severity }) => severity === 'error') ? 1 : 0
}

/** The values of a flag that may be given more than once. */
function textFlags(flags: Flags, name: string): readonly string[] {
  const values = flags[name]
  return Array.isArray(values) ? values.map(String) : []
}

/** The statement of `--sql`. Throws `UsageError` without one. */
export function sqlFlag(flags: Flags): string {
  const sql = textFlag(flags, 'sql')
  if (sql === undefined) throw new UsageError('The statement is missing: --sql "SELECT … FROM …".')
  return sql
}

/** The version of `--sql-version`, absent where it was not given. Throws `UsageError` for one that is none. */
export function versionFlag(flags: Flags): SqlVersion | undefined {
  const text = textFlag(flags, 'sql-version')
  const version = VERSIONS.find((known) => known === text)
  if (text !== undefined && version === undefined) throw new UsageError(`--sql-version takes ${VERSIONS.join(', ')}, not "${text}".`)
  return version
}

async function schemaFlag(flags: Flags): Promise<JsonSchema | undefined> {
  const file = textFlag(flags, 'schema')
  if (file === undefined) return undefined
  try {
    const schema: unknown = JSON.parse(await readFile(file, 'utf8'))
    if (typeof schema === 'object' && schema !== null) return schema as JsonSchema
  } catch (error) {
    throw new UsageError(`--schema: ${error instanceof Error ? error.message : String(error)}`)
  }
  throw new UsageError('--schema takes a file with a JSON Schema.')
}

function told({ severity, code, message, at }: Diagnostic, sql: string): string {
  if (at === undefined) return `${severity} ${code}: ${message}`
  const line = sql.split('\n')[at.line - 1] ?? ''
  return `${at.line}:${at.column} ${severity} ${code}: ${message}\n  ${line}\n  ${' '.repeat(at.column - 1)}^`
}
