import { readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { UsageError } from '../verb.ts'

/** The value in a JSON file that a flag names; `what` it is to hold. Throws `UsageError` that says what the file lacks. */
export async function readJsonFile<Schema extends z.ZodType>(
  flag: string, file: string, schema: Schema, what: string,
): Promise<z.output<Schema>> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new UsageError(`${flag}: ${why.includes(file) ? why : `${file}: ${why}`}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const where = issue?.path.join('.') ?? ''
  throw new UsageError(`${flag} ${file} is not ${what}${where === '' ? '' : `: ${where}: ${issue?.message}`}.`)
}
