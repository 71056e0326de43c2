import { readFile } from 'node:fs/promises'
import type * as z from 'zod'
import { UsageError } from '../verb.ts'

/** The value in a JSON file that a flag names. Throws `UsageError` that says what the file lacks. */
export async function readJsonFile<Schema extends z.ZodType>(flag: string, file: string, schema: Schema): Promise<z.output<Schema>> {
  let value: unknown
  try {
    value = JSON.parse(await readFile(file, 'utf8'))
  } catch (error) {
    throw new UsageError(`${flag}: ${error instanceof Error ? error.message : String(error)}`)
  }
  const parsed = schema.safeParse(value)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  throw new UsageError(`${flag} ${file}: ${issue?.path.join('.') || 'the file'}: ${issue?.message ?? 'not understood'}`)
}
